import { describe, expect, it } from 'vitest';
import {
  ASKER,
  FORUM,
  GENERAL,
  GUILD_ID,
  MANAGE_GUILD,
  QUESTIONS,
  SEND_IN_THREADS,
  SEND_MESSAGES,
} from '../../fakes/discord/world.js';
import { controls, idOf, stage, textOf } from './harness.js';
import { SHOP } from './stand-in.js';

const CONTAINER = 17;
const LINK = 5;
const DEFERRED = 5;
const manager = { permissions: MANAGE_GUILD };

describe('/ask', () => {
  it('answers with a card that only the asker sees, and a button to share it', async () => {
    const { people } = await stage();
    const outcome = await people.slash('ask', { question: 'is tea good?' });
    expect(outcome.type).toBe(4);
    expect(outcome.ephemeral).toBe(true);
    expect(outcome.ms).toBeLessThan(1000);
    expect((outcome.data.components as object[])[0]).toMatchObject({
      type: CONTAINER,
      accent_color: 0x123456,
    });
    const text = textOf(outcome.data);
    for (const part of ['Tea and its leaves', '- It is hot', 'Mind your tongue', 'Sources:']) {
      expect(text).toContain(part);
    }
    expect([...controls(outcome.data).keys()]).toEqual(
      expect.arrayContaining(['Why?', 'A tip', 'Water', 'Helpful', 'Not helpful', 'Share']),
    );
    expect(outcome.data.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it('answers for everybody when the asker says so, with a way to take it back', async () => {
    const { people } = await stage();
    const outcome = await people.slash('ask', { question: 'tea?', public: true });
    expect(outcome.ephemeral).toBe(false);
    expect(controls(outcome.data).has('Share')).toBe(false);
    expect(controls(outcome.data).has('Remove')).toBe(true);
  });

  it('follows the setting of the server, and the asker against it', async () => {
    const { people, stores } = await stage();
    await stores.settle(GUILD_ID, { publicAnswers: true });
    expect((await people.slash('ask', { question: 'tea?' })).ephemeral).toBe(false);
    expect((await people.slash('ask', { question: 'tea?', public: false })).ephemeral).toBe(true);
  });

  it('answers something urgent privately and plainly, whatever was asked for', async () => {
    const { people } = await stage();
    const outcome = await people.slash('ask', { question: 'my house is on fire', public: true });
    expect(outcome.ephemeral).toBe(true);
    expect(outcome.data.components).toEqual([]);
    expect(outcome.data.content).toMatch(/^# Fire\n\*\*Leave the house now/);
    expect(outcome.data.content).toContain('112');
    expect(outcome.ms).toBeLessThan(500);
  });

  it('shows two cards in one message', async () => {
    const { people } = await stage();
    const { data } = await people.slash('ask', { question: 'tea and coffee?' });
    const kinds = (data.components as { type: number }[]).map(({ type }) => type);
    expect(kinds.filter((type) => type === CONTAINER)).toHaveLength(2);
    const votes = JSON.stringify(data).match(/v1:up:drinks\/(tea|coffee)/g);
    expect(votes).toEqual(['v1:up:drinks/tea', 'v1:up:drinks/coffee']);
  });

  it('asks back with buttons', async () => {
    const { people } = await stage();
    const { data } = await people.slash('ask', { question: 'tea or coffee?' });
    expect([...controls(data).keys()]).toEqual(['Tea and its leaves', 'Coffee, beans and all']);
  });

  it('never repeats what somebody typed', async () => {
    const { people } = await stage();
    const { data } = await people.slash('ask', { question: '@everyone **xyzzy** <@1>' });
    expect(JSON.stringify(data)).not.toMatch(/xyzzy|everyone|<@1>/);
  });

  it('hands on a question that has no card, and nothing else', async () => {
    const declined: string[] = [];
    const onDeclined = async (text: string) => void declined.push(text);
    const { people } = await stage({ parts: { onDeclined } });
    for (const question of ['xyzzy', 'tea?', 'my house is on fire', 'tea or coffee?']) {
      await people.slash('ask', { question });
    }
    expect(declined).toEqual(['xyzzy']);
  });

  it('keeps a conversation apart for each person and channel', async () => {
    const { people, bot } = await stage();
    await people.slash('ask', { question: 'tea?' });
    expect(bot.asked[0]?.conversation).toEqual({ person: ASKER.id, place: GENERAL });
  });

  it('works where a person brought it, in groups and direct messages', async () => {
    const { people, bot, stores } = await stage();
    await stores.settle(GUILD_ID, { region: 'UK', publicAnswers: true });
    const foreign = await people.slash('ask', { question: 'tea?' }, { userInstall: true });
    expect(foreign.ephemeral).toBe(true);
    expect(bot.asked.at(-1)?.settings).toEqual({});
    const group = await people.slash('ask', { question: 'tea?' }, { in: 'group' });
    expect(group.ephemeral).toBe(true);
    const direct = await people.slash('ask', { question: 'tea?' }, { in: 'dm' });
    expect(direct.ephemeral).toBe(false);
    expect(controls(direct.data).has('Share')).toBe(false);
  });
});

describe('autocomplete', () => {
  it('offers topics whose choice answers exactly that topic', async () => {
    const { people, bot } = await stage();
    const { type, data, ms } = await people.type('ask', 'question', 'tea');
    const choices = data.choices as { name: string; value: string }[];
    expect(type).toBe(8);
    expect(ms).toBeLessThan(200);
    expect(choices[0]?.name).toBe('Tea and its leaves');
    await people.slash('ask', { question: choices[0]!.value });
    expect(bot.asked.at(-1)?.pick).toEqual({ action: 'topic', topic: 'drinks/tea' });
  });

  it('offers nothing cheerful for something urgent, and a start for nothing typed', async () => {
    const { people } = await stage();
    const urgent = await people.type('ask', 'question', 'my house is on fire');
    expect(urgent.data.choices).toEqual([]);
    const blank = await people.type('ask', 'question', '');
    expect((blank.data.choices as object[]).length).toBeGreaterThan(2);
  });

  it('takes a value that names no topic for words', async () => {
    const { people, bot } = await stage();
    await people.slash('ask', { question: 'topic:nowhere/at-all' });
    expect(bot.asked.at(-1)).toMatchObject({ text: 'topic:nowhere/at-all' });
    expect(bot.asked.at(-1)?.pick).toBeUndefined();
  });
});

describe('the other commands', () => {
  it('/topics leads from subject to topic to card', async () => {
    const { people, bot } = await stage();
    const first = await people.slash('topics');
    expect(first.ephemeral).toBe(true);
    const second = await people.choose(idOf(first.data, 'Subjects …'), ['drinks'], first.message());
    expect(second.type).toBe(7);
    const menu = idOf(second.message(), 'Choose a topic …');
    await people.choose(menu, ['drinks/coffee'], second.message());
    expect(bot.asked.at(-1)?.pick).toEqual({ action: 'topic', topic: 'drinks/coffee' });
  });

  it('/tip takes the topic at hand, a chosen one, or the nearest to some words', async () => {
    const { people, bot } = await stage();
    await people.slash('tip');
    expect(bot.asked.at(-1)).toMatchObject({ text: 'tip' });
    await people.slash('tip', { topic: 'topic:drinks/tea' });
    expect(bot.asked.at(-1)?.pick).toEqual({ action: 'tip', topic: 'drinks/tea' });
    await people.slash('tip', { topic: 'tea leaves' });
    expect(bot.asked.at(-1)?.pick).toEqual({ action: 'tip', topic: 'drinks/tea' });
    const urgent = await people.slash('tip', { topic: 'my house is on fire' });
    expect(urgent.data.content).toContain('112');
  });

  it('/products shows a link that is labelled as commercial', async () => {
    const { people } = await stage();
    const { data } = await people.slash('products');
    expect(controls(data).get('See it (commercial link)')).toMatchObject({
      style: LINK,
      url: SHOP,
    });
    expect(textOf(data)).toContain('A commercial link.');
  });

  it('/products takes no link where the server wants none', async () => {
    const { people, stores, bot } = await stage();
    await stores.settle(GUILD_ID, { productLinks: false });
    await people.slash('products');
    expect(bot.asked.at(-1)?.settings).toEqual({ productLinks: false });
  });

  it('/help and /privacy show the cards of the pack', async () => {
    const { people, bot } = await stage();
    for (const name of ['help', 'privacy']) {
      const outcome = await people.slash(name);
      expect(outcome.ephemeral).toBe(true);
      expect(bot.asked.at(-1)?.pick).toEqual({ action: 'topic', topic: `chat/${name}` });
    }
  });

  it('/forget deletes what is tied to the asker, votes too, and says so', async () => {
    const { people, bot, stores } = await stage();
    const { data, message } = await people.slash('ask', { question: 'tea?' });
    await people.press(idOf(data, 'Helpful'), message());
    const outcome = await people.slash('forget');
    expect(textOf(outcome.data)).toContain('deleted');
    expect(bot.forgotten).toEqual([ASKER.id]);
    expect((await stores.counts.totals(GUILD_ID, 1)).up).toBe(0);
  });

  it('/forget does not claim what it could not do', async () => {
    const { people, bot } = await stage();
    bot.broken = true;
    expect(textOf((await people.slash('forget')).data)).toContain('nothing was deleted');
  });

  it('/stats counts topics, declines and thumbs, nothing urgent', async () => {
    const { people } = await stage();
    const { data, message } = await people.slash('ask', { question: 'tea?' });
    await people.press(idOf(data, 'Helpful'), message());
    await people.slash('ask', { question: 'xyzzy' });
    await people.slash('ask', { question: 'my house is on fire' });
    const text = textOf((await people.slash('stats', {}, manager)).data);
    expect(text).toContain('Answered: **1**');
    expect(text).toContain('Declined: **1**');
    expect(text).toContain('**1** up, **0** down');
    expect(text).toContain('Tea and its leaves: 1');
  });
});

describe('/settings', () => {
  it('is for those who manage the server, looked at again in code', async () => {
    const { people } = await stage();
    for (const outcome of [
      await people.slash('settings', {}, {}, 'show'),
      await people.slash('stats'),
    ]) {
      expect(textOf(outcome.data)).toContain('Only those who manage this server');
      expect(outcome.ephemeral).toBe(true);
    }
  });

  it('changes every setting in place', async () => {
    const { people, stores } = await stage();
    let { data, message } = await people.slash('settings', {}, manager, 'show');
    const choices: [string, string[], number?][] = [
      ['Channels and forums where I answer unasked …', [QUESTIONS, FORUM], 8],
      ['How sure I must be to answer unasked', ['0.9']],
      ['Product links', ['off']],
      ['Emergency numbers', ['UK']],
      ['Tone of tips', ['cheerful']],
      ['Who sees the answer to /ask', ['on']],
    ];
    for (const [label, values, kind] of choices) {
      const outcome = await people.choose(idOf(data, label), values, message(), manager, kind);
      expect(outcome.type).toBe(7);
      data = outcome.data;
      message = outcome.message;
    }
    expect(await stores.settings.read(GUILD_ID)).toEqual({
      faqChannels: [QUESTIONS, FORUM],
      confidence: 0.9,
      productLinks: false,
      region: 'UK',
      tipTone: 'cheerful',
      publicAnswers: true,
    });
    const id = idOf(data, 'Emergency numbers');
    await people.choose(id, ['operator'], message(), manager);
    expect((await stores.settings.read(GUILD_ID))?.region).toBeUndefined();
  });

  it('takes no change from others, none that the panel does not offer, and owns up to a lost one', async () => {
    const { people, stores } = await stage();
    const { data, message } = await people.slash('settings', {}, manager, 'show');
    const id = idOf(data, 'How sure I must be to answer unasked');
    const stranger = await people.choose(id, ['0.9'], message());
    expect(textOf(stranger.data)).toContain('Only those who manage');
    const forged = await people.choose(id, ['0'], message(), manager);
    expect(forged.ephemeral).toBe(true);
    stores.down = true;
    const lost = await people.choose(id, ['0.9'], message(), manager);
    expect(textOf(lost.data)).toContain('could not be saved');
    stores.down = false;
    expect(await stores.settings.read(GUILD_ID)).toBeUndefined();
  });

  it('check tries each channel and names what is missing and where to set it', async () => {
    const { people, stores, fake } = await stage();
    const everyone = (deny: bigint) => [
      { id: GUILD_ID, type: 0 as const, allow: '0', deny: deny.toString() },
    ];
    for (const channel of fake.guilds[0]!.channels) {
      if (channel.id === GENERAL) channel.permission_overwrites = everyone(SEND_MESSAGES);
      if (channel.id === FORUM) channel.permission_overwrites = everyone(SEND_IN_THREADS);
      fake.gateway.dispatch('CHANNEL_UPDATE', channel);
    }
    const faqChannels = [GENERAL, QUESTIONS, FORUM, '800000000000000099'];
    await stores.settle(GUILD_ID, { faqChannels });
    const { data } = await people.slash('settings', {}, manager, 'check');
    const text = textOf(data);
    expect(text).toContain(`<#${GENERAL}>: I lack **Send Messages**`);
    expect(text).toContain(`<#${FORUM}>: I lack **Send Messages in Threads**`);
    expect(text).toContain(`<#${QUESTIONS}>: all is well`);
    expect(text).toContain('800000000000000099: I cannot see this channel');
    expect(text).toContain('Edit the channel → Permissions');
    expect(fake.rest.typing).toEqual([QUESTIONS]);
  });
});

describe('in time', () => {
  it('defers privately when the answer takes long, then fills the deferral', async () => {
    const { people, bot } = await stage({ timings: { deferAfterMs: 30 } });
    bot.delayMs = 120;
    const outcome = await people.slash('ask', { question: 'tea?' });
    expect(outcome.type).toBe(DEFERRED);
    expect(outcome.ephemeral).toBe(true);
    await expect.poll(() => textOf(outcome.message())).toContain('Tea and its leaves');
  });

  it('defers a change and a vote too, and then makes them', async () => {
    const { people, stores } = await stage({ timings: { deferAfterMs: 30 } });
    const { data, message } = await people.slash('ask', { question: 'tea?' });
    const panel = await people.slash('settings', {}, manager, 'show');
    stores.delayMs = 100;
    const vote = await people.press(idOf(data, 'Helpful'), message());
    expect(vote.type).toBe(DEFERRED);
    const id = idOf(panel.data, 'Emergency numbers');
    const change = await people.choose(id, ['UK'], panel.message(), manager);
    expect(change.type).toBe(6);
    await expect.poll(() => textOf(vote.message())).toContain('Thank you');
    await expect.poll(async () => (await stores.settings.read(GUILD_ID))?.region).toBe('UK');
  });

  it('posts a late public answer as a follow-up', async () => {
    const { people, bot } = await stage({ timings: { deferAfterMs: 30 } });
    bot.delayMs = 120;
    const outcome = await people.slash('ask', { question: 'tea?', public: true });
    expect(outcome.ephemeral).toBe(true);
    await expect.poll(() => outcome.followUps().map(textOf).join()).toContain('Tea and its leaves');
    expect(Number(outcome.followUps()[0]?.flags) & 64).toBe(0);
  });

  it('does not wait for a slow or broken store', async () => {
    const { people, stores } = await stage();
    stores.delayMs = 5000;
    const slow = await people.slash('ask', { question: 'my house is on fire' });
    expect(slow.data.content).toContain('112');
    expect(slow.ms).toBeLessThan(1000);
    stores.delayMs = 0;
    stores.down = true;
    const broken = await people.slash('ask', { question: 'tea?' });
    expect(textOf(broken.data)).toContain('Tea and its leaves');
  });

  it('says sorry when the bot itself fails', async () => {
    const { people, bot, log } = await stage();
    bot.broken = true;
    const outcome = await people.slash('ask', { question: 'tea?' });
    expect(outcome.ephemeral).toBe(true);
    expect(textOf(outcome.data)).toContain('Something went wrong on my side');
    expect(log.join()).toContain('answering an interaction failed');
  });

  it('asks a person who is too fast to wait, but never with something urgent', async () => {
    const { people } = await stage({ timings: { questions: 2, cooldownMs: 20_000 } });
    await people.slash('ask', { question: 'tea?' });
    await people.slash('ask', { question: 'tea?' });
    const third = await people.slash('ask', { question: 'tea?' });
    expect(textOf(third.data)).toMatch(/again in \d+ seconds/);
    const urgent = await people.slash('ask', { question: 'my house is on fire' });
    expect(urgent.data.content).toContain('112');
  });
});

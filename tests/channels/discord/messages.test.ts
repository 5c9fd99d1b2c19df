import { describe, expect, it } from 'vitest';
import { rateLimited } from '../../fakes/discord/fake-discord.js';
import { until } from '../../fakes/discord/people.js';
import {
  ASKER,
  BOT,
  FORUM,
  GENERAL,
  GUILD_ID,
  HELPER,
  OTHER_BOT,
  QUESTIONS,
  SEND_MESSAGES,
} from '../../fakes/discord/world.js';
import { controls, idOf, type Stage, type StageOptions, stage, textOf } from './harness.js';

const ME = `<@${BOT.id}>`;
const QUESTION = 'is tea good for me?';
const at = { channel: QUESTIONS };

/** Time for an answer that must not come. */
async function silence({ fake }: Stage, before = 0): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 160));
  expect(fake.rest.posted).toHaveLength(before);
}

async function answers({ fake }: Stage, count = 1) {
  await until(() => fake.rest.posted.length >= count, `${count} answers did not come`);
  return fake.rest.posted;
}

async function withFaq(options: StageOptions = {}): Promise<Stage> {
  const all = await stage(options);
  await all.stores.settle(GUILD_ID, { faqChannels: [QUESTIONS, FORUM] });
  return all;
}

describe('a message for the bot', () => {
  it('is answered when it mentions the bot: as a reply, without a ping', async () => {
    const all = await stage();
    const asked = all.people.say(`${ME} is tea good?`);
    const [posted] = await answers(all);
    expect(posted).toMatchObject({
      channel_id: GENERAL,
      message_reference: { message_id: asked.id, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
      nonce: asked.id,
      enforce_nonce: true,
    });
    expect(all.bot.asked[0]?.text).toBe('is tea good?');
  });

  it('is answered in a direct message and as a reply to the bot, with or without a ping', async () => {
    const all = await stage();
    all.people.say('tea?', { direct: true });
    await answers(all);
    all.people.say('tea?', { replyTo: { author: BOT, pings: true } });
    await answers(all, 2);
    all.people.say('tea?', { replyTo: { author: BOT, pings: false } });
    await answers(all, 3);
    expect(all.bot.asked.every(({ conversation }) => conversation !== undefined)).toBe(true);
  });

  it('of a mention alone gets the help', async () => {
    const all = await stage();
    all.people.say(ME);
    await answers(all);
    expect(all.bot.asked[0]?.pick).toEqual({ action: 'topic', topic: 'chat/help' });
  });

  it('is not answered when a bot, a webhook or the bot itself wrote it', async () => {
    const all = await stage();
    all.people.say(`${ME} tea?`, { user: OTHER_BOT });
    all.people.say(`${ME} tea?`, { user: BOT });
    all.people.say(`${ME} tea?`, { webhook: true });
    await silence(all);
  });

  it('gets one short urgent reply that names nobody; the rest is behind a private button', async () => {
    const all = await stage();
    all.people.say(`${ME} my house is on fire`);
    const [posted] = await answers(all);
    expect(posted?.content).toContain('Leave the house now');
    expect(posted?.content).toContain('112');
    expect(posted?.content).not.toContain('Do not go back in');
    expect(posted?.content).not.toContain('<@');
    const full = await all.people.press(idOf(posted!, 'What to do'), posted!, { user: HELPER });
    expect(full.ephemeral).toBe(true);
    expect(full.data.content).toContain('Do not go back in');
  });

  it('that comes too fast is asked once to wait', async () => {
    const all = await stage({ timings: { questions: 1, cooldownMs: 20_000 } });
    all.people.say(`${ME} tea?`);
    await answers(all);
    all.people.say(`${ME} tea?`);
    expect(textOf((await answers(all, 2))[1]!)).toMatch(/try again in \d+ seconds/);
    all.people.say(`${ME} tea?`);
    await silence(all, 2);
    all.people.say(`${ME} my house is on fire`);
    await answers(all, 3);
  });
});

describe('after an urgent reply', () => {
  it('what they go on to ask is answered, however much they asked before', async () => {
    const all = await stage({ timings: { questions: 1, cooldownMs: 60_000 } });
    all.people.say(`${ME} my house is on fire`);
    await answers(all);
    all.people.say(`${ME} can I wait a little? tea?`);
    await answers(all, 2);
    expect(textOf(all.fake.rest.posted[1]!)).toContain('Tea');
  });
});

describe('in a chosen channel', () => {
  it('a question is answered, and remembered for what follows', async () => {
    const all = await withFaq();
    all.people.say(QUESTION, at);
    const [posted] = await answers(all);
    expect(textOf(posted!)).toContain('Tea and its leaves');
    await until(() => all.bot.asked.some(({ conversation }) => conversation !== undefined));
    expect(all.bot.asked.at(-1)).toMatchObject({
      pick: { action: 'topic', topic: 'drinks/tea' },
      conversation: { person: ASKER.id, place: QUESTIONS },
    });
  });

  it.each([
    ['a passing remark', 'had a nice cup of tea', {}],
    ['a question that it is not sure about', 'is maybe tea good for me?', {}],
    ['a question that it has no card for', 'is xyzzy good for me?', {}],
    ['a question that it would have to ask back on', 'is it tea or coffee?', {}],
    ['a reply to somebody', QUESTION, { replyTo: { author: HELPER, pings: true } }],
    ['a question to somebody', `<@${HELPER.id}> is tea good for me?`, {}],
    ['a word with somebody', 'did you drink your tea?', {}],
    ['what another bot says', QUESTION, { user: OTHER_BOT }],
  ])('%s is not answered', async (_, text, more) => {
    const all = await withFaq();
    all.people.say(text, { ...at, ...more });
    await silence(all);
  });

  it('nothing is answered in channels that were not chosen', async () => {
    const all = await withFaq();
    all.people.say(QUESTION, { channel: GENERAL });
    await silence(all);
    expect(all.bot.asked).toEqual([]);
  });

  it('a burst is answered once, on all that was said', async () => {
    const all = await withFaq();
    for (const text of ['hello there', QUESTION, 'thanks!']) all.people.say(text, at);
    await answers(all);
    await silence(all, 1);
    expect(all.bot.asked.some(({ text }) => text === `hello there\n${QUESTION}\nthanks!`)).toBe(
      true,
    );
  });

  it('one person, and one channel, is not answered all the time', async () => {
    const all = await withFaq({ timings: { personCooldownMs: 60_000, channelCooldownMs: 30_000 } });
    all.people.say(QUESTION, at);
    await answers(all);
    all.people.say(QUESTION, at);
    await silence(all, 1);
    all.people.say(QUESTION, { ...at, user: HELPER });
    await silence(all, 1);
    all.fake.ahead = 31_000;
    all.people.say(QUESTION, { ...at, user: HELPER });
    await answers(all, 2);
  });

  it('a person who then turns to the bot is answered once', async () => {
    const all = await withFaq();
    all.people.say(QUESTION, at);
    await new Promise((resolve) => setTimeout(resolve, 20));
    all.people.say(`${ME} ${QUESTION}`, at);
    await answers(all);
    await silence(all, 1);
  });

  it('something urgent is answered at once, whatever else it is', async () => {
    const all = await withFaq({ timings: { quietMs: 10_000, personCooldownMs: 60_000 } });
    all.people.say('lol my house is on fire', { ...at, replyTo: { author: HELPER, pings: true } });
    const [posted] = await answers(all);
    expect(posted?.content).toContain('112');
    expect(posted?.allowed_mentions).toEqual({ parse: [], replied_user: false });
    expect(controls(posted!).has('Remove')).toBe(true);
  });

  it('the answer can be removed after the question has gone', async () => {
    const all = await withFaq();
    const asked = all.people.say(QUESTION, at);
    const [posted] = await answers(all);
    all.fake.gateway.dispatch('MESSAGE_DELETE', {
      id: asked.id,
      channel_id: QUESTIONS,
      guild_id: GUILD_ID,
    });
    const outcome = await all.people.press(idOf(posted!, 'Remove'), posted!);
    expect(outcome.type).toBe(6);
  });

  it('nothing is read without the intent, and the admin is told', async () => {
    const all = await withFaq({ readMessages: false });
    all.people.say(QUESTION, at);
    await silence(all);
    all.people.say(`${ME} tea?`);
    await answers(all);
    const { data } = await all.people.slash('settings', {}, { permissions: 1n << 5n }, 'show');
    expect(textOf(data)).toContain('Message Content Intent');
  });
});

describe('in a chosen forum', () => {
  it('a post is answered in its thread, title and all', async () => {
    const all = await withFaq();
    const thread = await all.people.post('Tea?', 'Is it any good, does anyone know?', ASKER, 20);
    const [posted] = await answers(all);
    expect(posted?.channel_id).toBe(thread.id);
    expect(all.bot.asked[0]?.text).toBe('Tea?\nIs it any good, does anyone know?');
  });

  it('waits until the post can be answered', async () => {
    const all = await withFaq();
    const body = { code: 40058, message: 'Cannot message this thread yet' };
    const does = { status: 403, body };
    all.fake.faults.push({ method: 'POST', path: /^\/channels\/\d+\/messages$/, does });
    await all.people.post('Tea', QUESTION);
    await answers(all);
  });

  it('what others say in the thread, and what follows later, is left alone', async () => {
    const all = await withFaq();
    const { id } = await all.people.post('Hello', 'just saying hello to all');
    all.people.say(QUESTION, { channel: id, user: HELPER });
    await silence(all);
    all.people.say(QUESTION, { channel: id });
    await silence(all);
  });
});

describe('when Discord is in the way', () => {
  const path = /^\/channels\/\d+\/messages$/;

  it.each([
    ['a failing server', { status: 503, body: {} }, 2],
    ['a connection that breaks before', 'cut' as const, 1],
    ['a connection that breaks after', 'cut-after' as const, 1],
    ['a rate limit', rateLimited(0.1), 1],
    ['a global rate limit', rateLimited(0.1, true), 1],
  ])('%s delays an answer and does not double it', async (_, does, times) => {
    const all = await stage();
    all.fake.faults.push({ method: 'POST', path, does, times });
    all.people.say(`${ME} tea?`);
    await answers(all);
    await silence(all, 1);
  });

  it.each([
    [10003, 'the channel is gone'],
    [50083, 'the thread is archived'],
    [50013, 'lacks a permission'],
  ])('a refusal (%i) is not repeated and no crash', async (code, why) => {
    const all = await stage();
    const does = { status: 403, body: { code, message: 'x' } };
    all.fake.faults.push({ method: 'POST', path, does, times: 5 });
    all.people.say(`${ME} tea?`);
    await until(() => all.log.join().includes(why), 'not noticed');
    await silence(all);
    expect(all.fake.faults[0]?.times).toBe(4);
    expect(all.log.join()).not.toContain('failed');
  });

  it('it does not even try where a permission is missing', async () => {
    const all = await stage();
    const [channel] = all.fake.guilds[0]!.channels;
    channel!.permission_overwrites = [
      { id: GUILD_ID, type: 0, allow: '0', deny: SEND_MESSAGES.toString() },
    ];
    all.fake.gateway.dispatch('CHANNEL_UPDATE', channel);
    all.people.say(`${ME} tea?`);
    await until(() => all.log.join().includes('Send Messages'), 'not noticed');
    expect(all.fake.requests.some(({ path }) => path.endsWith('/messages'))).toBe(false);
  });

  it('an answer that arrived although the line broke is not made twice', async () => {
    const all = await stage();
    all.fake.faults.push({ method: 'POST', path: /\/callback$/, does: 'cut-after' });
    const { message, interaction } = await all.people.slash('ask', { question: 'tea?' });
    const { mistakes } = all.fake.rest;
    await until(() => mistakes.length > 0, 'not tried again');
    expect(mistakes.splice(0)).toEqual([`interaction ${interaction.id} answered again`]);
    expect(textOf(message())).toContain('Tea and its leaves');
    expect(all.log.join()).not.toContain('failed');
  });

  it('an interaction whose answer was lost on the way is answered once', async () => {
    const all = await stage();
    const callback = /\/callback$/;
    all.fake.faults.push({ method: 'POST', path: callback, does: 'cut' });
    expect(textOf((await all.people.slash('ask', { question: 'tea?' })).data)).toContain('Tea');
    all.fake.faults.push({ method: 'POST', path: callback, does: rateLimited(0.1) });
    expect(textOf((await all.people.slash('ask', { question: 'tea?' })).data)).toContain('Tea');
    all.fake.faults.push({ method: 'POST', path: callback, does: { status: 500, body: {} } });
    expect(textOf((await all.people.slash('ask', { question: 'tea?' })).data)).toContain('Tea');
  });
});

import { describe, expect, it } from 'vitest';
import { writeCustomId } from '../../../src/channels/discord/custom-id.js';
import { until } from '../../fakes/discord/people.js';
import {
  ASKER,
  BOT,
  GUILD_ID,
  HELPER,
  MANAGE_MESSAGES,
  SEND_MESSAGES,
} from '../../fakes/discord/world.js';
import { controls, idOf, type Stage, stage, textOf } from './harness.js';

async function asked({ people }: Stage, question = 'is tea good?', options = {}) {
  const outcome = await people.slash('ask', { question, ...options });
  return { data: outcome.data, message: outcome.message() };
}

describe('follow-ups', () => {
  it('lead from card to card', async () => {
    const all = await stage();
    const { people, bot } = all;
    const first = await asked(all);
    const why = await people.press(idOf(first.data, 'Why?'), first.message);
    expect(why.ephemeral).toBe(true);
    expect(bot.asked.at(-1)?.pick).toEqual({ action: 'part', topic: 'drinks/tea', about: 'why' });
    const tip = await people.press(idOf(why.data, 'A tip'), why.message());
    expect(textOf(tip.data)).toContain('**Tip:** Warm the pot');
    const related = await people.press(idOf(tip.data, 'Water'), tip.message());
    expect(bot.asked.at(-1)?.pick).toEqual({ action: 'topic', topic: 'drinks/water' });
    expect(related.ephemeral).toBe(true);
  });

  it('work after a restart', async () => {
    const all = await stage();
    const { data, message } = await asked(all);
    await all.restart();
    const outcome = await all.people.press(idOf(data, 'Why?'), message);
    expect(textOf(outcome.data)).toContain('Tea and its leaves');
  });

  it('answer whoever presses on a public card alone, in their own conversation', async () => {
    const all = await stage();
    const { data, message } = await asked(all, 'tea?', { public: true });
    const outcome = await all.people.press(idOf(data, 'Why?'), message, { user: HELPER });
    expect(outcome.ephemeral).toBe(true);
    expect(all.bot.asked.at(-1)?.conversation?.person).toBe(HELPER.id);
  });

  it.each([
    ['an old one', 'v0:topic:drinks/tea:abc'],
    ['a mangled one', writeCustomId({ verb: 'share' }).replace('share', 'shave')],
    ['nonsense', 'constructor'],
  ])('%s gets a kind line', async (_, id) => {
    const all = await stage();
    const { message } = await asked(all);
    const outcome = await all.people.press(id, message);
    expect(outcome.ephemeral).toBe(true);
    expect(textOf(outcome.data)).toContain('older version of me');
  });

  it('of a topic that is gone get a kind line', async () => {
    const all = await stage();
    const { message } = await asked(all);
    const press = { verb: 'pick', pick: { action: 'topic', topic: 'drinks/absinthe' } } as const;
    const outcome = await all.people.press(writeCustomId(press), message);
    expect(textOf(outcome.data)).toContain('no longer among my cards');
    const menu = writeCustomId({ verb: 'go', page: 0 });
    const chosen = await all.people.choose(menu, ['__proto__'], message);
    expect(textOf(chosen.data)).toContain('no longer among my cards');
  });
});

describe('Share', () => {
  it('posts the card for everybody and takes the button away', async () => {
    const all = await stage();
    const { data, message } = await asked(all);
    const outcome = await all.people.press(idOf(data, 'Share'), message);
    expect(outcome.type).toBe(7);
    expect(controls(outcome.data).has('Share')).toBe(false);
    await expect.poll(() => outcome.followUps().length).toBe(1);
    const [posted] = outcome.followUps();
    expect(textOf(posted!)).toContain('Tea and its leaves');
    expect(Number(posted!.flags) & 64).toBe(0);
    expect([...controls(posted!).keys()]).toEqual(expect.arrayContaining(['Helpful', 'Remove']));
    expect(controls(posted!).has('Share')).toBe(false);
    expect(posted!.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it('keeps to itself what was said to the asker alone', async () => {
    const all = await stage();
    const { data, message } = await asked(all, 'private tea?');
    expect(textOf(data)).toContain('Because you are a cat');
    const outcome = await all.people.press(idOf(data, 'Share'), message);
    await expect.poll(() => outcome.followUps().length).toBe(1);
    expect(textOf(outcome.followUps()[0]!)).not.toMatch(/cat/i);
  });

  it('tells the asker where it may not post', async () => {
    const all = await stage();
    const { data, message } = await asked(all);
    const body = { code: 50013, message: 'Missing Permissions' };
    all.fake.faults.push({ method: 'POST', path: /^\/webhooks/, does: { status: 403, body } });
    const outcome = await all.people.press(idOf(data, 'Share'), message);
    await expect.poll(() => textOf(outcome.message())).toContain('I may not post here');
  });
});

describe('thumbs', () => {
  it('count once for each person, change sides, and can be taken back', async () => {
    const all = await stage();
    const { people, stores } = all;
    const { data, message } = await asked(all);
    const up = idOf(data, 'Helpful');
    const down = idOf(data, 'Not helpful');
    const totals = async () => {
      const { up, down } = await stores.counts.totals(GUILD_ID, 1);
      return [up, down];
    };
    const first = await people.press(up, message);
    expect(first.ephemeral).toBe(true);
    expect(await totals()).toEqual([1, 0]);
    await people.press(down, message);
    expect(await totals()).toEqual([0, 1]);
    await people.press(down, message, { user: HELPER });
    expect(await totals()).toEqual([0, 2]);
    await people.press(down, message);
    expect(await totals()).toEqual([0, 1]);
  });

  it('are kindly not counted while the store is down', async () => {
    const all = await stage();
    const { data, message } = await asked(all);
    all.stores.down = true;
    const outcome = await all.people.press(idOf(data, 'Helpful'), message);
    expect(textOf(outcome.data)).toContain('not counted');
  });
});

describe('Remove', () => {
  async function answered(all: Stage) {
    all.people.say(`<@${BOT.id}> tea?`);
    await until(() => all.fake.rest.posted.length === 1);
    const [message] = all.fake.rest.posted;
    return message!;
  }

  it.each([
    ['the asker', { user: ASKER }],
    ['who moderates', { user: HELPER, permissions: MANAGE_MESSAGES }],
  ])('lets %s take an answer away', async (_, scene) => {
    const all = await stage();
    const message = await answered(all);
    const outcome = await all.people.press(idOf(message, 'Remove'), message, scene);
    expect(outcome.type).toBe(6);
    await until(() => !all.fake.rest.messages.has(String(message.id)), 'not deleted');
  });

  it('lets nobody else', async () => {
    const all = await stage();
    const message = await answered(all);
    const outcome = await all.people.press(idOf(message, 'Remove'), message, { user: HELPER });
    expect(outcome.ephemeral).toBe(true);
    expect(all.fake.rest.messages.has(String(message.id))).toBe(true);
  });

  it('works after a restart, and when the answer is gone already', async () => {
    const all = await stage();
    const message = await answered(all);
    await all.restart();
    all.fake.rest.messages.delete(String(message.id));
    const body = { code: 10008, message: 'Unknown Message' };
    all.fake.faults.push({ method: 'DELETE', path: /^\/webhooks/, does: { status: 404, body } });
    await all.people.press(idOf(message, 'Remove'), message);
    await until(() => all.log.join().includes('the message is gone'), 'not noticed');
    expect(all.log.join()).not.toContain('failed');
  });
});

describe('"Answer this"', () => {
  const target = (content: string) => ({
    id: '700000000000000001',
    type: 0,
    channel_id: '800000000000000010',
    author: { id: ASKER.id, username: 'asker', discriminator: '0' },
    content,
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    components: [],
    timestamp: new Date(0).toISOString(),
  });
  const helper = { user: HELPER };

  it('previews to the helper, with how sure it is and what else there is, and posts on their press', async () => {
    const { people, fake } = await stage();
    const preview = await people.answerThis(target('is tea good?'), helper);
    expect(preview.ephemeral).toBe(true);
    expect(textOf(preview.data)).toContain('How sure I am: 93%');
    expect(fake.rest.posted).toEqual([]);
    const pressed = await people.press(
      idOf(preview.data, 'Post as a reply'),
      preview.message(),
      helper,
    );
    expect(pressed.type).toBe(7);
    expect(textOf(pressed.data)).toContain('Posted.');
    expect([...controls(pressed.data).keys()]).not.toContain('Answer with another topic …');
    const [posted] = fake.rest.posted;
    expect(posted?.message_reference).toEqual({
      message_id: '700000000000000001',
      fail_if_not_exists: false,
    });
    expect(textOf(posted!)).toContain('Tea and its leaves');
    expect(textOf(posted!)).not.toMatch(/How sure|preview/);
    expect(controls(posted!).has('Remove')).toBe(true);
  });

  it('lets the helper choose another topic first', async () => {
    const { people, fake } = await stage();
    const preview = await people.answerThis(target('is tea good?'), helper);
    const menu = idOf(preview.data, 'Answer with another topic …');
    const other = await people.choose(menu, ['drinks/water'], preview.message(), helper);
    expect(other.type).toBe(7);
    await people.press(idOf(other.data, 'Post as a reply'), other.message(), helper);
    expect(textOf(fake.rest.posted[0]!)).toContain('Water');
  });

  it('offers only the short urgent reply for something urgent', async () => {
    const { people, fake } = await stage();
    const preview = await people.answerThis(target('my house is on fire'), helper);
    expect(textOf(preview.data)).toContain('need help now');
    await people.press(idOf(preview.data, 'Post as a reply'), preview.message(), helper);
    const [posted] = fake.rest.posted;
    expect(posted?.content).toContain('112');
    expect(controls(posted!).has('What to do')).toBe(true);
    expect(posted?.content).not.toContain('need help now');
  });

  it('says so when nothing fits, or there are no words', async () => {
    const { people } = await stage();
    const none = await people.answerThis(target('xyzzy'), helper);
    expect(textOf(none.data)).toContain('no card that fits');
    const blank = await people.answerThis(target(' '), helper);
    expect(textOf(blank.data)).toContain('no words');
  });

  it.each([
    ['the server has not added the bot', true],
    ['the bot may not write', false],
  ])('posts through the press where %s', async (_, userInstall) => {
    const { people, fake } = await stage();
    const [channel] = fake.guilds[0]!.channels;
    channel!.permission_overwrites = [
      { id: GUILD_ID, type: 0, allow: '0', deny: SEND_MESSAGES.toString() },
    ];
    fake.gateway.dispatch('CHANNEL_UPDATE', channel);
    const scene = { ...helper, userInstall };
    const preview = await people.answerThis(target('is tea good?'), scene);
    const id = idOf(preview.data, 'Post as a reply');
    const pressed = await people.press(id, preview.message(), scene);
    await expect.poll(() => pressed.followUps().length).toBe(1);
    expect(fake.rest.posted).toEqual([]);
  });
});

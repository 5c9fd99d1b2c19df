import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ConfigError } from '../../../src/errors.js';
import { until } from '../../fakes/discord/people.js';
import { BOT, GUILD_ID, QUESTIONS } from '../../fakes/discord/world.js';
import { stage, textOf } from './harness.js';

const ME = `<@${BOT.id}>`;

describe('the start', () => {
  it('registers the commands once, and again only when they changed', async () => {
    const all = await stage();
    expect(all.fake.rest.commandWrites).toBe(1);
    await all.restart();
    expect(all.fake.rest.commandWrites).toBe(1);
    all.fake.rest.commands = all.fake.rest.commands.slice(1);
    await all.restart();
    expect(all.fake.rest.commandWrites).toBe(2);
  });

  it('describes every command and option', async () => {
    const { fake } = await stage();
    const names = (fake.rest.commands as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual([
      ...['ask', 'topics', 'tip', 'products', 'help', 'privacy', 'forget', 'settings', 'stats'],
      'Answer this',
    ]);
    for (const command of fake.rest.commands as {
      type: number;
      description: string;
      contexts: number[];
    }[]) {
      expect(command.contexts.length).toBeGreaterThan(0);
      if (command.type === 1) expect(command.description.length).toBeGreaterThan(10);
    }
  });

  it('shows in the presence how to ask', async () => {
    const { fake } = await stage();
    expect(JSON.stringify(fake.gateway.presences[0])).toContain('/ask');
  });

  it('asks for no more intents than it needs', async () => {
    const { fake } = await stage({ readMessages: false });
    const guilds = 1 << 0;
    const guildMessages = 1 << 9;
    const directMessages = 1 << 12;
    expect(fake.gateway.intents).toBe(guilds | guildMessages | directMessages);
  });

  it('goes on when the commands cannot be registered', async () => {
    const all = await stage({ notStarted: true });
    const does = { status: 403, body: { code: 50001, message: 'Missing Access' } };
    all.fake.faults.push({ method: 'PUT', path: /\/commands$/, does });
    await all.channel.start();
    expect(all.log.join()).toContain('registering the commands');
  });

  it.each([
    [
      'a bad token',
      { status: 401, body: { code: 0, message: '401: Unauthorized' } },
      /DISCORD_TOKEN.*Reset Token/,
    ],
    ['a failing Discord', { status: 503, body: {} }, /503.*discordstatus/],
    ['no network', 'cut' as const, /cannot be reached at 127\.0\.0\.1.*check the network/],
  ])('with %s ends in an error that says the mend', async (_, does, wanted) => {
    const all = await stage({ notStarted: true });
    all.fake.faults.push({ method: 'GET', path: /gateway\/bot$/, does, times: 9 });
    const failed = all.channel.start();
    await expect(failed).rejects.toThrow(ConfigError);
    await expect(failed).rejects.toThrow(wanted);
    await expect(failed).rejects.not.toThrow(all.fake.token);
  });

  it('with an intent that the portal refuses says where to switch it on', async () => {
    const all = await stage({ notStarted: true, messageContent: false });
    await expect(all.channel.start()).rejects.toThrow(/4014.*Message Content Intent/);
  });
});

describe('the connection', () => {
  it.each([
    ['a request to reconnect', 'askToReconnect', 'resumes'],
    ['a session that is still good', 'invalidate', 'resumes'],
    ['a dead line', 'drop', 'resumes'],
  ] as const)('after %s resumes and loses no message', async (_, fault, counter) => {
    const all = await stage();
    all.fake.gateway[fault](true);
    await until(
      () => all.fake.gateway.connections === 0 || all.fake.gateway[counter] > 0,
      'no fault',
    );
    all.people.say(`${ME} tea?`);
    await until(() => all.fake.rest.posted.length === 1, 'no answer');
    expect(all.fake.gateway[counter]).toBe(1);
    expect(all.fake.gateway.identifies).toBe(1);
  });

  it('after a lost session starts a new one', async () => {
    const all = await stage();
    // The client lets five seconds pass between two sessions; here they have passed already.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
    onTestFinished(() => void vi.useRealTimers());
    all.fake.gateway.invalidate(false);
    await until(() => all.fake.gateway.identifies === 2, 'no new session');
    all.people.say(`${ME} tea?`);
    await until(() => all.fake.rest.posted.length === 1, 'no answer');
  });

  it('dropped in the middle of a burst, the burst is answered once', async () => {
    const all = await stage({ timings: { quietMs: 900 } });
    await all.stores.settle(GUILD_ID, { faqChannels: [QUESTIONS] });
    all.people.say('hello there', { channel: QUESTIONS });
    all.fake.gateway.drop();
    all.people.say('is tea good for me?', { channel: QUESTIONS });
    await until(() => all.fake.rest.posted.length === 1, 'no answer', 5000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(all.fake.rest.posted).toHaveLength(1);
    expect(all.bot.asked.some(({ text }) => text === 'hello there\nis tea good for me?')).toBe(
      true,
    );
  }, 10_000);

  it('closed for good is reported with the mend', async () => {
    const all = await stage();
    all.fake.gateway.close(4004);
    await until(() => all.fatal.length === 1, 'not reported');
    expect(all.fatal[0]?.message).toMatch(/4004.*DISCORD_TOKEN/);
  });

  it('forgets a server that sends the bot away', async () => {
    const all = await stage();
    await all.stores.settle(GUILD_ID, { region: 'UK' });
    all.fake.gateway.dispatch('GUILD_DELETE', { id: GUILD_ID, unavailable: true });
    all.fake.gateway.dispatch('GUILD_DELETE', { id: GUILD_ID });
    await expect.poll(() => all.stores.settings.read(GUILD_ID)).toBeUndefined();
  });
});

describe('the stop', () => {
  it('finishes what is under way, then closes', async () => {
    const all = await stage();
    all.bot.delayMs = 300;
    const outcome = all.people.slash('ask', { question: 'tea?' });
    await until(() => all.bot.asked.length === 1, 'not asked');
    await all.channel.stop();
    expect(textOf((await outcome).data)).toContain('Tea');
    expect(all.fake.gateway.connections).toBe(0);
  });

  it('answers a burst that still waits for a pause', async () => {
    const all = await stage({ timings: { quietMs: 60_000 } });
    await all.stores.settle(GUILD_ID, { faqChannels: [QUESTIONS] });
    all.people.say('is tea good for me?', { channel: QUESTIONS });
    await until(() => all.bot.asked.length === 1, 'not heard');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await all.channel.stop();
    expect(all.fake.rest.posted).toHaveLength(1);
  });

  it('tells those who come in meanwhile to try again', async () => {
    const all = await stage();
    all.bot.delayMs = 300;
    const first = all.people.slash('ask', { question: 'tea?' });
    await until(() => all.bot.asked.length === 1, 'not asked');
    const stopping = all.channel.stop();
    const second = await all.people.slash('ask', { question: 'tea?' });
    expect(textOf(second.data)).toContain('just restarting');
    await first;
    await stopping;
  });

  it('does not wait for ever', async () => {
    const all = await stage({ timings: { stopWithinMs: 50, deferAfterMs: 10 } });
    all.bot.delayMs = 1000;
    await all.people.slash('ask', { question: 'tea?' });
    const began = Date.now();
    await all.channel.stop();
    expect(Date.now() - began).toBeLessThan(800);
  });

  it('is harmless before a start', async () => {
    const all = await stage({ notStarted: true });
    await all.channel.stop();
  });
});

/** A bot that is logged in to a loopback Discord, for one test. */
import { onTestFinished } from 'vitest';
import {
  type ChannelTimings,
  createDiscordChannel,
  type DiscordChannel,
  type DiscordChannelParts,
} from '../../../src/channels/discord/index.js';
import { openStores } from '../../../src/storage/open.js';
import { FakeDiscord, type FakeDiscordOptions } from '../../fakes/discord/fake-discord.js';
import { People } from '../../fakes/discord/people.js';
import type { Json } from '../../fakes/discord/rest.js';
import { catalogue, StandInBot, StandInStores, suggest } from './stand-in.js';

export interface Stage {
  fake: FakeDiscord;
  people: People;
  bot: StandInBot;
  stores: StandInStores;
  log: string[];
  channel: DiscordChannel;
  fatal: Error[];
  /** A second process with the same settings, after the first has stopped. */
  restart(): Promise<void>;
}

export interface StageOptions extends FakeDiscordOptions {
  /** What the bot's own configuration asks for. Default true. */
  readMessages?: boolean;
  timings?: ChannelTimings;
  parts?: Partial<DiscordChannelParts>;
  /** Where the test starts the channel itself. */
  notStarted?: boolean;
}

const QUICK: ChannelTimings = {
  quietMs: 40,
  questions: 100,
  personCooldownMs: 0,
  channelCooldownMs: 0,
  waitGuildMs: 300,
  rest: { timeout: 2000, retries: 1 },
};

/** Stops everything when the test ends, and fails it on a route that the fake does not know. */
export async function stage(options: StageOptions = {}): Promise<Stage> {
  const fake = await FakeDiscord.start(options);
  const bot = new StandInBot();
  const home = await openStores();
  const stores = new StandInStores(home);
  const log: string[] = [];
  const fatal: Error[] = [];
  const say = (message: string, facts?: object) =>
    void log.push(`${message} ${JSON.stringify(facts ?? {})}`);
  const create = () =>
    createDiscordChannel({
      bot,
      stores,
      catalogue,
      suggest,
      config: {
        token: fake.token,
        apiBase: fake.api,
        messageContent: options.readMessages ?? true,
      },
      logger: { info: say, warn: say, error: say },
      clock: () => Date.now() + fake.ahead,
      onFatal: (error) => void fatal.push(error),
      timings: { ...QUICK, ...options.timings },
      ...options.parts,
    });
  const stage: Stage = {
    fake,
    people: new People(fake),
    bot,
    stores,
    log,
    fatal,
    channel: create(),
    async restart() {
      await stage.channel.stop();
      stage.channel = create();
      await stage.channel.start();
    },
  };
  onTestFinished(async () => {
    await stage.channel.stop();
    await fake.stop();
    await home.close();
    if (fake.unknown.length > 0) throw new Error(`unknown routes:\n${fake.unknown.join('\n')}`);
    if (fake.rest.mistakes.length > 0) throw new Error(fake.rest.mistakes.join('\n'));
    const unanswered = [...fake.rest.interactions.values()].filter(
      ({ callbacks }) => callbacks.length !== 1,
    );
    if (unanswered.length > 0)
      throw new Error(`${unanswered.length} interactions not answered once`);
    if (log.join('\n').includes(fake.token)) throw new Error('the token is in the log');
  });
  if (!options.notStarted) await stage.channel.start();
  return stage;
}

/** All text of a message, as it reads. */
export function textOf(message: Json): string {
  const inner = (component: Json): string[] => [
    ...(typeof component.content === 'string' ? [component.content] : []),
    ...((component.components as Json[] | undefined) ?? []).flatMap(inner),
  ];
  return [String(message.content ?? ''), ...((message.components as Json[]) ?? []).flatMap(inner)]
    .filter(Boolean)
    .join('\n');
}

/** Every button and menu of a message, by label or placeholder. */
export function controls(message: Json): Map<string, Json> {
  const found = new Map<string, Json>();
  const visit = (component: Json): void => {
    if (component.custom_id || component.url) {
      found.set(String(component.label ?? component.placeholder), component);
    }
    for (const inner of (component.components as Json[] | undefined) ?? []) visit(inner);
    if (component.accessory) visit(component.accessory as Json);
  };
  for (const component of (message.components as Json[]) ?? []) visit(component);
  return found;
}

export function idOf(message: Json, label: string): string {
  const id = controls(message).get(label)?.custom_id;
  if (typeof id !== 'string') {
    throw new Error(`no ${label} among ${[...controls(message).keys()].join(', ')}`);
  }
  return id;
}

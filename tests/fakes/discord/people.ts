/** What people do in the loopback Discord: commands, presses, messages. */
import { ChannelType } from 'discord.js';
import type { FakeDiscord } from './fake-discord.js';
import type { FakeInteraction, Json } from './rest.js';
import {
  APPLICATION,
  ASKER,
  BOT,
  DM,
  type FakeChannel,
  type FakeUser,
  FORUM,
  GENERAL,
  GUILD_ID,
  memberPayload,
  snowflake,
  userPayload,
} from './world.js';

export interface Scene {
  user?: FakeUser;
  channel?: string;
  /** In a server (default), in the bot's own direct messages, or in a group where a person brought it. */
  in?: 'server' | 'dm' | 'group';
  /** Added by a person, not by the server. */
  userInstall?: boolean;
  /** Beyond what everybody may. */
  permissions?: bigint;
}

/** An interaction's outcome, as the person sees it. */
export interface Outcome {
  type: number;
  data: Json;
  ms: number;
  ephemeral: boolean;
  /** The message as it stands now. */
  message(): Json;
  followUps(): Json[];
  interaction: FakeInteraction;
}

const EPHEMERAL = 64;
const ANSWER_WITHIN_MS = 4000;

export class People {
  readonly #fake: FakeDiscord;
  constructor(fake: FakeDiscord) {
    this.#fake = fake;
  }

  slash(name: string, options: Json = {}, scene: Scene = {}, sub?: string): Promise<Outcome> {
    const given = Object.entries(options).map(([key, value]) => ({
      name: key,
      type: typeof value === 'boolean' ? 5 : 3,
      value,
    }));
    const data = {
      id: snowflake(),
      name,
      type: 1,
      options: sub ? [{ name: sub, type: 1, options: given }] : given,
    };
    return this.interact(2, data, scene);
  }

  type(name: string, option: string, value: string, scene: Scene = {}): Promise<Outcome> {
    const options = [{ name: option, type: 3, value, focused: true }];
    return this.interact(4, { id: snowflake(), name, type: 1, options }, scene);
  }

  /** @param on the message that the button sits on. */
  press(customId: string, on: Json, scene: Scene = {}): Promise<Outcome> {
    return this.interact(3, { custom_id: customId, component_type: 2 }, scene, on);
  }

  choose(customId: string, values: string[], on: Json, scene: Scene = {}, componentType = 3) {
    const data: Json = { custom_id: customId, component_type: componentType, values };
    if (componentType === 8) data.resolved = { channels: {} };
    return this.interact(3, data, scene, on);
  }

  answerThis(target: Json, scene: Scene = {}): Promise<Outcome> {
    const id = String(target.id);
    const data = {
      id: snowflake(),
      name: 'Answer this',
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: target } },
    };
    return this.interact(2, data, scene);
  }

  async interact(type: number, data: Json, scene: Scene, on?: Json): Promise<Outcome> {
    const { user = ASKER, permissions = 0n, userInstall = false } = scene;
    const place = scene.in ?? 'server';
    const channelId = scene.channel ?? (place === 'server' ? GENERAL : DM);
    const id = snowflake(Date.now() + this.#fake.ahead);
    const token = `interaction-token-${id}`;
    const inServer = place === 'server';
    let answered = () => {};
    const done = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const interaction: FakeInteraction = {
      id,
      token,
      at: Date.now() + this.#fake.ahead,
      channelId,
      callbacks: [],
      original: on,
      followUps: [],
      onCallback: answered,
    };
    this.#fake.rest.interactions.set(token, interaction);
    const channelType = inServer
      ? (this.#fake.rest.channel(channelId)?.type ?? ChannelType.GuildText)
      : place === 'dm'
        ? ChannelType.DM
        : ChannelType.GroupDM;
    this.#fake.gateway.dispatch('INTERACTION_CREATE', {
      id,
      application_id: APPLICATION,
      type,
      token,
      version: 1,
      data,
      channel_id: channelId,
      channel: {
        id: channelId,
        type: channelType,
        ...(inServer && { guild_id: GUILD_ID, name: 'x' }),
      },
      locale: 'en-GB',
      entitlements: [],
      attachment_size_limit: 10_485_760,
      app_permissions: '0',
      context: inServer ? 0 : place === 'dm' ? 1 : 2,
      authorizing_integration_owners:
        userInstall || place === 'group' ? { 1: user.id } : { 0: inServer ? GUILD_ID : '0' },
      ...(on && { message: on }),
      ...(inServer
        ? {
            guild_id: GUILD_ID,
            guild: { id: GUILD_ID, features: [], locale: 'en-US' },
            guild_locale: 'en-US',
            member: memberPayload(user, permissions),
          }
        : { user: userPayload(user) }),
    });
    await within(done, ANSWER_WITHIN_MS, `no answer to ${JSON.stringify(data)}`);
    const callback = interaction.callbacks[0]!;
    return {
      ...callback,
      data: callback.data ?? {},
      ephemeral: (Number(callback.data?.flags ?? 0) & EPHEMERAL) !== 0,
      message: () => interaction.original ?? {},
      followUps: () => interaction.followUps,
      interaction,
    };
  }

  /** A message; without the intent its words reach only a bot that it is meant for. */
  say(content: string, { user = ASKER, channel = GENERAL, ...more }: SayOptions = {}): Json {
    const direct = more.direct === true;
    const mentionsBot = content.includes(`<@${BOT.id}>`) || more.replyTo?.author.id === BOT.id;
    const hears = direct || mentionsBot || this.#fake.seesContent;
    const mentions = [...content.matchAll(/<@(\d+)>/g)].map(([, id]) => ({ id, username: 'x' }));
    if (more.replyTo?.pings) mentions.push(more.replyTo.author as never);
    const message: Json = {
      id: more.id ?? snowflake(),
      type: more.replyTo ? 19 : 0,
      channel_id: direct ? DM : channel,
      channel_type: direct ? 1 : (this.#fake.rest.channel(channel)?.type ?? 0),
      author: userPayload(user),
      content: hears ? content : '',
      embeds: [],
      attachments: [],
      mentions: mentions.map((one) => userPayload(one as FakeUser)),
      mention_roles: [],
      mention_everyone: false,
      pinned: false,
      tts: false,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      components: [],
      ...(more.webhook && { webhook_id: snowflake() }),
      ...(!direct && { guild_id: GUILD_ID, member: memberPayload(user, 0n) }),
      ...(more.replyTo && {
        message_reference: { message_id: snowflake(), channel_id: channel, guild_id: GUILD_ID },
        referenced_message: {
          id: snowflake(),
          channel_id: channel,
          type: 0,
          author: userPayload(more.replyTo.author),
          content: 'before',
        },
      }),
    };
    this.#fake.gateway.dispatch('MESSAGE_CREATE', message);
    return { ...message, content };
  }

  /** A forum post: its thread, then, after a while, its first message. */
  async post(title: string, content: string, user = ASKER, delayMs = 0): Promise<FakeChannel> {
    const id = snowflake();
    const thread: FakeChannel = {
      id,
      type: ChannelType.PublicThread,
      name: title,
      guild_id: GUILD_ID,
      parent_id: FORUM,
      owner_id: user.id,
      thread_metadata: {
        archived: false,
        locked: false,
        auto_archive_duration: 1440,
        archive_timestamp: new Date().toISOString(),
      },
    };
    this.#fake.guilds[0]!.threads.push(thread);
    this.#fake.gateway.dispatch('THREAD_CREATE', { ...thread, newly_created: true });
    if (delayMs) await new Promise((resolve) => setTimeout(resolve, delayMs));
    this.say(content, { user, channel: id, id });
    return thread;
  }
}

export interface SayOptions {
  user?: FakeUser;
  channel?: string;
  direct?: boolean;
  webhook?: boolean;
  id?: string;
  replyTo?: { author: FakeUser; pings: boolean };
}

export async function within<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Waits until something holds. */
export async function until(
  holds: () => boolean,
  what = 'it did not happen',
  ms = 3000,
): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`${what} within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

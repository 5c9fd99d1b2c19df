/** The Discord channel from login to goodbye. */
import {
  ActivityType,
  Client,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  type RESTOptions,
} from 'discord.js';
import type { VertebotError } from '../../errors.js';
import type { Catalogue } from './catalogue.js';
import { NO_MENTIONS } from './components.js';
import { connectError, DISCORD_API, finalCloseError } from './connect-errors.js';
import { createCooldown } from './cooldown.js';
import { codeOf, logFailure } from './failures.js';
import { createGuildSettings } from './guild-settings.js';
import type { Logger } from './logger.js';
import { onInteraction } from './on-interaction.js';
import { createMessageHandler, type MessageHandler } from './on-message.js';
import type { BotDoor, Parts } from './parts.js';
import { registerCommands } from './registration.js';
import type { DiscordStores } from './stores.js';
import type { UnaskedOptions } from './unasked.js';

export interface DiscordConfig {
  token: string;
  /** Default `https://discord.com/api`; elsewhere only for tests. */
  apiBase?: string;
  /** Ask for the message-content intent, without which nothing is answered unasked. Default false. */
  messageContent?: boolean;
}

export interface DiscordChannelParts {
  bot: BotDoor;
  catalogue: Catalogue;
  suggest: Parts['suggest'];
  stores: DiscordStores;
  config: DiscordConfig;
  logger: Logger;
  /** Told the words of a question that has no card; decides itself whether they are kept. */
  onDeclined?: (text: string) => Promise<void>;
  /** Milliseconds since the epoch. */
  clock: () => number;
  /** Told when Discord ends the connection for good: whoever runs the process must tell why and end it. */
  onFatal?: (error: VertebotError) => void;
  /** Timings; the defaults suit production. */
  timings?: ChannelTimings;
}

export interface ChannelTimings extends Partial<Omit<UnaskedOptions, 'clock'>> {
  deferAfterMs?: number;
  /** How many questions a person may ask within `cooldownMs`. Defaults 10 and 30,000. */
  questions?: number;
  cooldownMs?: number;
  /** How long `stop` waits for what is under way. Default 10,000. */
  stopWithinMs?: number;
  /** How long the start waits for servers to appear. Default 15,000. */
  waitGuildMs?: number;
  rest?: Partial<RESTOptions>;
}

export interface DiscordChannel {
  /**
   * Resolves when the bot is ready to answer.
   *
   * @throws ConfigError that says why it cannot connect, and the mend.
   */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is under way, then closes. Safe to call at any time. */
  stop(): Promise<void>;
}

const API_VERSION = '10';

export function createDiscordChannel(channel: DiscordChannelParts): DiscordChannel {
  const { config, logger, clock, stores, timings = {} } = channel;
  const api = config.apiBase ?? DISCORD_API;
  const restOptions = { ...timings.rest, api, version: API_VERSION };
  const readsMessages = config.messageContent ?? false;
  const underWay = new Set<Promise<unknown>>();
  let closing = false;
  let client: Client | undefined;
  let messages: MessageHandler | undefined;

  function later(work: Promise<unknown>, doing: string): void {
    const ended = work
      .catch((error: unknown) => logFailure(logger, doing, error))
      .finally(() => underWay.delete(ended));
    underWay.add(ended);
  }

  async function start(): Promise<void> {
    try {
      client = createClient();
      listen(client, parts());
      const ready = new Promise<void>((resolve) =>
        client?.once(Events.ClientReady, () => resolve()),
      );
      const failed = new Promise<never>((_, reject) => {
        client?.once(Events.ShardDisconnect, ({ code }) => reject(finalCloseError(code)));
      });
      failed.catch(() => {});
      await Promise.race([Promise.all([client.login(config.token), ready]), failed]);
      const application = client.application?.id ?? '';
      const changed = await registerCommands(client.rest, application).catch((error: unknown) => {
        logFailure(logger, 'registering the commands', error);
        return false;
      });
      logger.info('connected to Discord', {
        servers: client.guilds.cache.size,
        commandsSent: changed,
      });
    } catch (error) {
      await client?.destroy();
      throw connectError(error, api);
    }
    // From here on a final close is news for whoever runs the process.
    client.on(Events.ShardDisconnect, ({ code }) => {
      const error = finalCloseError(code);
      if (error) channel.onFatal?.(error);
    });
  }

  function createClient(): Client {
    return new Client({
      intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.DirectMessages,
        ...(readsMessages ? [GatewayIntentBits.MessageContent] : []),
      ],
      partials: [Partials.Channel],
      shards: 'auto',
      allowedMentions: NO_MENTIONS,
      failIfNotExists: false,
      // Messages are answered as they come; none is kept.
      makeCache: Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: 0,
        ReactionManager: 0,
        GuildMemberManager: {
          maxSize: 1,
          keepOverLimit: (member) => member.id === member.client.user.id,
        },
        UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user.id },
      }),
      presence: { activities: [{ name: '/ask', type: ActivityType.Listening }] },
      rest: restOptions,
      ...(timings.waitGuildMs !== undefined && { waitGuildTimeout: timings.waitGuildMs }),
    });
  }

  function parts(): Parts {
    const onFailure = (error: unknown) => logFailure(logger, 'reading the settings', error);
    return {
      bot: channel.bot,
      catalogue: channel.catalogue,
      suggest: channel.suggest,
      stores,
      settings: createGuildSettings(stores.settings, { clock, onFailure }),
      cooldown: createCooldown(clock, timings.questions ?? 10, timings.cooldownMs ?? 30_000),
      logger,
      readsMessages,
      later,
      ...(channel.onDeclined && { onDeclined: channel.onDeclined }),
    };
  }

  function listen(bot: Client, parts: Parts): void {
    const { deferAfterMs } = timings;
    const handler = createMessageHandler(parts, { clock, ...timings });
    messages = handler;
    const isClosing = () => closing;
    bot.on(Events.InteractionCreate, (interaction) => {
      const options = { isClosing, ...(deferAfterMs !== undefined && { deferAfterMs }) };
      later(onInteraction(interaction, parts, options), 'answering an interaction');
    });
    bot.on(Events.MessageCreate, (message) => {
      if (!closing) later(handler.handle(message), 'answering a message');
    });
    bot.on(Events.GuildDelete, (guild) => {
      // Sent away: nothing of the server is kept. An outage is another event.
      later(parts.settings.forget(guild.id), 'forgetting a server');
      later(stores.counts.deleteGuild(guild.id), 'forgetting a server');
    });
    bot.on(Events.ShardReconnecting, (shard) => {
      if (!closing) logger.info('reconnecting to Discord', { shard });
    });
    bot.on(Events.ShardResume, (shard) => logger.info('connection to Discord resumed', { shard }));
    bot.on(Events.ShardError, (error, shard) => {
      logger.warn('the connection to Discord broke', { shard, code: codeOf(error) });
    });
    bot.on(Events.Error, (error) => logFailure(logger, 'the Discord client', error));
  }

  /** What is under way may start more on the side, and what was being heard may still be answered. */
  async function finished(): Promise<void> {
    do {
      messages?.flush();
      await Promise.all(underWay);
    } while (underWay.size > 0);
  }

  async function stop(): Promise<void> {
    closing = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timings.stopWithinMs ?? 10_000);
    });
    await Promise.race([finished(), late]).finally(() => clearTimeout(timer));
    await client?.destroy();
  }

  return { start, stop };
}

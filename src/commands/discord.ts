/** `vertebot discord`: answers in Discord until it is told to stop. */

import type { BotDoor, DiscordConfig, DiscordStores } from '../channels/discord/index.js';
import { type Catalogue, createDiscordChannel, type Logger } from '../channels/discord/index.js';
import { ConfigError, UsageError } from '../errors.js';
import type { Suggest } from '../suggest.js';
import type { Command } from './command.js';

export interface DiscordProduct {
  bot: BotDoor;
  catalogue: Catalogue;
  suggest: Suggest;
  stores: DiscordStores;
  onDeclined?: (text: string) => Promise<void>;
  /** Called once the channel has stopped. */
  close(): Promise<void>;
}

export interface DiscordWith {
  config: DiscordConfig | undefined;
  open(): Promise<DiscordProduct>;
  logger: Logger;
  clock: () => number;
  /** Resolves when the process is asked to stop. */
  untilStopped: () => Promise<void>;
}

export const NO_TOKEN =
  'DISCORD_TOKEN is not set; make a bot at https://discord.com/developers/applications and set its token (docs/discord.md says how)';

/** @returns a command that exits with 0 after a stop that was asked for. */
export function discordCommand({
  config,
  open,
  logger,
  clock,
  untilStopped,
}: DiscordWith): Command {
  return async (args) => {
    if (args.length > 0) throw new UsageError(`${args[0]} is not understood; use vertebot discord`);
    if (!config) throw new ConfigError(NO_TOKEN);
    const product = await open();
    try {
      let fail: (error: Error) => void = () => {};
      const fatal = new Promise<never>((_, reject) => {
        fail = reject;
      });
      fatal.catch(() => {});
      const channel = createDiscordChannel({ ...product, config, logger, clock, onFatal: fail });
      const stopped = untilStopped();
      try {
        const started = channel.start();
        // Asked to stop while still starting, nobody waits for how that ends.
        started.catch(() => {});
        await Promise.race([started, stopped]);
        await Promise.race([stopped, fatal]);
      } finally {
        await channel.stop();
      }
      return 0;
    } finally {
      await product.close();
    }
  };
}

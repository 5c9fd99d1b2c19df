/** `vertebot register`: tells Discord of the commands without going online. */
import { REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';

import { connectError, type DiscordConfig, registerCommands } from '../channels/discord/index.js';
import { ConfigError } from '../errors.js';
import type { Command } from './command.js';
import { NO_TOKEN } from './discord.js';

export function registerCommand(config: DiscordConfig | undefined): Command {
  return async (_args, io) => {
    if (!config) throw new ConfigError(NO_TOKEN);
    const rest = discordRest(config);
    try {
      const { id } = await currentApplication(rest);
      const changed = await registerCommands(rest, id);
      io.out(
        changed ? 'The commands have been registered.' : 'Discord has these commands already.',
      );
      return 0;
    } catch (error) {
      throw connectError(error, config.apiBase);
    }
  };
}

export function discordRest({ token, apiBase }: DiscordConfig): REST {
  return new REST({ version: '10', ...(apiBase && { api: apiBase }) }).setToken(token);
}

export async function currentApplication(rest: REST): Promise<RESTGetCurrentApplicationResult> {
  return (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
}

/** `vertebot invite`: the links by which a server, or a person, adds the bot. */
import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

import { connectError, type DiscordConfig } from '../channels/discord/index.js';
import { ConfigError, UsageError } from '../errors.js';
import type { Command } from './command.js';
import { NO_TOKEN } from './discord.js';
import { currentApplication, discordRest } from './register.js';

/** What the bot asks a server for; docs/discord.md has the reason for each. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

const SNOWFLAKE = /^\d{17,20}$/;

/** `vertebot invite [APPLICATION_ID]`: with the id neither a token nor the network is needed. */
export function inviteCommand(config: DiscordConfig | undefined): Command {
  return async ([given], io) => {
    if (given !== undefined && !SNOWFLAKE.test(given)) {
      throw new UsageError(
        'an application id is 17 to 20 digits; use vertebot invite [APPLICATION_ID]',
      );
    }
    const id = given ?? (await ownId(config));
    io.out(`For a server:  ${inviteLink(id, 'server')}`);
    io.out(`For yourself:  ${inviteLink(id, 'person')}`);
    return 0;
  };
}

export function inviteLink(application: string, whose: 'server' | 'person'): string {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.searchParams.set('client_id', application);
  const scopes: OAuth2Scopes[] = [OAuth2Scopes.ApplicationsCommands];
  if (whose === 'server') {
    scopes.unshift(OAuth2Scopes.Bot);
    link.searchParams.set('permissions', PERMISSIONS.toString());
  }
  link.searchParams.set('scope', scopes.join(' '));
  link.searchParams.set('integration_type', whose === 'server' ? '0' : '1');
  return link.href;
}

async function ownId(config: DiscordConfig | undefined): Promise<string> {
  if (!config) throw new ConfigError(`${NO_TOKEN}; or name the application: vertebot invite ID`);
  try {
    return (await currentApplication(discordRest(config))).id;
  } catch (error) {
    throw connectError(error, config.apiBase);
  }
}

/** Why the bot cannot connect, or may not stay: what is wrong and how to mend it, never the token. */
import { ConfigError } from '../../errors.js';
import { codeOf } from './failures.js';

const PORTAL = 'https://discord.com/developers/applications';

/** Close codes after which Discord will not have the bot back. */
const FINAL: Readonly<Record<number, string>> = {
  4004: `Discord does not accept the token any more; make a new one at ${PORTAL} (Bot, Reset Token) and set DISCORD_TOKEN`,
  4010: 'Discord refuses the shard number; start the bot once, not in several copies with settings of their own',
  4011: 'the bot is in too many servers for one connection; update Vertebot, which shards by itself',
  4012: 'Discord no longer speaks this version of its gateway; update Vertebot',
  4013: 'Discord does not know one of the intents; update Vertebot',
  4014: `an intent is not allowed; at ${PORTAL} (Bot, Privileged Gateway Intents) switch on "Message Content Intent", or set DISCORD_MESSAGE_CONTENT=off, and nothing is answered unasked`,
};

export function finalCloseError(code: number): ConfigError | undefined {
  const why = FINAL[code];
  return why ? new ConfigError(`Discord closed the connection (${code}): ${why}.`) : undefined;
}

export const DISCORD_API = 'https://discord.com/api';

export function connectError(error: unknown, apiBase = DISCORD_API): ConfigError {
  if (error instanceof ConfigError) return error;
  const status =
    typeof error === 'object' && error && 'status' in error ? Number(error.status) : undefined;
  const code = codeOf(error);
  if (status === 401 || code === 'TokenInvalid') {
    return new ConfigError(
      `Discord does not accept DISCORD_TOKEN; copy it anew from ${PORTAL} (your application, Bot, Reset Token).`,
    );
  }
  if (status !== undefined && status >= 500) {
    return new ConfigError(
      `Discord answers with an error (${status}); see https://discordstatus.com and start again later.`,
    );
  }
  const { host } = new URL(apiBase);
  const detail = code === undefined ? '' : ` (${code})`;
  return new ConfigError(
    `Discord cannot be reached at ${host}${detail}; check the network, the proxy and the firewall of this machine: it needs outgoing connections to port 443.`,
  );
}

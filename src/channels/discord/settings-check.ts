/** `/settings check`: tries every channel that the bot should answer in, and says what is missing where. */
import type { Client } from 'discord.js';
import { cards, container, type Outgoing, text } from './components.js';
import { codeOf } from './failures.js';
import type { Parts } from './parts.js';
import { missingPermissions } from './permissions.js';
import type { GuildSettings } from './stores.js';
import { CHECK_WORDS, SETTING_WORDS } from './words-settings.js';

export async function checkChannels(
  client: Client<true>,
  guild: string,
  { faqChannels }: GuildSettings,
  { catalogue, readsMessages }: Parts,
): Promise<Outgoing> {
  const found = await Promise.all(faqChannels.map((id) => check(client, guild, id)));
  const lines = [CHECK_WORDS.head, ...(found.length > 0 ? found : [CHECK_WORDS.none])];
  if (!readsMessages) lines.push(SETTING_WORDS.cannotRead);
  return cards([container(catalogue.accent(''), [text(lines.join('\n'))])]);
}

async function check(client: Client<true>, guild: string, id: string): Promise<string> {
  const channel = await client.channels.fetch(id).catch(() => null);
  // A channel of another server must not be told about.
  if (!channel || channel.isDMBased() || channel.guildId !== guild) return CHECK_WORDS.gone(id);
  const missing = missingPermissions(channel, client);
  if (missing.length > 0) return CHECK_WORDS.missing(id, missing);
  try {
    // The lightest thing that needs the right to write; nothing stays behind.
    if (channel.isSendable()) await channel.sendTyping();
  } catch (error) {
    return CHECK_WORDS.refused(id, String(codeOf(error) ?? 'unknown'));
  }
  return CHECK_WORDS.fine(id);
}

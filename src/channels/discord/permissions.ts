/** What the bot needs in a channel to answer there, asked of the cache before Discord has to refuse. */
import { type Client, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';

const NAMES = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  ReadMessageHistory: 'Read Message History',
} as const;

/** Names, as the channel's settings show them, of the permissions that the bot lacks there. */
export function missingPermissions(channel: GuildBasedChannel, client: Client<true>): string[] {
  // In a thread, and in a forum, whose posts are threads, a permission of its own counts.
  const threads = channel.isThread() || channel.isThreadOnly();
  const needed = [
    'ViewChannel',
    threads ? 'SendMessagesInThreads' : 'SendMessages',
    'ReadMessageHistory',
  ] as const;
  const own = channel.permissionsFor(client.user);
  return needed.filter((name) => !own?.has(PermissionFlagsBits[name])).map((name) => NAMES[name]);
}

/** What the privacy card says of Discord beside what holds for every channel. */
import type { DiscordConfig } from './channel.js';

export function discordPrivacyFacts({
  messageContent,
}: Pick<DiscordConfig, 'messageContent'>): string[] {
  return [
    messageContent
      ? 'In channels that a server chose for it, this bot reads every message to find questions it can answer. Elsewhere it reads only what is addressed to it. What it reads is not kept.'
      : 'This bot reads only what is addressed to it: commands, mentions, direct messages, and a message you have it answer. What it reads is not kept.',
    'What a server has settled is kept until the bot is removed from it. Messages travel through Discord, whose own privacy policy holds there.',
  ];
}

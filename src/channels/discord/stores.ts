/** The stores that the Discord channel needs beside the conversations, and what a server starts with. */
import type { GuildSettings, Stores, TipTone } from '../../storage/ports.js';

export type DiscordStores = Pick<Stores, 'settings' | 'feedback' | 'counts'>;
export type { Counted, GuildSettings, TipTone, Totals, Vote } from '../../storage/ports.js';

export const TIP_TONES: readonly TipTone[] = ['plain', 'cheerful', 'off'];

/** What holds in a server that has settled nothing. */
export const DEFAULT_GUILD_SETTINGS: Readonly<GuildSettings> = Object.freeze({
  faqChannels: [],
  confidence: 0.8,
  productLinks: true,
  tipTone: 'plain',
  publicAnswers: false,
});

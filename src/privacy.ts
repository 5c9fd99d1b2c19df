/** What the running configuration keeps, in sentences: for every channel that is asked about privacy. */
import type { Config } from './config.js';
import { DEFAULT_IDLE_MINUTES } from './storage/expiring.js';
import { BALLOT_DAYS, SUM_DAYS, UNANSWERED_DAYS } from './storage/open.js';

/** One sentence each, for whoever asks; true for this configuration and no other. */
export function privacyFacts({
  keepUnanswered,
}: Pick<Config, 'keepUnanswered'>): readonly string[] {
  return [
    `Which topics a conversation touched, and whether product links and amounts are to be left out of it (never why), is kept until ${DEFAULT_IDLE_MINUTES} minutes after its last message, then deleted. Your words are not kept with it, and neither is your name: it stands under a code that means nothing outside this bot.`,
    `How often each topic came up, and the thumbs it got, are counted by day and kept for ${SUM_DAYS} days. A count names nobody. So that a thumb counts once, its code is kept for ${BALLOT_DAYS} days.`,
    keepUnanswered
      ? `Questions without an answer are kept for ${UNANSWERED_DAYS} days, so that cards can be written for them: without who asked, and with mentions, e-mail addresses, links and long numbers taken out. Nothing about an emergency or an illness that was named is ever among them.`
      : 'Questions without an answer are not kept.',
    'All of it stays on the machine that runs this bot. Nothing is sold, shared or sent to anybody else.',
  ];
}

/** For the terminal and for pipes, which keep nothing on disk. */
export const MEMORY_FACTS: readonly string[] = [
  'This talk is held in memory only, and is gone when the program ends.',
];

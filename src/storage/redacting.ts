/** Takes out of a question what could lead to a person, before any home sees it. */
import type { UnansweredHome } from './homes.js';

/** Longer questions are cut at a word: a card is written for a question, not for a story. */
const MOST_CHARACTERS = 500;

/** In this order: a link may hold an @, an address looks like a mention. Each runs in linear time. */
const REDACTIONS: readonly [pattern: RegExp, instead: string][] = [
  // Discord's own: <@1>, <@!1>, <@&1>, <#1>, <:name:1>, <a:name:1>, <t:1:R>, </name:1>, <id:home>
  [/<(?:@[!&]?|#|a?:\w{1,32}:|t:|\/[^<>:]{1,100}:|id:)[^<>\s]{1,40}>/giu, '[mention]'],
  [/mailto:\S+/giu, '[address]'],
  [/[a-z][a-z0-9+.-]{0,20}:\/\/\S*/giu, '[link]'],
  [/www\.\S+/giu, '[link]'],
  [/[^\s@<>()[\],;:"]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu, '[address]'],
  [/(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}\/\S+/giu, '[link]'],
  [
    /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:com|org|net|edu|gov|info|biz|io|gg|me|tv|app|dev|uk|ie|ca|us|eu|de|fr|au|nz)(?![\p{L}\p{N}-])/giu,
    '[link]',
  ],
  [/@[\p{L}\p{N}_.-]+/giu, '[mention]'],
];

/** Digits, alone or in groups with a space or a sign between: telephone, account and record numbers, dates. */
const DIGIT_GROUPS = /[+(]{0,2}\p{Nd}+(?:[\s()./\\_-]{1,3}\p{Nd}+)*/gu;
/** "10000 IU" and "400-800 mg" stay; a full date or a local telephone number goes. */
const LONGEST_RUN = 5;
const LONGEST_GROUPS = 6;

/**
 * The text without mentions, e-mail addresses, links and long numbers, on one line, at most 500 characters.
 * Names in words are beyond it. Empty when no word is left.
 */
export function redact(text: string): string {
  let clean = text
    .slice(0, 4 * MOST_CHARACTERS)
    .normalize('NFKC')
    // Invisible characters could hide an address from the patterns below.
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (clean.length > MOST_CHARACTERS) {
    clean = clean
      .slice(0, MOST_CHARACTERS + 1)
      .replace(/\S*$/u, '')
      .trim();
  }
  for (const [pattern, instead] of REDACTIONS) clean = clean.replace(pattern, instead);
  clean = clean.replace(DIGIT_GROUPS, (found) => (isLong(found) ? '[number]' : found));
  const words = clean.replace(/\[(?:mention|address|link|number)\]/gu, '');
  return /\p{L}/u.test(words) ? clean : '';
}

/** The same store, shown only what `redact` leaves. */
export function redacting(home: UnansweredHome): UnansweredHome {
  return {
    ...home,
    async add(text) {
      const clean = redact(text);
      if (clean) await home.add(clean);
    },
  };
}

function isLong(found: string): boolean {
  const runs = found.match(/\p{Nd}+/gu) ?? [];
  const digits = runs.reduce((sum, run) => sum + run.length, 0);
  return runs.some((run) => run.length > LONGEST_RUN) || digits > LONGEST_GROUPS;
}

/** Tells a message in another language from English, and catches its cries for help. */
import type { LanguagesData } from '../content/schema-safety.js';
import { fold } from '../text/index.js';
import type { RedFlag } from './types.js';

export interface ForeignReading {
  /** The id of the language, when the message is clearly not in English. */
  language?: string;
  flags: RedFlag[];
}

interface Phrase {
  language: string;
  topic: string;
  phrase: string;
}

const FOREIGN_LETTER = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
/** The language is told from the beginning; cries for help are looked for in all of the text. */
const READ_FOR_LANGUAGE = 600;
/** Shares of a message, 0 to 1, that must belong to the other language. */
const FOREIGN_LETTERS = 0.4;
const FOREIGN_WORDS = 0.5;
/** One common word alone is an accident, unless it is the whole message and not a short one. */
const FEWEST_WORDS = 2;
const LONG_WORD = 4;
/** How many common letters one telling letter outweighs. */
const TELLING_LETTER = 10;

/** Compiles the pack's languages. The reader runs in linear time and never throws. */
export function createLanguageReader(languages: LanguagesData): (text: string) => ForeignReading {
  const scripts = new Map<string, RegExp>();
  const words = new Map<string, Set<string>>();
  const latin = new Map<string, Phrase[]>();
  const others: Phrase[] = [];
  for (const [id, language] of Object.entries(languages)) {
    const letters = language.letters && `[${language.letters}]`;
    if (language.script)
      scripts.set(id, new RegExp(letters ?? `\\p{Script=${language.script}}`, 'gu'));
    else words.set(id, new Set(language.words.map(fold)));
    for (const [topic, list] of Object.entries(language.urgent)) {
      for (const typed of list) {
        const phrase = spaced(typed);
        const first = phrase.startsWith(' ') ? phrase.split(' ')[1]! : '';
        if (!first) others.push({ language: id, topic, phrase });
        else latin.set(first, [...(latin.get(first) ?? []), { language: id, topic, phrase }]);
      }
    }
  }

  return (text) => {
    const beginning = text.slice(0, READ_FOR_LANGUAGE);
    const language = byScript(beginning, languages, scripts) ?? byWords(beginning, words);
    const plain = spaced(text);
    const flags: RedFlag[] = [];
    const near = new Set(plain.split(' ').flatMap((word) => latin.get(word) ?? []));
    if (FOREIGN_LETTER.test(text)) for (const phrase of others) near.add(phrase);
    for (const { language: id, topic, phrase } of near) {
      if (!plain.includes(phrase)) continue;
      const reason = `A cry for help in ${languages[id]!.name}.`;
      flags.push({ topic, rule: `language-${id}`, reason, evidence: phrase.trim() });
    }
    return language ? { language, flags } : { flags };
  };
}

/** Folded words between single spaces; text without Latin letters keeps its letters side by side. */
function spaced(text: string): string {
  const plain = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return /[a-z]/.test(plain) ? ` ${plain} ` : plain;
}

function byScript(
  text: string,
  languages: LanguagesData,
  scripts: ReadonlyMap<string, RegExp>,
): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const foreign = letters - (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
  if (foreign < 2 || foreign < letters * FOREIGN_LETTERS) return undefined;
  let best: { id: string; count: number } | undefined;
  for (const [id, pattern] of scripts) {
    const weight = languages[id]!.letters ? TELLING_LETTER : 1;
    const count = (text.match(pattern)?.length ?? 0) * weight;
    if (count > (best?.count ?? 0)) best = { id, count };
  }
  return best?.id;
}

function byWords(
  text: string,
  words: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const said = fold(text).match(/\p{L}+/gu) ?? [];
  let best: { id: string; count: number } | undefined;
  for (const [id, known] of words) {
    const count = said.filter((word) => known.has(word)).length;
    if (count > (best?.count ?? 0)) best = { id, count };
  }
  if (!best || best.count < said.length * FOREIGN_WORDS) return undefined;
  if (said.length === 1) return said[0]!.length >= LONG_WORD ? best.id : undefined;
  return best.count >= FEWEST_WORDS ? best.id : undefined;
}

/** A message as the rules read it: plain words with slips mended, and where sentences end. */
import { stemOf, wordsOf } from '../text/index.js';

export interface Reading {
  words: string[];
  /** The stem of each word. */
  stems: string[];
  /** The number of the sentence that each word stands in, from 0, never falling. */
  sentence: number[];
}

const SENTENCE_END = /[.!?\u2026;]+(?=[\s"')\]*_~]|$)|[\r\n]+/g;
/** Digits and signs that stand for a letter when there is a letter on either side: "k1ll", "s0 sad". */
const DISGUISED = /(?<=[a-z])[013@$](?=[a-z])/gi;
const LETTER_FOR: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '@': 'a', $: 's' };
/** Invisible joiners that would part a word in two. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** "don t", "can t": what is left of a contraction when the apostrophe became a space. */
const CONTRACTED = new Set(
  'can don won didn doesn isn wasn weren haven hasn hadn couldn wouldn shouldn aren'.split(' '),
);
const SPELT_WITHOUT =
  /^(?:can|wo|do|does|did|is|was|were|have|has|had|could|would|should|are|ai)nt$/;

/** The same word more often than this in a row says no more, and every rule would look at each. */
const LONGEST_RUN = 8;

/** Mends a slip of the finger; undefined leaves the word as it is. */
export type Correct = (word: string) => string | undefined;

/** Reads a text of any length, in linear time. */
export function readingOf(text: string, correct: Correct): Reading {
  const plain = text.replace(INVISIBLE, '').replace(DISGUISED, (sign) => LETTER_FOR[sign] ?? sign);
  const reading: Reading = { words: [], stems: [], sentence: [] };
  let start = 0;
  let sentence = 0;
  let run = 0;
  for (const end of sentenceEndsOf(plain)) {
    const before = reading.words.length;
    for (const word of mended(wordsOf(plain.slice(start, end)), correct)) {
      run = word === reading.words.at(-1) ? run + 1 : 1;
      if (run > LONGEST_RUN) continue;
      reading.words.push(word);
      reading.stems.push(stemOf(word));
      reading.sentence.push(sentence);
    }
    if (reading.words.length > before) sentence++;
    start = end;
  }
  return reading;
}

function sentenceEndsOf(text: string): number[] {
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  return [...ends, text.length];
}

function mended(words: string[], correct: Correct): string[] {
  const result: string[] = [];
  for (const word of words) {
    const previous = result.at(-1);
    if (word === 't' && previous !== undefined && CONTRACTED.has(previous)) {
      result.pop();
      result.push(...wordsOf(`${previous}t`));
      continue;
    }
    const corrected = correct(word) ?? word;
    if (SPELT_WITHOUT.test(corrected)) result.push(...wordsOf(corrected));
    else if (corrected.includes(' ')) result.push(...corrected.split(' '));
    else result.push(corrected);
  }
  return result;
}

/** How the matcher reads a message: words put right, function words thinned, concepts found. */
import { words as stopWords } from 'natural/lib/natural/util/stopwords.js';
import { type Speller, stemOf, wordsOf } from '../text/index.js';
import { type ConceptHit, findConcepts, type LexiconData } from './lexicon.js';

/** How much of a message the matcher reads, in characters. */
export const READ_AT_MOST = 2000;

export interface Reading {
  /** All words, after spelling. */
  words: string[];
  corrections: { from: string; to: string }[];
  /** Stems of all words, in order. */
  sequence: string[];
  /** Stems that carry the topic: without the stop words. The classifier reads all; nearness reads these. */
  terms: string[];
  concepts: ConceptHit[];
}

const STOP = new Set(stopWords);

/** Reads the first 2,000 characters of a text. Without a speller the words stay as typed. */
export function readText(text: string, lexicon: LexiconData, speller?: Speller): Reading {
  const typed = wordsOf(text.length > READ_AT_MOST ? text.slice(0, READ_AT_MOST) : text);
  const words: string[] = [];
  const corrections: Reading['corrections'] = [];
  for (const word of typed) {
    const corrected = speller?.correct(word);
    if (corrected === undefined) {
      words.push(word);
    } else {
      corrections.push({ from: word, to: corrected });
      words.push(...corrected.split(' '));
    }
  }
  const sequence = words.map(stemOf);
  const terms = sequence.filter((_, i) => !STOP.has(words[i]!));
  return { words, corrections, sequence, terms, concepts: findConcepts(sequence, lexicon) };
}

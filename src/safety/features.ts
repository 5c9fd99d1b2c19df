/** What the second opinion looks at in a message: stems, neighbours and pieces of words, hashed. */
import type { Reading } from './reading.js';

/** Bucket numbers with their weights; a bucket may occur more than once. */
export interface Features {
  buckets: number[];
  values: number[];
}

/** The model sees the first words only; what counts further on is left to the rules. */
const MOST_WORDS = 120;
const NEGATIONS = new Set(['no', 'not', 'never', 'without', 'nor']);
/** How many words after a negation are read as denied. */
const DENIED = 3;

/** Each group (words, neighbours, pieces) has length 1, so that none drowns the others. */
export function featuresOf(reading: Reading, buckets: number): Features {
  const stems = reading.stems.slice(0, MOST_WORDS);
  const words = reading.words.slice(0, MOST_WORDS);
  const features: Features = { buckets: [], values: [] };
  const add = (names: string[]) => {
    const value = 1 / Math.sqrt(Math.max(names.length, 1));
    for (const name of names) {
      features.buckets.push(hashOf(name) % buckets);
      features.values.push(value);
    }
  };
  let denied = 0;
  const single: string[] = [];
  const pairs = [`^ ${stems[0] ?? ''}`, `^^ ${stems[0] ?? ''} ${stems[1] ?? ''}`];
  for (const [at, stem] of stems.entries()) {
    single.push(denied > 0 ? `not ${stem}` : `w ${stem}`);
    denied = NEGATIONS.has(stem) ? DENIED : denied - 1;
    const next = stems[at + 1];
    const afterNext = stems[at + 2];
    if (next !== undefined) pairs.push(`b ${stem} ${next}`);
    if (afterNext !== undefined) pairs.push(`s ${stem} ${afterNext}`);
  }
  add(single);
  add(pairs);
  add(words.flatMap(piecesOf));
  return features;
}

function piecesOf(word: string): string[] {
  const padded = `<${word}>`;
  const pieces: string[] = [];
  for (const length of [3, 4]) {
    for (let at = 0; at + length <= padded.length; at++) pieces.push(padded.slice(at, at + length));
  }
  return pieces;
}

/** 32-bit FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

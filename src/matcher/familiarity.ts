/**
 * How much of a message the utterances have said before. A classifier scores the words it knows and
 * is blind to the others; a message that is mostly new to it is seldom about any of its topics.
 */
import { emitPairs, type SparseVector, type Vectoriser } from '../learning/index.js';
import type { Reading } from './reading.js';

/**
 * The share of the words' rarity that is new, the share of the word pairs that is known, and the
 * logarithm of the length: what calibration weighs beside the scores.
 */
export type Familiarity = readonly [newWords: number, knownPairs: number, length: number];

/** A 1 for each feature that an utterance of some topic holds; examples to decline do not count. */
export function familiarFeatures(vectors: Iterable<SparseVector>, features: number): Uint8Array {
  const familiar = new Uint8Array(features);
  for (const { ids } of vectors) for (const id of ids) familiar[id] = 1;
  return familiar;
}

export function familiarityOf(
  { sequence }: Reading,
  vectoriser: Vectoriser<Reading>,
  familiar: Uint8Array,
): Familiarity {
  let all = 0;
  let unheard = 0;
  for (const word of new Set(sequence)) {
    const id = vectoriser.idOf(word);
    const rarity = id === undefined ? vectoriser.highestRarity : vectoriser.data.idf[id]!;
    all += rarity;
    if (id === undefined || familiar[id] === 0) unheard += rarity;
  }
  let pairs = 0;
  let known = 0;
  emitPairs(sequence, (pair) => {
    pairs++;
    const id = vectoriser.idOf(pair);
    if (id !== undefined) known += familiar[id]!;
  });
  return [all > 0 ? unheard / all : 1, pairs > 0 ? known / pairs : 0, Math.log1p(sequence.length)];
}

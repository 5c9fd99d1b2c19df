/** Where the classifier wavers, the fuzzy search has a say in the scores of the leading topics. */

import { topClasses } from './decide.js';
import type { FuzzyOpinion } from './fuzzy.js';
import type { Reading } from './reading.js';

/** How many leading topics are weighed against each other. */
const CONTENDERS = 3;
/** The lead, in classifier score, below which the classifier counts as unsure. */
const SURE_LEAD = 0.2;

/** The leading classes when they are close together; empty when the first is well ahead. */
export function contenders(scores: Float32Array): number[] {
  const top = topClasses(scores, CONTENDERS);
  const [first, second] = top;
  if (first === undefined || second === undefined) return [];
  return scores[first]! - scores[second]! < SURE_LEAD ? top : [];
}

/** Adds the weighted likeness of each contender to its score, in place. */
export function fuse(
  scores: Float32Array,
  weight: number,
  reading: Reading,
  fuzzy: FuzzyOpinion,
  skip?: (topic: number, utterance: number) => boolean,
): void {
  if (weight === 0) return;
  const close = contenders(scores);
  if (close.length === 0) return;
  const nearest = fuzzy.nearest(reading, close, skip);
  for (const [i, c] of close.entries()) scores[c]! += weight * nearest[i]!.likeness;
}

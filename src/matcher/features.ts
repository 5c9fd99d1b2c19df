/** What the classifier sees of a message. */
import { emitLetters, emitPairs, type FeatureGroup } from '../learning/index.js';
import type { Reading } from './reading.js';

/** How far apart two concepts of a message may be to count as a pair. */
const PAIRED_WITHIN = 4;

const words: FeatureGroup<Reading> = {
  // Single words are kept however rare they are: small packs need them.
  fewest: 1,
  emit({ sequence, concepts }, emit) {
    for (const stem of sequence) emit(stem);
    for (const { concept } of concepts) emit(`#${concept}`);
  },
};

const pairs: FeatureGroup<Reading> = {
  fewest: 2,
  emit({ sequence, concepts }, emit) {
    emitPairs(sequence, emit);
    for (let i = 0; i < concepts.length; i++) {
      for (let j = i + 1; j < concepts.length && j < i + PAIRED_WITHIN; j++) {
        const [a, b] = [concepts[i]!.concept, concepts[j]!.concept].sort();
        if (a !== b) emit(`#${a} #${b}`);
      }
    }
  },
};

const letters: FeatureGroup<Reading> = {
  fewest: 2,
  emit: (reading, emit) => emitLetters(reading.words, emit),
};

export const FEATURE_GROUPS = [words, pairs, letters];

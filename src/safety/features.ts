/** What the second opinion sees of a message: its words, and which of the pack's lists they touch. */
import { emitLetters, emitPairs, type FeatureGroup } from '../learning/index.js';
import type { Reading } from './reading.js';

/** A message as read, with the names of the pattern lists that match somewhere in it. */
export interface SignReading {
  words: readonly string[];
  stems: readonly string[];
  lists: readonly string[];
}

/** Further words are left to the rules, which read all of a message. */
const MOST_WORDS = 120;
const NEGATIONS = new Set(['no', 'not', 'never', 'without', 'nor']);
/** How many words after a negation are read as denied. */
const DENIED = 3;

export function signReadingOf({ words, stems }: Reading, lists: readonly string[]): SignReading {
  return { words: words.slice(0, MOST_WORDS), stems: stems.slice(0, MOST_WORDS), lists };
}

const words: FeatureGroup<SignReading> = {
  fewest: 2,
  emit({ stems }, emit) {
    let denied = 0;
    for (const stem of stems) {
      emit(denied > 0 ? `not:${stem}` : stem);
      denied = NEGATIONS.has(stem) ? DENIED : denied - 1;
    }
  },
};

const pairs: FeatureGroup<SignReading> = {
  fewest: 3,
  emit: ({ stems }, emit) => emitPairs(stems, emit),
};

const letters: FeatureGroup<SignReading> = {
  fewest: 3,
  emit: (message, emit) => emitLetters(message.words, emit),
};

const lists: FeatureGroup<SignReading> = {
  fewest: 3,
  emit(message, emit) {
    for (const list of message.lists) emit(`#${list}`);
  },
};

export const SIGN_GROUPS = [words, pairs, letters, lists];

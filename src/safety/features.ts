/** What the second opinion sees of a message: its words, and which of the pack's lists they touch. */
import { emitLetters, emitPairs, type FeatureGroup } from '../learning/index.js';
import type { Matches, Span } from './grammar.js';
import type { Reading } from './reading.js';

/** A message or a stretch of it, with the names of the pattern lists that match somewhere in it. */
export interface SignReading {
  words: readonly string[];
  stems: readonly string[];
  lists: readonly string[];
}

/** Of a longer message only the beginning is seen as a whole; its windows cover the rest. */
const MOST_WORDS = 120;
/**
 * A sign in the middle of a long message drowns in the rest: each stretch of so many words is looked at
 * by itself too. 12 words tear signs apart, 30 drown them.
 */
const WINDOW = 20;
const STEP = 10;
/** Windows of a longer message do not overlap: nobody waits for the reading of a flood. */
const LONG = 500;
const NEGATIONS = new Set(['no', 'not', 'never', 'without', 'nor']);
/** How many words after a negation are read as denied. */
const DENIED = 3;

/**
 * The message as a whole first; then the sentences that hold a sign; then, if it is long, its windows.
 *
 * @param smallTalk stems that say nothing of a sign ("hello", "thanks") and must not weigh against one.
 * @param signs where rules found one.
 */
export function signReadingsOf(
  { words, stems, sentence }: Reading,
  matches: Matches,
  smallTalk: ReadonlySet<string>,
  signs: readonly Span[] = [],
): SignReading[] {
  const kept = [...words.keys()].filter((at) => !smallTalk.has(stems[at]!));
  const stretch = (from: number, to: number, lists: readonly string[]): SignReading => {
    const places = kept.slice(from, to);
    return { words: places.map((at) => words[at]!), stems: places.map((at) => stems[at]!), lists };
  };
  const readings = [stretch(0, MOST_WORDS, matches.present())];
  if (kept.length <= WINDOW && signs.length === 0) return readings;
  const listsWithin = matches.presentWithin();
  const touched = new Set(signs.flatMap(({ start, end }) => sentence.slice(start, end)));
  for (let from = 0, to = 0; from < kept.length; from = to) {
    const one = sentence[kept[from]!]!;
    while (to < kept.length && sentence[kept[to]!] === one) to++;
    if (!touched.has(one) || to - from === kept.length) continue;
    readings.push(stretch(from, to, listsWithin(kept[from]!, kept[to - 1]! + 1)));
  }
  if (kept.length <= WINDOW) return readings;
  for (let from = 0; ; from += kept.length > LONG ? WINDOW : STEP) {
    const to = Math.min(from + WINDOW, kept.length);
    readings.push(stretch(from, to, listsWithin(kept[from]!, kept[to - 1]! + 1)));
    if (to === kept.length) return readings;
  }
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

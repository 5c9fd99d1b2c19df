/** The words that triage mends slips of the finger towards, and those that it leaves as they are. */
import type { SafetyData } from '../content/schema-safety.js';
import { WordSet, wordsOf } from '../text/index.js';
import { wordsNamedBy } from './pattern.js';
import { type SafetyTopic, setsOf } from './sets.js';

export interface SafetyWords {
  /** Words to mend towards, with how much each counts. */
  known: ReadonlyMap<string, number>;
  /** What the second, bolder reading takes for a word. */
  everyday: WordSet;
}

/**
 * Gathers them from all the pack's rules and messages: a quarter of a second, so the build does it.
 *
 * @param english words of English.
 */
export function safetyWords(
  safety: SafetyData,
  topics: readonly SafetyTopic[],
  english: WordSet,
): SafetyWords {
  return {
    known: knownWords(safety, setsOf(safety, topics), english),
    everyday: everydayWords(safety, english),
  };
}

/**
 * Words of the rules count most; those of the examples tell which of two near words is likelier.
 * Examples hold slips of the finger too, and a slip must not pass for a word.
 */
function knownWords(
  safety: SafetyData,
  sets: ReadonlyMap<string, readonly string[]>,
  english: WordSet,
): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (word: string, by: number) => counts.set(word, (counts.get(word) ?? 0) + by);
  for (const patterns of sets.values()) {
    for (const pattern of patterns) for (const word of wordsNamedBy(pattern)) count(word, 3);
  }
  for (const list of Object.values(safety.examples)) {
    for (const example of list) {
      for (const word of example.toLowerCase().match(/[a-z]+/g) ?? []) {
        if (counts.has(word) || english.has(word)) count(word, 1);
      }
    }
  }
  return counts;
}

/**
 * What the second, bolder reading takes for English: only the English that the pack's own messages
 * speak. A rare word ("chet", "buck") may then be a slip of the finger for one of ours.
 */
function everydayWords(safety: SafetyData, english: WordSet): WordSet {
  const messages = [safety.calm, safety.examples].flatMap((lists) => Object.values(lists).flat());
  const said = messages.flatMap((message) => wordsOf(message)).filter((word) => english.has(word));
  const named = Object.values(safety.vocabulary).flatMap((patterns) =>
    patterns.flatMap((pattern) => wordsOf(pattern)),
  );
  return WordSet.of([...said, ...named]);
}

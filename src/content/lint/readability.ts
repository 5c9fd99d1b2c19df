/** How many years of school a text asks for, and the rule that it may not ask for many. */
import { syllable } from 'syllable';
import type { ContentProblem } from '../../errors.js';
import { sentencesOf } from '../../text/index.js';
import type { PackReading } from '../load.js';
import type { LexiconEntry } from '../schema-lists.js';
import { proseOf, topicProblem } from './rule.js';

/** An eighth-grader is thirteen or fourteen; health services ask for no more. */
const HIGHEST_GRADE = 8;

/** Stands in for a medical term that has no plain synonym and is explained where it matters. */
const SHORT_WORD = 'this';

/**
 * The Flesch-Kincaid grade level of a few sentences:
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59
 * (Kincaid, Fishburne, Rogers and Chissom 1975, Derivation of New Readability Formulas for Navy
 * Enlisted Personnel). A number counts as one word of one syllable. 0 for a text without words.
 */
export function gradeOf(sentences: readonly string[]): number {
  let words = 0;
  let syllables = 0;
  let counted = 0;
  for (const sentence of sentences) {
    const found = wordsIn(sentence);
    if (found.length === 0) continue;
    counted++;
    words += found.length;
    for (const word of found) syllables += /\d/.test(word) ? 1 : Math.max(1, syllable(word));
  }
  return words === 0 ? 0 : 0.39 * (words / counted) + 11.8 * (syllables / words) - 15.59;
}

const WORD = /[\p{L}\p{N}]+(?:['\u2019.,][\p{L}\p{N}]+)*/gu;

/** Topics whose sentences are too hard, once the lexicon's medical terms count as a short word. */
export function hardToRead(reading: PackReading): ContentProblem[] {
  const plain = withoutTerms(reading.draft.lexicon);
  return reading.draft.topics.flatMap((topic) => {
    const prose = proseOf(topic).map(({ path, value }) => ({
      path,
      sentences: sentencesOf(value).map(plain),
    }));
    const grade = gradeOf(prose.flatMap(({ sentences }) => sentences));
    if (grade <= HIGHEST_GRADE) return [];
    const hardest = prose
      .map(({ path, sentences }) => ({ path, grade: gradeOf(sentences) }))
      .reduce((a, b) => (b.grade > a.grade ? b : a));
    const what = `the card reads at grade ${grade.toFixed(1)}, and this is its hardest part`;
    const mend = `use shorter words and sentences, down to grade ${HIGHEST_GRADE}`;
    return [topicProblem(reading, topic, hardest.path, what, mend)];
  });
}

/**
 * A function that replaces the phrases of all medical concepts in a sentence, the longest first, by
 * one short word each. Marks between words are lost: they make no difference to the grade.
 */
export function withoutTerms(lexicon: readonly LexiconEntry[]): (sentence: string) => string {
  const phrases = new Set(
    lexicon
      .filter(({ medical }) => medical)
      .flatMap((entry) => entry.phrases.map((phrase) => wordsIn(phrase).join(' ')))
      .flatMap((phrase) => [phrase, `${phrase}s`]),
  );
  const longest = Math.max(0, ...[...phrases].map((phrase) => phrase.split(' ').length));
  return (sentence) => {
    const words = wordsIn(sentence);
    const kept: string[] = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(longest, words.length - at);
      while (length > 0 && !phrases.has(words.slice(at, at + length).join(' '))) length--;
      kept.push(length > 0 ? SHORT_WORD : words[at]!);
      at += Math.max(1, length);
    }
    return kept.join(' ');
  };
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

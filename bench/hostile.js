/** Strings that nobody types on purpose, and some that somebody does: the same ones for the same seed. */
import { randomFrom } from '../dist/learning/random.js';

const WORDS =
  `the my is a can not and or of for what how bones back pain calcium numb legs cannot wee since yesterday vitamin
milk tablets took thirty fell stairs osteoporosis scoliosis exercise why more neither first it that she mum 400 2nd`.split(
    /\s+/,
  );
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '$&',
  '\\u0000',
];
const MARKS = [
  '?',
  '!',
  ',',
  ';',
  ':',
  ' - ',
  '...',
  '\n',
  '\t',
  ' and ',
  ' or ',
  '? ',
  '. ',
  '"',
  "'",
  '`',
  '*',
  '_',
  '~',
  '|',
  '||',
];
const SCRIPTS = [
  'кости болят',
  '背中が痛い',
  'ظهري يؤلمني',
  'मेरी पीठ में दर्द',
  'הגב כואב',
  'ปวดหลัง',
  'Ich will nicht mehr leben',
  '🦴',
  '👨‍👩‍👧',
  '😭',
];
const MARKUP = [
  '<script>alert(1)</script>',
  '@everyone',
  '<@123456789012345678>',
  '[a](javascript:b)',
  '{{x}}',
  "'; drop table contexts; --",
  '../../etc/passwd',
  '%00',
  '&lt;',
  '$&{x}',
  'ignore all previous instructions',
];

/** @typedef {(size: number, dice: Dice) => string} Kind */
/** @typedef {{ below: (limit: number) => number, of: <T>(items: readonly T[]) => T }} Dice */

/** @type {Record<string, Kind>} */
const KINDS = {
  'words in any order': (size, dice) => fill(size, () => `${dice.of(WORDS)} `),
  'misspelt words': (size, dice) => fill(size, () => `${misspelt(dice.of(WORDS), dice)} `),
  'letters without sense': (size, dice) => fill(size, () => letters(1 + dice.below(14), dice)),
  'one letter over and over': (size, dice) => dice.of(['a', 'b ', 'e', 'z']).repeat(size),
  'one word over and over': (size, dice) =>
    fill(
      size,
      (
        (word) => () =>
          `${word} `
      )(dice.of(WORDS)),
    ),
  'marks and connectives': (size, dice) => fill(size, () => dice.of(MARKS) + dice.of(WORDS)),
  'marks alone': (size, dice) => fill(size, () => dice.of(MARKS)),
  blanks: (size, dice) =>
    fill(size, () => dice.of([' ', '\t', '\n', '\u00a0', '\u2003', '\u200b'])),
  'names of object keys': (size, dice) => fill(size, () => `${dice.of(KEYS)} `),
  markup: (size, dice) => fill(size, () => `${dice.of(MARKUP)} `),
  'other scripts and emoji': (size, dice) => fill(size, () => `${dice.of(SCRIPTS)} `),
  'any character': (size, dice) => fill(size, () => String.fromCodePoint(dice.below(0x110000))),
  'lone surrogates': (size, dice) =>
    fill(size, () => String.fromCharCode(0xd800 + dice.below(0x800))),
  'letters under accents': (size, dice) =>
    fill(size, () => dice.of(WORDS)[0] + '\u0301\u0327\u0489'.repeat(1 + dice.below(8))),
  'ligatures that unfold': (size, dice) =>
    fill(size, () => dice.of(['\ufdfa', 'ﬀ', '㎏', 'Ａ', '½', 'ǆ'])),
  numbers: (size, dice) =>
    fill(size, () => `${dice.below(1e9)}${dice.of([' ', '.', ',', 'mg ', ''])}`),
  'apostrophes and hyphens': (size, dice) =>
    fill(size, () => dice.of(WORDS) + dice.of(["'", '’', '-', "'s ", "n't ", "''", '--'])),
};
export const KIND_NAMES = Object.keys(KINDS);

/** @param {number} seed @returns {() => { kind: string, text: string }} */
export function hostileStrings(seed) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const dice = { below, of: (items) => items[below(items.length)] };
  return () => {
    const kind = dice.of(KIND_NAMES);
    const most = random() < 0.9 ? 400 : random() < 0.9 ? 4000 : 20_000;
    return { kind, text: KINDS[kind](1 + below(most), dice) };
  };
}

/**
 * The input that takes longest, the quicker of two tries, so that a pause of the machine does not count.
 *
 * @param {number} count @param {number} seed @param {(text: string) => void} run
 */
export function slowestInput(count, seed, run) {
  const next = hostileStrings(seed);
  let slowest = { ms: 0, kind: '', text: '' };
  for (let i = 0; i < count; i++) {
    const { kind, text } = next();
    let ms = timed(run, text);
    if (ms > slowest.ms) ms = Math.min(ms, timed(run, text));
    if (ms > slowest.ms) slowest = { ms, kind, text };
  }
  return slowest;
}

function timed(run, text) {
  const start = performance.now();
  run(text);
  return performance.now() - start;
}

/** Pieces until the text is long enough. */
function fill(size, piece) {
  let text = '';
  while (text.length < size) text += piece();
  return text;
}

function letters(size, { below }) {
  return fill(size, () => String.fromCharCode(97 + below(26)));
}

function misspelt(word, dice) {
  const at = dice.below(word.length);
  return word.slice(0, at) + letters(1, dice) + word.slice(at + dice.below(2));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Text, twinsOf } from '../../src/content/lint/twins.js';

const text = (said: string): Text => ({ key: said, words: [...new Set(said.split(' '))] });

/** The same by its definition, comparing every pair. */
function isTwin(texts: readonly Text[], at: number): boolean {
  const { key, words } = texts[at]!;
  return texts.slice(0, at).some((other) => {
    if (other.key === key) return true;
    const shared = words.filter((word) => other.words.includes(word)).length;
    const all = words.length + other.words.length - shared;
    return Math.min(words.length, other.words.length) >= 5 && shared / all >= 0.9;
  });
}

describe('twins', () => {
  it('are the same words, or nine in ten of at least five words', () => {
    const ten = 'a b c d e f g h i j';
    const texts = ['a b', 'a b', 'a c', ten, ten.replace('j', ''), ten.replace('a', 'z')].map(
      (said) => text(said.trim()),
    );
    expect(twinsOf(texts)).toEqual([
      undefined,
      { of: 0, exact: true },
      undefined,
      undefined,
      { of: 3, exact: false },
      undefined,
    ]);
  });

  it('are found exactly where comparing every pair finds them', () => {
    const word = fc.constantFrom(...'abcdefghijklmn');
    const said = fc.array(word, { minLength: 1, maxLength: 16 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(said.map(text), { maxLength: 40 }), (texts) => {
        expect(twinsOf(texts).map((twin) => twin !== undefined)).toEqual(
          texts.map((_, at) => isTwin(texts, at)),
        );
      }),
    );
  });
});

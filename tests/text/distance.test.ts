import fc from 'fast-check';
import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/text/index.js';

const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 9 });

/** `natural`'s own distance: slow, plain, and written by somebody else. */
const oracle = (a: string, b: string) =>
  levenshtein.DamerauLevenshteinDistance(a, b, { restricted: true });

describe('editDistance', () => {
  it('agrees with a slow oracle whenever the distance is within the bound', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const expected = oracle(a, b);
        expect(editDistance(a, b, most)).toBe(expected <= most ? expected : most + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('counts two swapped neighbours as one slip', () => {
    expect(editDistance('calcuim', 'calcium', 2)).toBe(1);
  });

  it('gives up on words too long to be words', () => {
    expect(editDistance('a'.repeat(200), `${'a'.repeat(199)}b`, 2)).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { foldsOf } from '../../src/matcher/folds.js';
import { readText } from '../../src/matcher/reading.js';

const read = (texts: string[]) => texts.map((text) => readText(text, new Map()));

describe('foldsOf', () => {
  it('keeps near-duplicates in one fold', () => {
    const texts = Array.from({ length: 40 }, (_, i) => `question ${i} about thing ${i * 7}`);
    const twins = [
      'is coffee bad for bones',
      'is coffee bad for the bones',
      'are bones bad for coffee',
    ];
    const folds = foldsOf(read([...texts, ...twins]), 4);
    const [a, b, c] = folds.slice(-3);
    expect([b, c]).toEqual([a, a]);
  });

  it('fills every fold', () => {
    const texts = Array.from({ length: 40 }, (_, i) => `word${i} other${i}`);
    expect(new Set(foldsOf(read(texts), 4))).toEqual(new Set([0, 1, 2, 3]));
  });
});

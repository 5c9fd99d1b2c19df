import { describe, expect, it } from 'vitest';
import { Vectoriser } from '../../src/learning/index.js';

type Emit = (feature: string) => void;
const letters = {
  fewest: 1,
  emit(text: string, emit: Emit) {
    for (const letter of text) emit(letter);
  },
};
const words = {
  fewest: 2,
  emit(text: string, emit: Emit) {
    for (const word of text.split(' ')) emit(`word ${word}`);
  },
};
const TEXTS = ['red bus', 'red red car', 'old bus'];
const vectoriser = Vectoriser.fit([letters, words], TEXTS);

/** The value of each feature of a text, by name. */
function valuesOf(text: string): Map<string, number> {
  const { ids, values } = vectoriser.vector(text);
  expect(new Set(ids).size).toBe(ids.length);
  const names = vectoriser.namesIn(text);
  return new Map(Array.from(ids, (id, i) => [names.get(id)!, values[i]!]));
}

describe('the vectoriser', () => {
  it('gives each group of features the length one', () => {
    for (const text of TEXTS) {
      const groups = { letters: 0, words: 0 };
      for (const [feature, value] of valuesOf(text)) {
        groups[feature.startsWith('word') ? 'words' : 'letters'] += value ** 2;
      }
      expect(groups.letters).toBeCloseTo(1, 4);
      expect(groups.words).toBeCloseTo(1, 4);
    }
  });

  it('weighs as the textbook does: one plus the log of the count, times the log of the rarity', () => {
    const values = valuesOf('red red bus bus bus');
    const weight = (count: number) => (1 + Math.log(count)) * (Math.log((1 + 3) / (1 + 2)) + 1);
    const length = Math.hypot(weight(2), weight(3));
    expect(values.get('word red')).toBeCloseTo(weight(2) / length, 4);
    expect(values.get('word bus')).toBeCloseTo(weight(3) / length, 4);
  });

  it('learns nothing from what too few documents hold, and passes over what it never saw', () => {
    expect(vectoriser.idOf('word car')).toBeUndefined();
    expect(vectoriser.idOf('word red')).toBeDefined();
    expect(valuesOf('car')).not.toContain('word car');
    expect(valuesOf('').size).toBe(0);
    expect(vectoriser.rarity('word zebra')).toBe(0);
  });
});

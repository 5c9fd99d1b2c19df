import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/learning/random.js';
import { confidenceOf, logisticRegression } from '../../src/matcher/calibration.js';
import { topClasses } from '../../src/matcher/decide.js';
import { foldsOf } from '../../src/matcher/folds.js';
import { compileLexicon, findConcepts } from '../../src/matcher/lexicon.js';
import { readText } from '../../src/matcher/reading.js';

// Beside each fast routine stands the slow and obvious way of doing the same.

const few = (...words: string[]) => fc.constantFrom(...words);

describe('topClasses', () => {
  it('agrees with sorting everything', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 6 }), (scores, most) => {
        const sorted = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
        expect(topClasses(Float32Array.from(scores), most)).toEqual(sorted.slice(0, most));
      }),
    );
  });
});

describe('findConcepts', () => {
  it('agrees with trying every phrase at every word', () => {
    const word = few('red', 'green', 'old', 'bus', 'car');
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 });
    const message = fc.array(word, { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 6 }), message, (phrases, words) => {
        const lexicon = compileLexicon(
          phrases.map((one, i) => ({ id: `c${i}`, phrases: [one.join(' ')] })),
        );
        const found = findConcepts(words, lexicon).map(({ concept }) => concept);
        expect(found).toEqual(slowly(words));

        function slowly(rest: string[]): string[] {
          if (rest.length === 0) return [];
          const fits = [...phrases.keys()].filter((i) =>
            phrases[i]!.every((part, at) => rest[at] === part),
          );
          const longest = fits.sort((a, b) => phrases[b]!.length - phrases[a]!.length || a - b)[0];
          if (longest === undefined) return slowly(rest.slice(1));
          return [`c${longest}`, ...slowly(rest.slice(phrases[longest]!.length))];
        }
      }),
    );
  });
});

describe('foldsOf', () => {
  it('finds the near-duplicates that comparing every pair finds', () => {
    const word = few('bone', 'milk', 'sleep', 'chair', 'stretch', 'tablet', 'spine', 'walk');
    const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 25 }), (texts) => {
        const readings = texts.map((one) => readText(one, new Map()));
        const folds = foldsOf(readings, 1000);
        for (const [i, a] of readings.entries()) {
          for (const [j, b] of readings.entries()) {
            if (likeness(a.terms, b.terms) >= 0.75) expect(folds[i]).toBe(folds[j]);
          }
        }
      }),
    );

    function likeness(a: string[], b: string[]): number {
      const all = new Set([...a, ...b]);
      return [...all].filter((term) => a.includes(term) && b.includes(term)).length / all.size;
    }
  });
});

describe('logisticRegression', () => {
  it('stops where no small step makes the data likelier', () => {
    const random = randomFrom(3);
    const rows = Array.from({ length: 60 }, () => {
      const x = random() * 4 - 2;
      return { signals: [x, 1], target: random() < 1 / (1 + Math.exp(-x)) ? 1 : 0, weight: 1 };
    });
    const found = logisticRegression(rows);
    for (const step of [0.01, -0.01]) {
      for (const at of [0, 1]) {
        const moved = found.map((w, i) => (i === at ? w + step : w));
        expect(loss(moved)).toBeGreaterThan(loss(found));
      }
    }

    function loss(weights: number[]): number {
      const ridge = 0.005 * weights.reduce((sum, w) => sum + w * w, 0);
      return rows.reduce((sum, { signals, target }) => {
        const logit = signals.reduce((total, x, i) => total + x * weights[i]!, 0);
        return sum + Math.log(1 + Math.exp(target === 1 ? -logit : logit));
      }, ridge);
    }
  });
});

describe('confidence', () => {
  it('is shared out over the classes, in the order of the scores', () => {
    const scores = fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: 2 });
    const calibration = { temperature: 0.3, scope: [2, -1, 0.5, -3, 1, 0.2, 0.1] };
    fc.assert(
      fc.property(scores, (raw) => {
        const { inScope, classes } = confidenceOf(
          { scores: Float32Array.from(raw), familiarity: [0.2, 0.5, 2] },
          calibration,
        );
        expect(classes.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(inScope, 4);
        expect(inScope).toBeGreaterThanOrEqual(0);
        expect(inScope).toBeLessThanOrEqual(1);
        const best = raw.indexOf(Math.max(...raw));
        expect(classes[best]).toBe(Math.max(...classes));
      }),
    );
  });
});

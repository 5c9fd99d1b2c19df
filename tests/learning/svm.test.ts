import { describe, expect, it } from 'vitest';
import { type SparseVector, scoreInto, trainSvm } from '../../src/learning/index.js';
import { randomFrom } from '../../src/learning/random.js';

// Beside the fast routine stands the slow and obvious way of doing the same.

describe('the classifier', () => {
  const random = randomFrom(7);
  const FEATURES = 12;
  const vectors: SparseVector[] = Array.from({ length: 40 }, () => {
    const ids = [...Array(FEATURES).keys()].filter(() => random() < 0.4);
    return { ids: Int32Array.from(ids), values: Float32Array.from(ids, () => random()) };
  });
  const labels = vectors.map((_, i) => (i % 10 === 0 ? -1 : i % 3));
  const cost = 2;
  const dense = vectors.map(({ ids, values }) => {
    const row = new Array<number>(FEATURES + 1).fill(0);
    for (const [i, id] of ids.entries()) row[id] = values[i]!;
    row[FEATURES] = 1;
    return row;
  });

  it('scores as a dense product does', () => {
    const model = trainSvm(vectors, labels, 3, FEATURES);
    const scores = new Float32Array(3);
    for (const [i, vector] of vectors.entries()) {
      scoreInto(model, vector, scores);
      for (let c = 0; c < 3; c++) {
        const slow = dense[i]!.reduce((sum, x, f) => sum + x * model.weights[f * 3 + c]!, 0);
        expect(scores[c]).toBeCloseTo(slow, 4);
      }
    }
  });

  it('finds the minimum that plain gradient descent finds', () => {
    const options = { cost, sweeps: 2000, tolerance: 1e-6 };
    const model = trainSvm(vectors, labels, 3, FEATURES, options);
    for (let c = 0; c < 3; c++) {
      const signs = labels.map((label) => (label === c ? 1 : -1));
      const ours = Array.from({ length: FEATURES + 1 }, (_, f) => model.weights[f * 3 + c]!);
      const theirs = descend(signs);
      expect(objective(ours, signs)).toBeCloseTo(objective(theirs, signs), 2);
    }

    /** Half the squared length of the weights plus the cost of the squared hinge losses. */
    function objective(weights: number[], signs: number[]): number {
      const length = weights.reduce((sum, w) => sum + w * w, 0) / 2;
      return dense.reduce(
        (sum, row, i) => sum + cost * slackOf(row, signs[i]!, weights) ** 2,
        length,
      );
    }

    function slackOf(row: number[], sign: number, weights: number[]): number {
      return Math.max(0, 1 - sign * row.reduce((sum, x, f) => sum + x * weights[f]!, 0));
    }

    function descend(signs: number[]): number[] {
      let weights = new Array<number>(FEATURES + 1).fill(0);
      for (let step = 0; step < 5000; step++) {
        const slope = [...weights];
        for (const [i, row] of dense.entries()) {
          const slack = slackOf(row, signs[i]!, weights);
          for (const [f, x] of row.entries()) slope[f]! -= 2 * cost * slack * signs[i]! * x;
        }
        weights = weights.map((w, f) => w - 0.002 * slope[f]!);
      }
      return weights;
    }
  });
});

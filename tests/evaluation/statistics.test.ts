import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auroc,
  calibrationError,
  percentile,
  reliability,
  riskCoverage,
} from '../../src/evaluation/statistics.js';

const sure = (right: boolean, confidence: number) => ({ right, confidence, weight: 1 });

describe('calibration error', () => {
  it('is nothing when confidence is borne out', () => {
    const judged = [sure(true, 0.75), sure(true, 0.75), sure(true, 0.75), sure(false, 0.75)];
    expect(calibrationError(reliability(judged))).toBeCloseTo(0);
  });

  it('is the gap when confidence is too high', () => {
    const judged = [sure(false, 0.9), sure(false, 0.9)];
    expect(calibrationError(reliability(judged))).toBeCloseTo(0.9);
  });

  it('counts heavy messages for more', () => {
    const judged = [
      { right: true, confidence: 1, weight: 3 },
      { right: false, confidence: 0.95, weight: 1 },
    ];
    expect(reliability(judged)).toHaveLength(1);
    expect(reliability(judged)[0]).toMatchObject({ right: 0.75, share: 1 });
  });
});

describe('AUROC', () => {
  it('agrees with comparing every pair', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, scores, (inside, outside) => {
        let wins = 0;
        for (const a of inside) for (const b of outside) wins += a > b ? 1 : a === b ? 0.5 : 0;
        expect(auroc(inside, outside)).toBeCloseTo(wins / inside.length / outside.length);
      }),
    );
  });
});

describe('risk against coverage', () => {
  it('answers the surest messages first', () => {
    const curve = riskCoverage([
      sure(false, 0.2),
      sure(true, 0.9),
      sure(true, 0.8),
      sure(false, 0.1),
    ]);
    expect(curve.map(({ risk }) => risk)).toEqual([0, 0, 1 / 3, 0.5]);
    expect(curve.at(-1)?.coverage).toBe(1);
  });

  it('keeps the end of a long curve', () => {
    const many = Array.from({ length: 1050 }, (_, i) => sure(i % 3 > 0, i / 1050));
    const curve = riskCoverage(many);
    expect(curve.length).toBeLessThan(130);
    expect(curve.at(-1)).toEqual({ coverage: 1, risk: 350 / 1050 });
  });
});

describe('percentile', () => {
  it('is the value below which the share lies', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(values, 0.5)).toBe(51);
    expect(percentile(values, 0.99)).toBe(100);
    expect(percentile([], 0.5)).toBe(0);
  });
});

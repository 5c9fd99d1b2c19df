/**
 * From raw scores and familiarity to chances. A topic's confidence is the chance that the message is
 * in scope at all, times the chance of the topic among the topics. Both are fitted on scores of texts
 * that the scoring model had not seen.
 */
import type { Familiarity } from './familiarity.js';

/** What calibration sees of a message. */
export interface Scored {
  /** The raw score of every class. */
  scores: Float32Array;
  familiarity: Familiarity;
}

/** One scored message whose truth is known. */
export interface ScoredExample extends Scored {
  /** The classes that are right, mostly one; empty when no topic fits. */
  accepted: readonly number[];
}

type Judged = Pick<ScoredExample, 'scores' | 'accepted'>;

export const inScope = ({ accepted }: Judged): boolean => accepted.length > 0;

export interface Calibration {
  /** Divides the scores before the softmax over topics. */
  temperature: number;
  /** Weights of `scopeSignals` and, last, the constant. */
  scope: number[];
}

export interface Confidence {
  /** The chance, 0 to 1, that some topic fits. */
  inScope: number;
  /** The chance of each class; they add up to `inScope`. */
  classes: Float32Array;
}

/** What tells in scope from out of scope: the three best scores, and how familiar the message is. */
function scopeSignals({ scores, familiarity }: Scored): number[] {
  let first = -Infinity;
  let second = -Infinity;
  let third = -Infinity;
  for (const score of scores) {
    if (score > first) {
      third = second;
      second = first;
      first = score;
    } else if (score > second) {
      third = second;
      second = score;
    } else if (score > third) third = score;
  }
  const floor = -2;
  return [Math.max(first, floor), Math.max(second, floor), Math.max(third, floor), ...familiarity];
}

export function confidenceOf(scored: Scored, { temperature, scope }: Calibration): Confidence {
  const { scores } = scored;
  const signals = scopeSignals(scored);
  let logit = scope[signals.length]!;
  for (let i = 0; i < signals.length; i++) logit += scope[i]! * signals[i]!;
  const someTopic = 1 / (1 + Math.exp(-logit));
  const classes = new Float32Array(scores.length);
  const top = signals[0]!;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    classes[c] = Math.exp((scores[c]! - top) / temperature);
    sum += classes[c]!;
  }
  for (let c = 0; c < scores.length; c++) classes[c] = (classes[c]! / sum) * someTopic;
  return { inScope: someTopic, classes };
}

/**
 * Fits the temperature by likelihood on the in-scope examples, and the scope weights by logistic
 * regression (Newton's method, with a light ridge) on all, weighted so that out-of-scope messages
 * make up `expectedOutOfScope` of the whole.
 */
export function calibrate(
  examples: readonly ScoredExample[],
  expectedOutOfScope: number,
): Calibration {
  const inside = examples.filter(inScope);
  const outside = examples.length - inside.length;
  const weightIn = inside.length > 0 ? (1 - expectedOutOfScope) / inside.length : 0;
  const weightOut = outside > 0 ? expectedOutOfScope / outside : 0;
  const rows = examples.map((example) => ({
    signals: [...scopeSignals(example), 1],
    target: inScope(example) ? 1 : 0,
    weight: (inScope(example) ? weightIn : weightOut) * examples.length,
  }));
  return { temperature: fitTemperature(inside), scope: logisticRegression(rows) };
}

const TEMPERATURES = Array.from({ length: 40 }, (_, i) => 0.04 * 1.1 ** i);

function fitTemperature(examples: readonly Judged[]): number {
  let best = 0.3;
  let bestLoss = Infinity;
  for (const temperature of TEMPERATURES) {
    const loss = lossAt(examples, temperature);
    if (loss < bestLoss) {
      bestLoss = loss;
      best = temperature;
    }
  }
  return best;
}

/** Negative log-likelihood of the right topics under the softmax at this temperature. */
function lossAt(examples: readonly Judged[], temperature: number): number {
  let loss = 0;
  for (const { scores, accepted } of examples) {
    let top = -Infinity;
    for (const score of scores) if (score > top) top = score;
    let sum = 0;
    for (const score of scores) sum += Math.exp((score - top) / temperature);
    let right = 0;
    for (const c of accepted) right += Math.exp((scores[c]! - top) / temperature);
    loss += Math.log(sum) - Math.log(right + 1e-12);
  }
  return loss;
}

/** The same at the temperature that suits the examples best: how well the scores tell topics apart. */
export function topicLoss(examples: readonly Judged[]): number {
  const inside = examples.filter(inScope);
  return lossAt(inside, fitTemperature(inside));
}

interface Row {
  signals: number[];
  target: number;
  weight: number;
}

const RIDGE = 0.01;

/** Weighted logistic regression by Newton's method; the last signal is the constant. */
export function logisticRegression(rows: readonly Row[]): number[] {
  const size = rows[0]?.signals.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 30; step++) {
    const gradient = weights.map((w) => RIDGE * w);
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? RIDGE : 0)));
    for (const { signals, target, weight } of rows) {
      const logit = signals.reduce((sum, signal, i) => sum + signal * weights[i]!, 0);
      const chance = 1 / (1 + Math.exp(-logit));
      const error = weight * (chance - target);
      const curve = weight * Math.max(chance * (1 - chance), 1e-6);
      for (let i = 0; i < size; i++) {
        gradient[i]! += error * signals[i]!;
        for (let j = 0; j < size; j++) hessian[i]![j]! += curve * signals[i]! * signals[j]!;
      }
    }
    const move = solve(hessian, gradient);
    for (let i = 0; i < size; i++) weights[i]! -= move[i]!;
    if (Math.max(...move.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

/** Gaussian elimination with partial pivoting, for the few unknowns we have. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let j = i + 1; j < size; j++) {
      if (Math.abs(rows[j]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = j;
    }
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    const head = rows[i]![i]! || 1e-12;
    for (let j = 0; j < size; j++) {
      if (j === i) continue;
      const factor = rows[j]![i]! / head;
      for (let k = i; k <= size; k++) rows[j]![k]! -= factor * rows[i]![k]!;
    }
  }
  return rows.map((row, i) => row[size]! / (row[i]! || 1e-12));
}

/**
 * A linear support vector machine, one class against the rest, with squared hinge loss, trained by
 * dual coordinate descent (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear
 * SVM", ICML 2008). All classes are trained in one sweep over the examples: weights are stored a
 * feature at a time, so that one example's scores for all classes are sums of short, adjacent rows.
 */
import { shuffled } from './random.js';
import type { SparseVector } from './vectoriser.js';

export interface LinearModel {
  classes: number;
  /** `weights[feature * classes + class]`; the last row is the bias. */
  weights: Float32Array | Int16Array;
  /** What a weight is multiplied by; 1 while training. */
  scale: number;
}

/** The same model at half the size: weights as 16-bit whole numbers, exact to a few hundred-thousandths. */
export function compact({ classes, weights }: LinearModel): LinearModel {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 32_767 || 1;
  return {
    classes,
    scale,
    weights: Int16Array.from(weights, (weight) => Math.round(weight / scale)),
  };
}

export interface SvmOptions {
  /** How hard a misplaced example pulls; the C of the paper. */
  cost: number;
  /** At most so many sweeps over the examples. */
  sweeps: number;
  /** Stop when no example's gradient breaks its bounds by more than this. */
  tolerance: number;
  onSweep?: (sweep: number) => void;
}

/** What works for short messages, chosen on the validation part of CLINC150 (docs/matcher.md). */
export const DEFAULT_SVM: SvmOptions = { cost: 2, sweeps: 10, tolerance: 0.05 };

/**
 * @param labels the class of each vector, from 0; -1 for an example that belongs to none, which
 *   counts against every class.
 */
export function trainSvm(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  classes: number,
  features: number,
  options: SvmOptions = DEFAULT_SVM,
): LinearModel {
  const weights = new Float32Array((features + 1) * classes);
  const model: LinearModel = { classes, weights, scale: 1 };
  const duals = new Float32Array(vectors.length * classes);
  const scores = new Float32Array(classes);
  const steps = new Float32Array(classes);
  const moved = new Int32Array(classes);
  const slack = 1 / (2 * options.cost);
  const norms = vectors.map(({ values }) => values.reduce((sum, v) => sum + v * v, 1) + slack);
  const order = Int32Array.from(vectors.keys());
  for (let sweep = 0; sweep < options.sweeps; sweep++) {
    let worst = 0;
    shuffled(order, sweep);
    for (const example of order) {
      const vector = vectors[example]!;
      scoreInto(model, vector, scores);
      const first = example * classes;
      const norm = norms[example]!;
      let count = 0;
      for (let c = 0; c < classes; c++) {
        const sign = labels[example] === c ? 1 : -1;
        const dual = duals[first + c]!;
        const gradient = sign * scores[c]! - 1 + dual * slack;
        if (dual === 0 && gradient >= 0) continue;
        const violation = Math.abs(gradient);
        if (violation > worst) worst = violation;
        if (violation < 1e-4) continue;
        const next = Math.max(dual - gradient / norm, 0);
        duals[first + c] = next;
        steps[count] = (next - dual) * sign;
        moved[count++] = c;
      }
      if (count > 0) addSteps(model, vector, steps, moved, count);
    }
    options.onSweep?.(sweep + 1);
    if (worst < options.tolerance) break;
  }
  return model;
}

function addSteps(
  { classes, weights }: LinearModel,
  { ids, values }: SparseVector,
  steps: Float32Array,
  moved: Int32Array,
  count: number,
): void {
  for (let i = 0; i < ids.length; i++) {
    const row = ids[i]! * classes;
    const value = values[i]!;
    for (let k = 0; k < count; k++) weights[row + moved[k]!]! += steps[k]! * value;
  }
  const bias = weights.length - classes;
  for (let k = 0; k < count; k++) weights[bias + moved[k]!]! += steps[k]!;
}

/** Writes the score of every class into `scores`. */
export function scoreInto(
  { classes, weights, scale }: LinearModel,
  { ids, values }: SparseVector,
  scores: Float32Array,
): void {
  const bias = weights.length - classes;
  for (let c = 0; c < classes; c++) scores[c] = weights[bias + c]! * scale;
  for (let i = 0; i < ids.length; i++) {
    const row = ids[i]! * classes;
    const value = values[i]! * scale;
    for (let c = 0; c < classes; c++) scores[c]! += weights[row + c]! * value;
  }
}

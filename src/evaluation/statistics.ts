/** The few formulas that the figures rest on. */

/** A confidence, whether it was borne out, and how much the message counts. */
export interface Judged {
  /** 0 to 1. */
  confidence: number;
  right: boolean;
  weight: number;
}

export interface Bin {
  /** The mean confidence and the share that was right, 0 to 1, of what fell into the bin. */
  confidence: number;
  right: number;
  /** The share of all messages, 0 to 1. */
  share: number;
}

const BINS = 10;

/** Ten bins of equal width over confidence, the empty ones left out. */
export function reliability(judged: readonly Judged[]): Bin[] {
  const total = sum(judged.map(({ weight }) => weight));
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = judged.filter(
      ({ confidence }) => Math.min(Math.floor(confidence * BINS), BINS - 1) === bin,
    );
    const weight = sum(inside.map((one) => one.weight));
    return {
      confidence: ratio(sum(inside.map((one) => one.weight * one.confidence)), weight),
      right: ratio(sum(inside.map((one) => (one.right ? one.weight : 0))), weight),
      share: ratio(weight, total),
    };
  }).filter(({ share }) => share > 0);
}

/** Expected calibration error: the mean gap between confidence and truth over the bins, 0 to 1. */
export function calibrationError(bins: readonly Bin[]): number {
  return sum(bins.map(({ confidence, right, share }) => share * Math.abs(confidence - right)));
}

export interface RiskPoint {
  /** The share of messages answered when everything below this point's confidence is declined. */
  coverage: number;
  /** The share of those that got a wrong answer. */
  risk: number;
}

/** Risk against coverage, the surest messages first; at most `points` of the curve are kept. */
export function riskCoverage(judged: readonly Judged[], points = 100): RiskPoint[] {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  const total = sum(sorted.map(({ weight }) => weight));
  const curve: RiskPoint[] = [];
  let answered = 0;
  let wrong = 0;
  for (const { right, weight } of sorted) {
    answered += weight;
    if (!right) wrong += weight;
    curve.push({ coverage: answered / total, risk: wrong / answered });
  }
  const step = Math.max(1, Math.floor(curve.length / points));
  return curve.filter((_, i) => i % step === step - 1 || i === curve.length - 1);
}

/**
 * The chance that a message from `inside` scores higher than one from `outside`, ties counting half:
 * the area under the ROC curve. In time n log n.
 */
export function auroc(inside: readonly number[], outside: readonly number[]): number {
  const all = [
    ...inside.map((score) => ({ score, inside: true })),
    ...outside.map((score) => ({ score, inside: false })),
  ].sort((a, b) => a.score - b.score);
  let wins = 0;
  let below = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]!.score === all[start]!.score) end++;
    const ties = all.slice(start, end);
    const outsiders = ties.filter((one) => !one.inside).length;
    wins += (ties.length - outsiders) * (below + outsiders / 2);
    below += outsiders;
    start = end;
  }
  return ratio(wins, inside.length * outside.length);
}

/** The value below which `share` (0 to 1) of the values lie; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? 0;
}

/** A part of a whole, 0 to 1; 0 where there is no whole. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

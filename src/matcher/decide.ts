/** Answer, offer a choice, or decline: what to do with a ranking, and where the lines are drawn. */

import type { RankedTopic } from '../reply.js';
import { type Calibration, confidenceOf, inScope, type ScoredExample } from './calibration.js';
import type { Decision } from './types.js';

export interface Thresholds {
  /** Answer when the best topic's confidence is at least this. */
  answer: number;
  /** Decline when the best few topics' confidence together is below this. */
  offer: number;
}

/**
 * What each outcome costs, the right card being free and a wrong one costing 1. The lines are drawn
 * where the expected cost is least on messages the model had not seen. An offer with the right topic
 * in it is a small delay; declining a question that has a card fails the person; an offer on a message
 * that no card fits is a mild nuisance.
 */
const COSTS = {
  wrongCard: 1,
  offerWithRight: 0.5,
  offerWithoutRight: 0.7,
  declinedThoughCovered: 1.15,
  offerOutOfScope: 0.14,
} as const;

/** The most topics offered at once. */
export const MOST_CHOICES = 3;

/** Draws both lines by trying all pairs on a grid. */
export function chooseThresholds(
  examples: readonly ScoredExample[],
  calibration: Calibration,
  expectedOutOfScope: number,
): Thresholds {
  const inside = examples.filter(inScope).length;
  const outside = examples.length - inside;
  const judged = examples.map((example) => {
    const { classes } = confidenceOf(example, calibration);
    const best = topClasses(classes, MOST_CHOICES);
    return {
      top: classes[best[0]!]!,
      together: best.reduce((sum, c) => sum + classes[c]!, 0),
      right: example.accepted.includes(best[0]!),
      among: best.some((c) => example.accepted.includes(c)),
      covered: inScope(example),
      weight: inScope(example) ? (1 - expectedOutOfScope) / inside : expectedOutOfScope / outside,
    };
  });
  const grid = Array.from({ length: 50 }, (_, i) => (i + 1) / 51);
  const tried: (Thresholds & { cost: number })[] = [];
  for (const offer of grid) {
    for (const answer of grid) {
      if (answer < offer) continue;
      let cost = 0;
      for (const { top, together, right, among, covered, weight } of judged) {
        if (together < offer) cost += covered ? weight * COSTS.declinedThoughCovered : 0;
        else if (top >= answer) cost += right ? 0 : weight * COSTS.wrongCard;
        else if (!covered) cost += weight * COSTS.offerOutOfScope;
        else cost += weight * (among ? COSTS.offerWithRight : COSTS.offerWithoutRight);
      }
      tried.push({ answer, offer, cost });
    }
  }
  const least = Math.min(...tried.map(({ cost }) => cost));
  const good = tried.filter(({ cost }) => cost <= least * NEARLY_LEAST);
  return {
    answer: mean(good.map(({ answer }) => answer)),
    offer: mean(good.map(({ offer }) => offer)),
  };
}

/** The valley is flat: the middle of all that cost at most this much more is steadier than its lowest point. */
const NEARLY_LEAST = 1.01;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The classes with the highest values, best first; equal ones in the order of the classes. */
export function topClasses(values: Float32Array, most: number): number[] {
  const top: number[] = [];
  for (let c = 0; c < values.length; c++) {
    let at = top.length;
    while (at > 0 && values[top[at - 1]!]! < values[c]!) at--;
    if (at < most) {
      top.splice(at, 0, c);
      if (top.length > most) top.pop();
    }
  }
  return top;
}

/** @param ranked best first. */
export function decide(
  ranked: readonly RankedTopic[],
  { answer, offer }: Thresholds,
): { decision: Decision; choices: string[] } {
  const top = ranked[0]?.confidence ?? 0;
  const best = ranked.slice(0, MOST_CHOICES);
  const together = best.reduce((sum, { confidence }) => sum + confidence, 0);
  if (together < offer) return { decision: 'fallback', choices: [] };
  if (top >= answer) return { decision: 'answer', choices: [] };
  return { decision: 'clarify', choices: nearTies(best).map(({ id }) => id) };
}

/**
 * The candidates worth offering: those whose score, on 0 to 100, is near the one before and near the
 * top (the near-tie rule of Azure's question answering), and never fewer than two.
 */
function nearTies(ranked: readonly RankedTopic[]): RankedTopic[] {
  const kept = ranked.slice(0, 2);
  const top = (ranked[0]?.confidence ?? 0) * 100;
  for (const candidate of ranked.slice(2)) {
    const previous = kept.at(-1)!.confidence * 100;
    const score = candidate.confidence * 100;
    if (previous - score >= 2 * Math.sqrt(previous) || top - score >= 4 * Math.sqrt(top)) break;
    kept.push(candidate);
  }
  return kept;
}

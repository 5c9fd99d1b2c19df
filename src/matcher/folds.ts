/** Cross-validation that does not flatter: what nearly repeats stays on one side. */
import { shuffled } from '../learning/index.js';
import type { Reading } from './reading.js';

/** Two utterances that share this much of their words (Jaccard) count as one. */
const NEAR = 0.75;

/**
 * Deals examples into folds, near-duplicates together.
 *
 * @returns the fold, from 0, of each reading.
 */
export function foldsOf(readings: readonly Reading[], folds: number): Int32Array {
  const group = groupNearDuplicates(readings);
  const order = shuffled([...new Set(group)], folds);
  const foldOfGroup = new Map(order.map((id, i) => [id, i % folds]));
  return Int32Array.from(group, (id) => foldOfGroup.get(id)!);
}

function groupNearDuplicates(readings: readonly Reading[]): Int32Array {
  const parent = Int32Array.from(readings.keys());
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  };
  const sets = readings.map(({ terms, sequence }) => new Set(terms.length > 0 ? terms : sequence));
  const counts = new Map<string, number>();
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1);
  const byTerm = new Map<string, number[]>();
  for (const [i, set] of sets.entries()) {
    // Two sets this alike must share one of the rarest terms of either.
    const rarest = [...set]
      .sort((a, b) => counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1))
      .slice(0, Math.floor(set.size * (1 - NEAR)) + 1);
    for (const term of rarest) {
      const others = byTerm.get(term) ?? [];
      for (const j of others) {
        if (root(i) !== root(j) && likeness(set, sets[j]!) >= NEAR) parent[root(i)] = root(j);
      }
      others.push(i);
      byTerm.set(term, others);
    }
  }
  return parent.map((_, i) => root(i));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  return shared / (a.size + b.size - shared);
}

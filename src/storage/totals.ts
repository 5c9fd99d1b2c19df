/** From sums to the numbers that /stats shows; the same for every home. */
import type { Counted, Thumb, TopicTotals, Totals } from './ports.js';

export type Tallied = Counted['what'] | Thumb;

export interface Sum {
  what: Tallied;
  /** Empty when no topic is meant. */
  topic: string;
  n: number;
}

export function totalsOf(sums: Iterable<Sum>): Totals {
  const topics = new Map<string, TopicTotals>();
  const totals = { clarified: 0, declined: 0, up: 0, down: 0 };
  for (const { what, topic, n } of sums) {
    if (what !== 'answered') totals[what] += n;
    if (topic === '') continue;
    const line = topics.get(topic) ?? { topic, count: 0, up: 0, down: 0 };
    if (what === 'answered') line.count += n;
    else if (what === 'up' || what === 'down') line[what] += n;
    topics.set(topic, line);
  }
  const order = (a: TopicTotals, b: TopicTotals) =>
    b.count - a.count || (a.topic < b.topic ? -1 : 1);
  return { topics: [...topics.values()].sort(order), ...totals };
}

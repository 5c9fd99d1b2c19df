/** A reader who follows related topics must be able to get from every card to every other. */
import type { ContentProblem } from '../../errors.js';
import type { PackReading } from '../load.js';
import type { CardTopic } from '../pack.js';
import { topicProblem } from './rule.js';

/** Cards that no chain of related topics leads to, or that no chain leads away from. */
export function unreachableCards(reading: PackReading): ContentProblem[] {
  // A broken card is not in the draft, and its neighbours would be blamed for it.
  if (!reading.pack) return [];
  const cards = reading.draft.topics.filter((topic) => topic.kind === 'card');
  const byId = new Map(cards.map((card) => [card.id, card]));
  const reach = new Map(cards.map((card) => [card.id, reachFrom(card, byId)]));
  const together = (card: CardTopic) =>
    cards.filter((other) => reach.get(card.id)!.has(other.id) && reach.get(other.id)!.has(card.id));
  const core = cards.map(together).reduce((a, b) => (b.length > a.length ? b : a), []);
  const inside = core[0];
  if (!inside) return [];
  return cards.flatMap((card) => {
    if (!reach.get(inside.id)!.has(card.id)) {
      const what = 'cannot be reached: no chain of related topics leads here';
      const mend = `name ${card.id} in the related topics of a card such as ${inside.id}`;
      return [topicProblem(reading, card, ['title'], what, mend)];
    }
    if (!reach.get(card.id)!.has(inside.id)) {
      const what = 'is a dead end: its related topics lead back to few cards or none';
      return [topicProblem(reading, card, ['related'], what, `name a card such as ${inside.id}`)];
    }
    return [];
  });
}

function reachFrom(start: CardTopic, byId: ReadonlyMap<string, CardTopic>): Set<string> {
  const reached = new Set([start.id]);
  // A set is walked in the order of insertion, also of what is added on the way.
  for (const id of reached) {
    for (const next of byId.get(id)?.related ?? []) if (byId.has(next)) reached.add(next);
  }
  return reached;
}

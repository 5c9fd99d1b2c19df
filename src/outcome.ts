/** What came of a message, as the fields that other programs rely on: `ask --jsonl` and the web API. */
import { renderPlain } from './render-plain.js';
import { answeredTopics, productIds, type RankedTopic, type Reply } from './reply.js';

export interface Outcome {
  kind: Reply['kind'];
  /** Topics whose cards are shown, in order. */
  answered: string[];
  /** Topics offered, in the order shown: what "the second one" refers to. */
  offered: string[];
  /** The matcher's ranking, best first, at most five. */
  topics: RankedTopic[];
  /** Products that the safety gate allowed. */
  products: string[];
  /** The reply as plain text. */
  text: string;
}

export function outcomeOf(reply: Reply): Outcome {
  return {
    kind: reply.kind,
    answered: answeredTopics(reply),
    offered: reply.offered.map(({ topic }) => topic),
    topics: reply.ranking.slice(0, 5),
    products: productIds(reply),
    text: renderPlain(reply),
  };
}

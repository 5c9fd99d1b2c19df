/** What a conversation remembers from one turn to the next: topic ids and switches, never words. */
import type { About } from '../message.js';
import type { Reply } from '../reply.js';
import type { Context } from '../storage/ports.js';
import type { Decision } from './decision.js';

/** How many topics are remembered. */
const MOST_TOPICS = 6;

/** The context of a conversation in which nothing has been said. */
export function freshContext(): Context {
  return {
    topics: [],
    offered: [],
    choosing: false,
    tips: {},
    productsOff: false,
    clinicianFirst: false,
    turns: 0,
  };
}

/** What this turn has settled for the rest of the conversation. */
export interface Switches {
  productsOff: boolean;
  clinicianFirst: boolean;
  safetyFirst: boolean;
}

/** The context after an urgent reply: the emergency is what the talk is about, and products are off. */
export function afterUrgentReply(before: Context, urgent: string, switches: Switches): Context {
  const { clinicianFirst, safetyFirst } = switches;
  return {
    ...before,
    offered: [],
    choosing: false,
    urgent,
    productsOff: true,
    clinicianFirst,
    safetyFirst,
    turns: before.turns + 1,
  };
}

/** The context after any other reply. */
export function afterReply(
  before: Context,
  reply: Reply,
  decision: Decision,
  tip: { topic: string; place: number } | undefined,
  switches: Switches,
): Context {
  const shown =
    reply.kind === 'answer'
      ? reply.cards.filter((card) => card.type !== 'chat').map((card) => card.topic)
      : [];
  const about = lastAbout(decision);
  const { about: _, urgent: __, ...kept } = before;
  return {
    ...kept,
    topics: [...new Set([...shown.toReversed(), ...before.topics])].slice(0, MOST_TOPICS),
    offered: reply.offered.map(({ topic }) => topic),
    choosing: reply.kind === 'clarify' || (reply.kind === 'fallback' && reply.offered.length > 0),
    ...(about && { about }),
    ...(reply.kind === 'urgent' && before.urgent && { urgent: before.urgent }),
    tips: tip
      ? { ...before.tips, [tip.topic]: [...(before.tips[tip.topic] ?? []), tip.place] }
      : before.tips,
    ...switches,
    turns: before.turns + 1,
  };
}

function lastAbout(decision: Decision): About | undefined {
  return decision.kind === 'show' ? decision.asked.at(-1)?.about.at(-1) : undefined;
}

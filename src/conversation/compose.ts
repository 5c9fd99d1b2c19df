/** From a decision to a `Reply`: cards, leads, notes, offers and the disclaimer. */
import type { CardTopic, ChatTopic, ContentPack, Topic } from '../content/pack.js';
import type { Region } from '../message.js';
import type { AnswerReply, Card, ChatCard, Offer, Reply } from '../reply.js';
import type { Context } from '../storage/ports.js';
import { createCitations } from './citations.js';
import type { Asked, Decided, Decision, PartNote } from './decision.js';
import {
  allowedProducts,
  isProductCard,
  type ProductAddresses,
  type ProductState,
  safetyInstead,
} from './product-gate.js';
import { nextTip, tipCard, topicCard } from './topic-card.js';
import { actionLine, filledIn, type NumbersFor, signsCard, urgentCards } from './urgent-card.js';

/** What the operator has settled, and the pack by id. */
export interface ComposeWith {
  pack: ContentPack;
  topics: ReadonlyMap<string, Topic>;
  addresses: ProductAddresses;
  articleUrl?: string;
  /** What the running configuration stores, for the privacy card. */
  privacyFacts: () => string[];
}

/** What holds for this turn: the conversation so far and this message taken together. */
export interface Turn {
  context: Context;
  region: Region;
  products: ProductState;
  clinicianFirst: boolean;
}

export interface Composed {
  reply: Reply;
  /** The tip that was shown, to be remembered. */
  tip?: { topic: string; place: number };
}

/** The most topics offered under the cards of one reply. */
const MOST_OFFERS = 5;

export function compose(decided: Decided, turn: Turn, using: ComposeWith): Composed {
  const { decision, ranking } = decided;
  const { wording } = using.pack;
  const soft = turn.clinicianFirst ? [wording.softFlagLead] : [];
  const base = { lead: soft, ranking, footer: wording.disclaimer };
  switch (decision.kind) {
    case 'show': {
      const reply = showCards(decided, decision, turn, using);
      if (reply.cards.length > 0) return { reply };
      // A button or a stored context may name a topic that the pack no longer has.
      const none: Decision = { kind: 'decline', reason: 'plain', near: [] };
      return compose({ ...decided, decision: none }, turn, using);
    }
    case 'tip':
      return showTip(decided, decision.topic, turn, using);
    case 'choose': {
      const { questions, again, onward } = wording.clarify;
      const question =
        decision.question === 'which'
          ? inTurn(questions, turn)
          : decision.question === 'again'
            ? again
            : onward;
      const offered = offersOf(decision.choices, using);
      return { reply: { kind: 'clarify', ...base, question, offered, footer: '' } };
    }
    case 'decline': {
      const offered = offersOf(decision.near, using);
      const lines =
        decision.reason !== 'plain'
          ? wording.fallback[decision.reason]
          : offered.length > 0
            ? wording.fallback.near
            : inTurn(wording.fallback.plain, turn);
      return { reply: { kind: 'fallback', ...base, lines, offered } };
    }
    case 'repeat-urgent':
      return { reply: repeatUrgent(decision.topic, turn, using) };
    default:
      return decision satisfies never;
  }
}

/** The urgent reply: it comes alone. */
export function urgentReply(
  flags: readonly { topic: string }[],
  region: Region,
  { pack, topics }: Pick<ComposeWith, 'pack' | 'topics'>,
): Reply {
  const urgent = [...topics.values()].filter((topic) => topic.kind === 'urgent');
  const cards = urgentCards(flags, urgent, numbersFor(region, pack));
  const footer = pack.safety.numbers.check;
  return { kind: 'urgent', cards, lead: [], offered: [], ranking: [], footer };
}

/** A calm line in the reader's own language; undefined when the pack does not know the language. */
export function otherLanguageReply(
  language: string,
  region: Region,
  pack: ContentPack,
): Reply | undefined {
  const line = pack.safety.languages[language]?.line;
  if (!line) return undefined;
  const lines = [filledIn(line, numbersFor(region, pack))];
  return { kind: 'fallback', lines, lead: [], offered: [], ranking: [], footer: '' };
}

function repeatUrgent(id: string, { region }: Turn, using: ComposeWith): Reply {
  const reply = urgentReply([{ topic: id }], region, using);
  const topic = using.topics.get(id);
  if (reply.kind !== 'urgent' || topic?.kind !== 'urgent') return reply;
  const lines = [actionLine(topic, numbersFor(region, using.pack))];
  return { ...reply, cards: reply.cards.map((card) => ({ ...card, lines })) };
}

function showCards(
  { ranking, courtesy }: Decided,
  decision: Extract<Decision, { kind: 'show' }>,
  turn: Turn,
  using: ComposeWith,
): AnswerReply {
  const { wording } = using.pack;
  const cards: Card[] = [];
  const notes = new Set<string>();
  for (const asked of decision.asked) {
    const built = cardFor(asked, turn, using);
    if (!built || cards.some(({ topic }) => topic === built.card.topic)) continue;
    cards.push(built.card);
    for (const note of built.notes) notes.add(note);
  }
  for (const { part, outcome } of decision.notes) notes.add(partNote(part, outcome, using));
  if (decision.tooMany) notes.add(wording.parts.tooMany);
  const offered = [...offersOf(decision.unsure, using), ...relatedOf(cards)];
  return {
    kind: 'answer',
    cards,
    notes: [...notes],
    lead: leadFor(cards, courtesy, turn, using),
    offered: distinct(offered, cards),
    ranking,
    footer: footerFor(cards, turn, using),
  };
}

function showTip(
  { ranking, courtesy }: Decided,
  wanted: string | undefined,
  turn: Turn,
  using: ComposeWith,
): Composed {
  const { anyTip } = using.pack.wording.topics;
  const known = [wanted, anyTip]
    .map((id) => (id === undefined ? undefined : using.topics.get(id)))
    .find((topic) => topic?.kind === 'card');
  if (known?.kind !== 'card') {
    const decision: Decision = { kind: 'decline', reason: 'unfinished', near: [] };
    return compose({ decision, ranking, reading: '' }, turn, using);
  }
  const shown = turn.context.tips[known.id] ?? [];
  const place = nextTip(known, shown);
  const rest = place === undefined ? shown : [...shown, place];
  const card = tipCard(known, place, {
    ...partsFor(known, turn, using),
    hasTip: nextTip(known, rest) !== undefined,
  });
  const reply: AnswerReply = {
    kind: 'answer',
    cards: [card],
    notes: [],
    lead: leadFor([card], courtesy, turn, using),
    offered: distinct(card.related, [card]),
    ranking,
    footer: footerFor([card], turn, using),
  };
  return place === undefined ? { reply } : { reply, tip: { topic: known.id, place } };
}

function cardFor(
  asked: Asked,
  turn: Turn,
  using: ComposeWith,
): { card: Card; notes: string[] } | undefined {
  const { pack, topics } = using;
  const topic = topics.get(asked.topic);
  switch (topic?.kind) {
    case undefined:
      return undefined;
    case 'chat':
      return { card: chatCard(topic, turn, using), notes: [] };
    case 'urgent': {
      const related = offersOf(topic.related, using);
      const place = numbersFor(turn.region, pack);
      return { card: signsCard(topic, place, citationsOf(using), related), notes: [] };
    }
    case 'card': {
      if (safetyInstead(topic, asked, pack, turn.products)) {
        const safety = topics.get(pack.wording.topics.productSafety);
        if (safety?.kind === 'card') {
          const parts = partsFor(safety, turn, using);
          const { card } = topicCard(safety, { topic: safety.id, about: [] }, [], parts);
          const { off, safetyFirst } = turn.products;
          return { card, notes: off || safetyFirst ? [pack.wording.products.instead] : [] };
        }
      }
      const products = allowedProducts(topic, pack, turn.products, using.addresses);
      return topicCard(topic, asked, products, partsFor(topic, turn, using));
    }
    default:
      return topic satisfies never;
  }
}

function chatCard(topic: ChatTopic, turn: Turn, using: ComposeWith): ChatCard {
  const { pack } = using;
  const reviewed = pack.topics.every((one) => one.kind === 'chat' || one.reviewed_by);
  return {
    type: 'chat',
    topic: topic.id,
    category: topic.category,
    title: topic.title,
    lines: [
      ...inTurn(topic.lines, turn),
      ...(topic.unreviewed && !reviewed ? [topic.unreviewed] : []),
      ...(topic.id === pack.wording.topics.privacy ? using.privacyFacts() : []),
    ],
    examples: topic.examples ?? [],
    related: offersOf(topic.related, using),
  };
}

function partsFor(topic: CardTopic, turn: Turn, using: ComposeWith) {
  const { pack, topics } = using;
  const mayOffer = (id: string) => {
    const other = topics.get(id);
    return !(other?.kind === 'card' && turn.products.off && isProductCard(other, pack));
  };
  return {
    wording: pack.wording,
    citations: citationsOf(using),
    related: offersOf(topic.related.filter(mayOffer), using),
    hideAmounts: turn.clinicianFirst,
    hasTip: nextTip(topic, turn.context.tips[topic.id] ?? []) !== undefined,
  };
}

/** The clinician's line first; else one line of courtesy; neither on small talk. */
function leadFor(
  cards: readonly Card[],
  courtesy: Decided['courtesy'],
  turn: Turn,
  { pack }: ComposeWith,
): string[] {
  if (cards.every(({ type }) => type === 'chat')) return [];
  if (turn.clinicianFirst) return [pack.wording.softFlagLead];
  return courtesy ? [inTurn(pack.wording.courtesy[courtesy], turn)] : [];
}

/** The disclaimer on the first card of a conversation and wherever the pack wants it; else its short form. */
function footerFor(cards: readonly Card[], { context }: Turn, { pack }: ComposeWith): string {
  const { disclaimer, footer, topics } = pack.wording;
  const wanted = cards.some(
    ({ topic, category }) =>
      topics.withDisclaimer.includes(topic) || topics.withDisclaimer.includes(category),
  );
  if (wanted) return disclaimer;
  if (cards.every(({ type }) => type === 'chat')) return '';
  return context.topics.length === 0 ? disclaimer : footer;
}

function partNote(part: number, outcome: PartNote['outcome'], { pack }: ComposeWith): string {
  return pack.wording.parts[outcome][part] ?? pack.wording.parts.tooMany;
}

function offersOf(ids: readonly string[], { topics }: ComposeWith): Offer[] {
  return ids.flatMap((id) => {
    const topic = topics.get(id);
    return topic ? [{ topic: id, label: topic.label }] : [];
  });
}

/** The related topics of all cards, taking one from each in turn. */
function relatedOf(cards: readonly Card[]): Offer[] {
  const longest = Math.max(0, ...cards.map(({ related }) => related.length));
  return Array.from({ length: longest }, (_, at) =>
    cards.flatMap(({ related }) => related[at] ?? []),
  ).flat();
}

function distinct(offers: readonly Offer[], cards: readonly Card[]): Offer[] {
  const seen = new Set(cards.map(({ topic }) => topic));
  return offers.filter(({ topic }) => !seen.has(topic) && seen.add(topic)).slice(0, MOST_OFFERS);
}

function citationsOf({ pack, articleUrl }: ComposeWith) {
  return createCitations(pack, articleUrl);
}

function numbersFor(region: Region, pack: ContentPack): NumbersFor {
  return { numbers: pack.safety.numbers, region };
}

/** Varies what is said from turn to turn, the same way each time. */
function inTurn<T>(variants: readonly [T, ...T[]] | readonly T[], { context }: Turn): T {
  return variants[context.turns % variants.length]!;
}

/** What the bot hands back: plain data that every channel turns into its own widgets. */
import type { Pick } from './message.js';

/** A topic as the matcher ranks it. */
export interface RankedTopic {
  id: string;
  /** The calibrated chance, 0 to 1, that this topic is an acceptable answer. */
  confidence: number;
}

/** A source opened to the reader. `number` is its mark within the card, counted from 1. */
export interface SourceLink {
  number: number;
  id: string;
  organisation: string;
  title: string;
  /** Absent for the article when the operator has set no `ARTICLE_URL`. */
  url?: string;
}

/** One sentence or two, with the marks of the sources they rest on (`SourceLink.number`). */
export interface Claim {
  text: string;
  marks: number[];
}

/** A topic to go to: what a button, a menu row or a numbered line stands for. */
export interface Offer {
  topic: string;
  label: string;
}

/** A way to go on with the card at hand: "Why?", "How much?", "Another tip". */
export interface FollowUp {
  label: string;
  pick: Pick;
}

/** A product that the safety gate allowed. Without `url` (none configured) the channel shows no link. */
export interface ProductOffer {
  id: string;
  name: string;
  what: string;
  caution: string;
  /** Always shown with a link: says that the link is commercial. */
  disclosure: string;
  url?: string;
}

interface CardBase {
  topic: string;
  category: string;
  title: string;
  related: Offer[];
}

/** A topic's card, or, after "how much?" and the like, the part of it that was asked for. */
export interface TopicCard extends CardBase {
  type: 'topic';
  /** What to read first: the short answer, or the points that were asked for. */
  answer: Claim[];
  points: Claim[];
  caution?: Claim;
  tip?: Claim;
  sources: SourceLink[];
  followUps: FollowUp[];
  products: ProductOffer[];
}

/** One tip to take away. `tip` is absent when all of the topic's tips have been shown. */
export interface TipCard extends CardBase {
  type: 'tip';
  tip?: Claim;
  /** Said with it, or instead of it when the tips have run out. */
  note?: string;
  sources: SourceLink[];
  followUps: FollowUp[];
}

/** Small talk, help, about, privacy. */
export interface ChatCard extends CardBase {
  type: 'chat';
  lines: string[];
  /** Example questions that can be typed as they stand. */
  examples: string[];
}

/** An urgent topic as information ("what is cauda equina?"): its signs and the action line, without alarm. */
export interface SignsCard extends CardBase {
  type: 'signs';
  intro: string;
  signs: Claim[];
  action: string;
  numbers: PhoneNumber[];
  sources: SourceLink[];
}

export type Card = TopicCard | TipCard | ChatCard | SignsCard;

/** A number to call. `tel` is what a phone dials; absent where only a web address or words can help. */
export interface PhoneNumber {
  label: string;
  tel?: string;
  url?: string;
}

/** An urgent card: what to do, in order, and the numbers. At most five short lines in all. */
export interface UrgentCard {
  topic: string;
  title: string;
  lines: string[];
  numbers: PhoneNumber[];
}

/** Why the bot gave this reply, for `ask --explain` and for whoever tends the pack. */
export interface Explanation {
  /** The reading that won, and how it differs from the message as typed. */
  reading: string;
  /** Readable lines: words, concepts, corrections, nearest utterances, rules. */
  lines: string[];
}

interface ReplyBase {
  /** Lines that come before everything else, such as the "ask your clinician" line. */
  lead: string[];
  /** Topics offered, in the order shown and numbered: what "the second one" refers to. */
  offered: Offer[];
  /** The matcher's ranking, best first, at most five; empty where the matcher was not asked. */
  ranking: RankedTopic[];
  /** The standing disclaimer or its short form; empty where none belongs. */
  footer: string;
  explanation?: Explanation;
}

export interface AnswerReply extends ReplyBase {
  kind: 'answer';
  /** One card for each question answered, in the order they were asked. */
  cards: Card[];
  /** Said after the cards: for example that a part of the message has no card. */
  notes: string[];
}

export interface ClarifyReply extends ReplyBase {
  kind: 'clarify';
  /** The question to choose by; the choices are `offered`. */
  question: string;
}

export interface FallbackReply extends ReplyBase {
  kind: 'fallback';
  lines: string[];
}

export interface UrgentReply extends ReplyBase {
  kind: 'urgent';
  /** The more urgent first. */
  cards: UrgentCard[];
}

/** An expected outcome is a kind of reply, never an exception. */
export type Reply = AnswerReply | ClarifyReply | FallbackReply | UrgentReply;

/** Topic ids whose cards the reply shows, in order. */
export function answeredTopics(reply: Reply): string[] {
  return reply.kind === 'answer' || reply.kind === 'urgent'
    ? reply.cards.map((card) => card.topic)
    : [];
}

/** Ids of the products that the safety gate allowed on the reply. */
export function productIds(reply: Reply): string[] {
  if (reply.kind !== 'answer') return [];
  return reply.cards.flatMap((card) =>
    card.type === 'topic' ? card.products.map((product) => product.id) : [],
  );
}

/** Topic cards and tip cards: the whole card, the part that was asked for, or the next tip. */
import type { CardTopic } from '../content/pack.js';
import type { ClaimData, PointData } from '../content/schema.js';
import type { Wording } from '../content/schema-wording.js';
import { ABOUTS, type About } from '../message.js';
import type { Claim, FollowUp, Offer, ProductOffer, TipCard, TopicCard } from '../reply.js';
import type { Asked } from './decision.js';
import type { Citations } from './urgent-card.js';

export interface CardParts {
  wording: Wording;
  citations: Citations;
  related: Offer[];
  /** True for somebody who should ask a clinician first: claims that name an amount are left out. */
  hideAmounts: boolean;
  /** False when every tip of the topic has been shown. */
  hasTip: boolean;
}

export interface BuiltCard {
  card: TopicCard;
  /** What must be said with it: that a part is missing, or that amounts are left out. */
  notes: string[];
}

/** Other parts offered beside "the whole card" and "a tip", so that all fit one row of buttons. */
const MOST_PART_BUTTONS = 3;

export function topicCard(
  topic: CardTopic,
  asked: Asked,
  products: ProductOffer[],
  parts: CardParts,
): BuiltCard {
  const { wording, citations, hideAmounts } = parts;
  const mayShow = (claim: ClaimData) => !(hideAmounts && claim.amount);
  const points = topic.points.filter(mayShow);
  const wanted = points.filter(({ about }) => asked.about.includes(about));
  const hidden = topic.points.some((p) => asked.about.includes(p.about) && !mayShow(p));
  const notes: string[] = [];
  if (hidden) notes.push(wording.amountsHidden);
  else if (asked.followUp && asked.about.length > 0 && wanted.length === 0) {
    notes.push(wording.card.noSuchPart);
  }
  if (asked.more) notes.push(wording.card.all);

  const short = topic.answer.filter(mayShow);
  const order = ([answer, rest]: [ClaimData[], ClaimData[]]) => ({
    answer: answer.map((claim) => cited(claim, citations)),
    points: rest.map((claim) => cited(claim, citations)),
  });
  const partly = wanted.length > 0;
  const { answer, points: rest } = order(
    asked.more ? [points, []] : partly ? [wanted, asked.followUp ? [] : short] : [short, points],
  );
  const card: TopicCard = {
    type: 'topic',
    topic: topic.id,
    category: topic.category,
    title: topic.title,
    answer,
    points: rest,
    ...(topic.caution && { caution: cited(topic.caution, citations) }),
    sources: citations.links(),
    followUps: followUps(topic, points, partly ? asked.about : [], partly, parts),
    products,
    related: parts.related,
  };
  return { card, notes };
}

/** @param tip the place of the tip among the topic's tips; undefined when all have been shown. */
export function tipCard(topic: CardTopic, tip: number | undefined, parts: CardParts): TipCard {
  const { wording, citations, related, hasTip } = parts;
  const claim = tip === undefined ? undefined : topic.tips[tip];
  const shown = claim && cited(claim, citations);
  const whole: FollowUp = {
    label: wording.followUps.whole,
    pick: { action: 'topic', topic: topic.id },
  };
  const another: FollowUp = {
    label: wording.followUps.anotherTip,
    pick: { action: 'tip', topic: topic.id },
  };
  const note = !shown ? wording.tips.ranOut : hasTip ? undefined : wording.tips.last;
  return {
    type: 'tip',
    topic: topic.id,
    category: topic.category,
    title: topic.title,
    ...(shown && { tip: shown }),
    ...(note && { note }),
    sources: citations.links(),
    followUps: hasTip ? [another, whole] : [whole],
    related,
  };
}

/** The first tip not shown yet; undefined when there is none. */
export function nextTip(topic: CardTopic, shown: readonly number[]): number | undefined {
  const next = topic.tips.findIndex((_, at) => !shown.includes(at));
  return next < 0 ? undefined : next;
}

function cited({ text, sources }: ClaimData, citations: Citations): Claim {
  return { text, marks: citations.marks(sources) };
}

function followUps(
  { id }: CardTopic,
  points: readonly PointData[],
  shown: readonly About[],
  partly: boolean,
  { wording, hasTip }: CardParts,
): FollowUp[] {
  const others = ABOUTS.filter(
    (about) =>
      about !== 'what' && !shown.includes(about) && points.some((point) => point.about === about),
  );
  const all: FollowUp[] = others.slice(0, MOST_PART_BUTTONS).map((about) => ({
    label: wording.followUps.parts[about],
    pick: { action: 'part', topic: id, about },
  }));
  if (partly) all.unshift({ label: wording.followUps.whole, pick: { action: 'topic', topic: id } });
  if (hasTip) all.push({ label: wording.followUps.tip, pick: { action: 'tip', topic: id } });
  return all;
}

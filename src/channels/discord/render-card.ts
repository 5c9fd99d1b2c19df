/** One card as a Components V2 container. */
import type { APIButtonComponent } from 'discord.js';
import type {
  Card,
  ChatCard,
  Claim,
  FollowUp,
  PhoneNumber,
  ProductOffer,
  SignsCard,
  SourceLink,
  TipCard,
  TopicCard,
} from '../../reply.js';
import { categoryName } from './catalogue.js';
import {
  BUTTONS_A_ROW,
  button,
  container,
  divider,
  type InContainer,
  row,
  section,
  text,
} from './components.js';
import { clip, link, plain } from './markdown.js';
import type { View } from './view.js';
import { WORDS } from './words.js';

/** How much of a card is shown. */
export interface Detail {
  /** The most points, and the most characters of any one text. */
  points: number;
  length: number;
  tip: boolean;
  /** False: sources by name only. */
  links: boolean;
  products: boolean;
  related: boolean;
  followUps: number;
}

const FULL: Detail = {
  points: 20,
  length: 4000,
  tip: true,
  links: true,
  products: true,
  related: true,
  followUps: BUTTONS_A_ROW,
};

/** From everything to the least that is still an answer: what to read first, and with what care. */
export const DETAILS: readonly Detail[] = [
  FULL,
  { ...FULL, tip: false },
  { ...FULL, tip: false, links: false },
  { ...FULL, tip: false, links: false, points: 3, followUps: 4 },
  { ...FULL, tip: false, links: false, points: 1, followUps: 3 },
  { ...FULL, tip: false, links: false, points: 0, followUps: 2, products: false, length: 900 },
  {
    points: 0,
    length: 300,
    tip: false,
    links: false,
    products: false,
    related: false,
    followUps: 1,
  },
];

/** @param alone false beside other cards of the same reply. */
export function renderCard(card: Card, view: View, detail: Detail, alone: boolean) {
  const { catalogue } = view;
  const head = `-# ${plain(categoryName(card.category))}\n## ${plain(card.title)}`;
  return container(catalogue.accent(card.category), [
    ...clipped(bodyOf(card, head, view, detail), detail.length),
    ...followUpRow(card, view, detail, alone),
  ]);
}

function bodyOf(card: Card, head: string, view: View, detail: Detail): InContainer[] {
  switch (card.type) {
    case 'topic':
      return topicBody(card, head, view, detail);
    case 'tip':
      return tipBody(card, head, view, detail);
    case 'chat':
      return chatBody(card);
    case 'signs':
      return signsBody(card, head, detail);
    default:
      return card satisfies never;
  }
}

function topicBody(card: TopicCard, head: string, { tipTone }: View, detail: Detail) {
  const points = card.points.slice(0, detail.points);
  const parts: InContainer[] = [text([head, ...card.answer.map(marked)].join('\n'))];
  if (points.length > 0) parts.push(text(points.map((point) => `- ${marked(point)}`).join('\n')));
  if (card.caution) parts.push(text(`**${WORDS.take}** ${marked(card.caution)}`));
  if (card.tip && detail.tip && tipTone !== 'off') {
    parts.push(text(`**${WORDS.tip[tipTone]}** ${marked(card.tip)}`));
  }
  if (detail.products) parts.push(...card.products.map(productPart));
  return [...parts, ...sourcesPart(card.sources, detail)];
}

function tipBody(card: TipCard, head: string, { tipTone }: View, detail: Detail): InContainer[] {
  const lines = [
    ...(card.tip ? [`**${WORDS.tip[tipTone]}** ${marked(card.tip)}`] : []),
    ...(card.note ? [plain(card.note)] : []),
  ];
  return [text([head, ...lines].join('\n')), ...sourcesPart(card.sources, detail)];
}

function chatBody(card: ChatCard): InContainer[] {
  const lines = [`## ${plain(card.title)}`, ...card.lines.map(plain)];
  const examples = card.examples.map((example) => `- ${plain(example)}`);
  return [text(lines.join('\n')), ...(examples.length > 0 ? [text(examples.join('\n'))] : [])];
}

function signsBody(card: SignsCard, head: string, detail: Detail): InContainer[] {
  const signs = card.signs.map((sign) => `- ${marked(sign)}`);
  const action = [`**${plain(card.action)}**`, ...card.numbers.map(phoneLine)];
  return [
    text([head, plain(card.intro), ...signs].join('\n')),
    text(action.join('\n')),
    ...sourcesPart(card.sources, detail),
  ];
}

/** Without an address there is nothing to press: the card itself speaks of the product. */
function productPart({ name, what, caution, disclosure, url }: ProductOffer): InContainer {
  const lines = [`**${plain(name)}**`, plain(what), plain(caution)];
  return url
    ? section([...lines, `-# ${plain(disclosure)}`].join('\n'), WORDS.productLink, url)
    : text(lines.join('\n'));
}

function sourcesPart(sources: readonly SourceLink[], { links }: Detail): InContainer[] {
  if (sources.length === 0) return [];
  const listed = sources.map(({ number, organisation, title, url }) =>
    links
      ? `[${number}] ${link(`${organisation}: ${title}`, url)}`
      : `[${number}] ${plain(organisation)}`,
  );
  return [divider(), text(`-# ${WORDS.sources} ${listed.join(' · ')}`)];
}

function followUpRow(card: Card, view: View, detail: Detail, alone: boolean): InContainer[] {
  const own = 'followUps' in card ? card.followUps : [];
  const cut = card.type === 'topic' && card.points.length > detail.points;
  const whole: FollowUp = {
    label: view.catalogue.wholeCard,
    pick: { action: 'topic', topic: card.topic },
  };
  const offersWhole = own.some(({ pick }) => pick.action === 'topic');
  // A card that had to be cut beside others has its whole self behind a button.
  const all = cut && !alone && !offersWhole ? [whole, ...own] : own;
  const thumbs = alone ? [] : thumbsFor(card);
  const buttons = all
    .slice(0, Math.min(detail.followUps, BUTTONS_A_ROW - thumbs.length))
    .map(({ label, pick }) => button(label, { verb: 'pick', pick }));
  return buttons.length + thumbs.length > 0 ? [row(...buttons, ...thumbs)] : [];
}

/** Small talk is not voted on. */
export function thumbsFor({ type, topic }: Card): APIButtonComponent[] {
  if (type === 'chat') return [];
  return [
    button(WORDS.helpful, { verb: 'vote', value: 'up', topic }, { emoji: '👍' }),
    button(WORDS.notHelpful, { verb: 'vote', value: 'down', topic }, { emoji: '👎' }),
  ];
}

export function phoneLine({ label, tel, url }: PhoneNumber): string {
  const name = link(label, url);
  return tel && !holdsNumber(label, tel) ? `- **${name}: ${plain(tel)}**` : `- **${name}**`;
}

/** True when the text names the number already, however it is spaced. */
export function holdsNumber(words: string, tel: string): boolean {
  const digits = (text: string) => text.replace(/\D/g, '');
  const named = words.match(/\d(?:[\d -]*\d)?/g) ?? [];
  return named.some((number) => digits(number) === digits(tel));
}

function marked({ text: words, marks }: Claim): string {
  const all = marks.map((mark) => `[${mark}]`).join('');
  return all ? `${plain(words)} ${all}` : plain(words);
}

function clipped(parts: InContainer[], most: number): InContainer[] {
  return parts.map((part) =>
    'content' in part ? { ...part, content: clip(part.content, most) } : part,
  );
}

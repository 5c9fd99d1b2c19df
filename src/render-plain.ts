/** A `Reply` as plain text: for `ask`, and, block by block, for the terminal. */
import type { Card, Claim, Offer, PhoneNumber, ProductOffer, Reply, SourceLink } from './reply.js';

/** A paragraph or a list row and what it is, so that a channel may style it. */
export interface Block {
  style: 'title' | 'text' | 'bullet' | 'caution' | 'alert' | 'choice' | 'faint';
  text: string;
}

const MOST_IN_PARAGRAPH = 2;

export interface RenderOptions {
  /** Lists the sources and puts their marks behind the claims. */
  sources: boolean;
}

/** The whole reply as lines of text, unwrapped, without a closing line break. */
export function renderPlain(reply: Reply, options: RenderOptions = { sources: true }): string {
  const lines: string[] = [];
  let before: Block['style'] | undefined;
  for (const { style, text } of blocksOf(reply, options)) {
    const isRow = style === 'bullet' || style === 'choice' || style === 'faint';
    if (before !== undefined && !(isRow && style === before)) lines.push('');
    lines.push(`${style === 'bullet' ? '- ' : ''}${text}`);
    before = style;
  }
  return lines.join('\n');
}

export function blocksOf(reply: Reply, options: RenderOptions): Block[] {
  const blocks = reply.lead.map((text) => block('text', text));
  switch (reply.kind) {
    case 'answer':
      blocks.push(
        ...reply.cards.flatMap((card) => cardBlocks(card, options)),
        ...reply.notes.map((text) => block('text', text)),
      );
      break;
    case 'clarify':
      blocks.push(block('text', reply.question));
      break;
    case 'fallback':
      blocks.push(block('text', reply.lines.join(' ')));
      break;
    case 'urgent': {
      const said = reply.cards.flatMap(({ lines }) => lines);
      for (const { title, lines, numbers } of reply.cards) {
        blocks.push(
          block('alert', title),
          ...lines.map((text) => block('bullet', text)),
          ...phoneBlocks(numbers.filter((number) => !isSaid(number, said))),
        );
      }
      break;
    }
    default:
      return reply satisfies never;
  }
  blocks.push(...offerBlocks(reply.offered));
  if (reply.footer) blocks.push(block('faint', reply.footer));
  return blocks;
}

/** The sources of all cards of a reply, one a line. */
export function sourceBlocks(reply: Reply): Block[] {
  if (reply.kind !== 'answer') return [];
  return reply.cards.flatMap((card) =>
    card.type === 'chat' ? [] : card.sources.map((source) => block('faint', sourceLine(source))),
  );
}

function cardBlocks(card: Card, options: RenderOptions): Block[] {
  const said = ({ text, marks }: Claim) =>
    options.sources && marks.length > 0 ? `${text} [${marks.join(', ')}]` : text;
  const sources = (links: readonly SourceLink[]) =>
    options.sources ? links.map((link) => block('faint', sourceLine(link))) : [];
  const title = block('title', card.title);
  switch (card.type) {
    case 'topic':
      return [
        title,
        ...answerBlocks(card.answer.map(said)),
        ...card.points.map((point) => block('bullet', said(point))),
        ...(card.caution ? [block('caution', `Please note: ${said(card.caution)}`)] : []),
        ...(card.tip ? [block('text', `Tip: ${said(card.tip)}`)] : []),
        ...card.products.flatMap(productBlocks),
        ...sources(card.sources),
      ];
    case 'tip':
      return [
        title,
        ...(card.tip ? [block('text', `Tip: ${said(card.tip)}`)] : []),
        ...(card.note ? [block('text', card.note)] : []),
        ...sources(card.sources),
      ];
    case 'chat':
      return [
        block('text', card.lines.join(' ')),
        ...card.examples.map((text) => block('bullet', text)),
      ];
    case 'signs':
      return [
        title,
        block('text', card.intro),
        ...card.signs.map((sign) => block('bullet', said(sign))),
        block('caution', card.action),
        ...phoneBlocks(card.numbers),
        ...sources(card.sources),
      ];
    default:
      return card satisfies never;
  }
}

/** The short answer is a paragraph; a longer one is a list. */
function answerBlocks(claims: readonly string[]): Block[] {
  return claims.length > MOST_IN_PARAGRAPH
    ? claims.map((text) => block('bullet', text))
    : [block('text', claims.join(' '))];
}

function productBlocks({ name, what, caution, disclosure, url }: ProductOffer): Block[] {
  return [
    block('text', `${name}: ${what} ${caution}`),
    ...(url ? [block('text', `${disclosure} ${url}`)] : []),
  ];
}

function phoneBlocks(numbers: readonly PhoneNumber[]): Block[] {
  return numbers.map(({ label, tel, url }) =>
    block(
      'bullet',
      [label, tel && !label.includes(tel) ? tel : '', url ?? ''].filter(Boolean).join(' '),
    ),
  );
}

/** Whether the lines name the number already: an urgent reply is short. */
function isSaid({ label, tel }: PhoneNumber, lines: readonly string[]): boolean {
  const joined = lines.join(' ');
  const digits = joined.replace(/[\s-]/g, '');
  return joined.includes(label) || (tel !== undefined && digits.includes(tel.replaceAll('-', '')));
}

function offerBlocks(offered: readonly Offer[]): Block[] {
  return offered.map(({ label }, at) => block('choice', `${at + 1}. ${label}`));
}

function sourceLine({ number, organisation, title, url }: SourceLink): string {
  return `[${number}] ${organisation}: ${title}${url ? `, ${url}` : ''}`;
}

function block(style: Block['style'], text: string): Block {
  return { style, text };
}

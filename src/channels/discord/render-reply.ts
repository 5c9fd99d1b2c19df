/** From a `Reply` to a Discord message that fits, whatever the reply holds. */
import type { AnswerReply, ClarifyReply, FallbackReply, Offer, Reply } from '../../reply.js';
import {
  button,
  buttonRows,
  cards,
  fits,
  menu,
  type Outgoing,
  type Row,
  row,
  type TopLevel,
  text,
} from './components.js';
import { plain } from './markdown.js';
import { DETAILS, type Detail, renderCard, thumbsFor } from './render-card.js';
import { renderUrgent } from './render-urgent.js';
import { LEAD_ID, NOTES_ID, TAIL_ID, type View } from './view.js';
import { WORDS } from './words.js';

/** More related topics than this go into a menu: a row of five long labels does not read on a phone. */
const MOST_RELATED_BUTTONS = 3;

export function renderReply(reply: Reply, view: View): Outgoing {
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply, view);
    case 'clarify':
      return renderChoice([reply.question], reply, view);
    case 'fallback':
      return renderChoice(reply.lines, reply, view);
    case 'urgent':
      return renderUrgent(reply, view);
    default:
      return reply satisfies never;
  }
}

/** As much of the answer as one message holds, the least needed left out first. */
function renderAnswer(reply: AnswerReply, view: View): Outgoing {
  let components: TopLevel[] = [];
  for (const detail of DETAILS) {
    components = answerComponents(reply, view, detail);
    if (fits(components, view.room)) break;
  }
  return cards(components);
}

function answerComponents(reply: AnswerReply, view: View, detail: Detail): TopLevel[] {
  const alone = reply.cards.length === 1;
  const components: TopLevel[] = [];
  if (reply.lead.length > 0) components.push(text(reply.lead.map(plain).join('\n'), LEAD_ID));
  for (const card of reply.cards) components.push(renderCard(card, view, detail, alone));
  if (reply.notes.length > 0) components.push(text(reply.notes.map(plain).join('\n'), NOTES_ID));
  if (detail.related) components.push(...relatedRows(reply.offered));
  if (reply.footer) components.push(text(small(reply.footer)));
  components.push(...tailRow(reply, view));
  return components;
}

/** What the reader may do with the message as a whole; the thumbs too where it holds one card. */
function tailRow({ cards: [card, ...others] }: AnswerReply, view: View): Row[] {
  const buttons = card && others.length === 0 ? thumbsFor(card) : [];
  if (view.canShare) buttons.push(button(WORDS.share, { verb: 'share' }));
  if (view.asker) buttons.push(button(WORDS.remove, { verb: 'dismiss', asker: view.asker }));
  return buttons.length > 0 ? [{ ...row(...buttons), id: TAIL_ID }] : [];
}

function renderChoice(lines: readonly string[], reply: ClarifyReply | FallbackReply, view: View) {
  const components: TopLevel[] = [];
  if (reply.lead.length > 0) components.push(text(reply.lead.map(plain).join('\n'), LEAD_ID));
  components.push(text(lines.map(plain).join('\n')));
  components.push(...offerRows(reply.offered, 5));
  if (reply.footer) components.push(text(small(reply.footer)));
  if (view.asker) {
    components.push(row(button(WORDS.remove, { verb: 'dismiss', asker: view.asker })));
  }
  return cards(components);
}

function relatedRows(offers: readonly Offer[]): Row[] {
  return offerRows(offers, MOST_RELATED_BUTTONS);
}

function offerRows(offers: readonly Offer[], mostButtons: number): Row[] {
  if (offers.length > mostButtons) {
    const options = offers.map(({ topic, label }) => ({ value: topic, label }));
    return [menu({ verb: 'go', page: 0 }, WORDS.relatedMenu, options)];
  }
  return buttonRows(
    offers.map(({ topic, label }) =>
      button(label, { verb: 'pick', pick: { action: 'topic', topic } }),
    ),
  );
}

function small(line: string): string {
  return `-# ${plain(line)}`;
}

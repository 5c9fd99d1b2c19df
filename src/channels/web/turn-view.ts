/** One turn of the conversation: what was asked, and the reply. The page and the script show the same. */
import type { Offer, Reply } from '../../reply.js';
import { cardView, gistOf } from './card-view.js';
import { phoneLinks } from './phone-view.js';
import { encodePick } from './pick-code.js';
import { type Html, html, type Place, pathOf, WORDS } from './view.js';

export interface Turn {
  /** Unguessable and of this turn alone: votes and the ids of the page start with it. */
  id: string;
  /** What was typed, or the label of the button. */
  question: string;
  reply: Reply;
  place: Place;
  canVote: boolean;
}

/** `data-say` is what a screen reader hears when the turn comes in by script. */
export function turnView(turn: Turn): Html {
  const { id, question, reply } = turn;
  return html`<li class="turn turn-${reply.kind}" id="turn-${id}" data-kind="${reply.kind}" data-say="${sayOf(reply)}">
<p class="asked"><span class="unseen">${WORDS.you}: </span>${question}</p>
<div class="reply">${reply.lead.map((line) => html`<p class="lead">${line}</p>`)}${bodyOf(turn)}${reply.kind !== 'clarify' && offers(turn)}${reply.footer && html`<p class="faint footer">${reply.footer}</p>`}</div></li>`;
}

function bodyOf(turn: Turn): Html | Html[] {
  const { id, reply, place, canVote } = turn;
  const headingId = `turn-${id}-0`;
  switch (reply.kind) {
    case 'answer':
      return [
        ...reply.cards.map((card, at) =>
          cardView(card, {
            id: `turn-${id}-${at}`,
            place,
            ...(canVote && { voteKey: `${id}-${at}` }),
          }),
        ),
        ...reply.notes.map((note) => html`<p class="lead">${note}</p>`),
      ];
    case 'clarify':
      return html`<div class="card"><h2 id="${headingId}" tabindex="-1">${reply.question}</h2>${offers(turn)}</div>`;
    case 'fallback':
      return html`<div class="card"><h2 id="${headingId}" tabindex="-1">${reply.lines[0]}</h2>${reply.lines.slice(1).map((line) => html`<p>${line}</p>`)}</div>`;
    case 'urgent':
      return html`<div role="alert">${reply.cards.map(
        (
          { title, lines, numbers },
          at,
        ) => html`<section class="urgent" aria-labelledby="turn-${id}-${at}">
<p class="eyebrow"><span aria-hidden="true">! </span>${WORDS.urgent}</p>
<h2 id="turn-${id}-${at}" tabindex="-1">${title}</h2>
<ol class="steps" aria-label="${WORDS.whatToDo}">${lines.map((line) => html`<li>${line}</li>`)}</ol>
${phoneLinks(numbers)}</section>`,
      )}</div>`;
    default:
      return reply satisfies never;
  }
}

/** Numbered as "the second one" counts them. */
function offers({ id, reply, place }: Turn): Html | false {
  if (reply.offered.length === 0) return false;
  const isChoice = reply.kind === 'clarify';
  const label = isChoice ? WORDS.choices : WORDS.related;
  return html`<form method="post" action="${pathOf(place)}" class="${isChoice ? 'offers choices' : 'offers'}">
<p class="offers-title${isChoice && ' unseen'}" id="turn-${id}-offers">${label}</p>
<ol aria-labelledby="turn-${id}-offers">${reply.offered.map(offer)}</ol></form>`;
}

function offer({ topic, label }: Offer): Html {
  return html`<li><button name="pick" value="${encodePick({ action: 'topic', topic })}">${label}</button></li>`;
}

function sayOf(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return [...reply.lead, ...reply.cards.map(gistOf), ...reply.notes].join(' ');
    case 'clarify':
      return `${reply.question} ${reply.offered.map(({ label }) => label).join(', ')}`;
    case 'fallback':
      return reply.lines.join(' ');
    case 'urgent':
      // Its own alert says it.
      return '';
    default:
      return reply satisfies never;
  }
}

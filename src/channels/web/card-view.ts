/** Cards as HTML: the same parts, in the same order, as on every other channel. */
import type {
  Card,
  ChatCard,
  Claim,
  FollowUp,
  ProductOffer,
  SignsCard,
  SourceLink,
} from '../../reply.js';
import { phoneLinks } from './phone-view.js';
import { encodePick } from './pick-code.js';
import { type Html, html, outLink, type Place, pathOf, WORDS } from './view.js';

export interface CardView {
  /** Unique on the page: the links of the source marks start with it. */
  id: string;
  place: Place;
  /** Shows the thumbs; the value identifies the turn. */
  voteKey?: string;
}

export function cardView(card: Card, view: CardView): Html {
  switch (card.type) {
    case 'topic':
      return frame(card, view, [
        answer(card.answer, view),
        bullets(card.points, view),
        card.caution && caution(claimView(card.caution, view)),
        card.tip && tip(card.tip, view),
        card.products.map(product),
        sources(card.sources, view),
        followUps(card.followUps, view),
        thumbs(card.topic, view),
      ]);
    case 'tip':
      return frame(card, view, [
        card.tip && tip(card.tip, view),
        card.note && html`<p>${card.note}</p>`,
        sources(card.sources, view),
        followUps(card.followUps, view),
        thumbs(card.topic, view),
      ]);
    case 'signs':
      return frame(card, view, signs(card, view));
    case 'chat':
      return chat(card, view);
    default:
      return card satisfies never;
  }
}

/** The first words of a card, for a screen reader to say when it comes. */
export function gistOf(card: Card): string {
  switch (card.type) {
    case 'topic':
      return `${card.title}. ${card.answer.map(({ text }) => text).join(' ')}`;
    case 'tip':
      return `${card.title}. ${card.tip?.text ?? card.note ?? ''}`;
    case 'signs':
      return `${card.title}. ${card.intro}`;
    case 'chat':
      return card.lines.join(' ');
    default:
      return card satisfies never;
  }
}

function frame({ type, title, category }: Card, { id }: CardView, body: unknown[]): Html {
  return html`<article class="card card-${type}" aria-labelledby="${id}">
<p class="eyebrow" aria-hidden="true">${category}</p>
<h2 id="${id}" tabindex="-1">${title}</h2>
${body}</article>`;
}

function chat({ lines, examples, title }: ChatCard, { id, place }: CardView): Html {
  return html`<article class="card card-chat" aria-labelledby="${id}">
<h2 id="${id}" class="unseen" tabindex="-1">${title}</h2>
${lines.map((line) => html`<p>${line}</p>`)}
${examples.length > 0 && html`<form method="post" action="${pathOf(place)}" class="chips">${examples.map((text) => html`<button name="text" value="${text}">${text}</button>`)}</form>`}</article>`;
}

function signs(card: SignsCard, view: CardView): unknown[] {
  return [
    html`<p class="answer">${card.intro}</p>`,
    bullets(card.signs, view),
    caution(card.action),
    phoneLinks(card.numbers),
    sources(card.sources, view),
  ];
}

/** Two sentences read as one thought; more of them (the parts that were asked for) one by one. */
function answer(claims: readonly Claim[], view: CardView): Html[] {
  const said = claims.map((claim) => claimView(claim, view));
  const paragraphs = claims.length > 2 ? said.map((claim) => [claim]) : [said];
  return paragraphs.map((paragraph) => html`<p class="answer">${paragraph}</p>`);
}

function claimView({ text, marks }: Claim, view: CardView): Html {
  const links = marks.map(
    (mark) =>
      html`<a class="mark" href="#${sourceId(mark, view)}" aria-label="${WORDS.source} ${mark}">${mark}</a>`,
  );
  return html`<span class="claim">${text}${links.length > 0 && html`<sup>${links}</sup>`}</span> `;
}

function bullets(claims: readonly Claim[], view: CardView): Html | false {
  return (
    claims.length > 0 &&
    html`<ul class="points">${claims.map((claim) => html`<li>${claimView(claim, view)}</li>`)}</ul>`
  );
}

function caution(text: Html | string): Html {
  return html`<div class="panel caution"><p><strong>${WORDS.note}</strong> ${text}</p></div>`;
}

function tip(claim: Claim, view: CardView): Html {
  return html`<div class="panel tip"><p><strong>${WORDS.tip}</strong> ${claimView(claim, view)}</p></div>`;
}

/** Set apart from the card, and named for what it is before anything else is said. */
function product({ name, what, caution, disclosure, url }: ProductOffer): Html {
  return html`<aside class="product" aria-label="${WORDS.commercial}: ${name}">
<p class="badge">${WORDS.commercial}</p>
<h3>${name}</h3>
<p>${what}</p>
<p><strong>${WORDS.note}</strong> ${caution}</p>
<p class="faint">${disclosure}</p>
${url && html`<p>${outLink(url, WORDS.visitShop, 'sponsored nofollow')}</p>`}</aside>`;
}

function sources(links: readonly SourceLink[], view: CardView): Html | false {
  if (links.length === 0) return false;
  const rows = links.map((link) => {
    const text = html`<cite>${link.title}</cite>`;
    return html`<li id="${sourceId(link.number, view)}" value="${link.number}" tabindex="-1">${link.organisation}: ${link.url ? outLink(link.url, text) : text}</li>`;
  });
  return html`<details class="sources"><summary>${WORDS.sources(links.length)}</summary><ol>${rows}</ol></details>`;
}

function sourceId(mark: number, { id }: CardView): string {
  return `${id}-source-${mark}`;
}

function followUps(ups: readonly FollowUp[], { place }: CardView): Html | false {
  return (
    ups.length > 0 &&
    html`<form method="post" action="${pathOf(place)}"><div class="chips" role="group" aria-label="${WORDS.goOn}">${ups.map(
      ({ label, pick }) =>
        html`<button class="strong" name="pick" value="${encodePick(pick)}">${label}</button>`,
    )}</div></form>`
  );
}

function thumbs(topic: string, { voteKey, place }: CardView): Html | false {
  return (
    voteKey !== undefined &&
    html`<form method="post" action="/vote"><div class="thumbs" role="group" aria-label="${WORDS.helpful}">
<input type="hidden" name="key" value="${voteKey}"><input type="hidden" name="topic" value="${topic}"><input type="hidden" name="place" value="${place}">
<span aria-hidden="true">${WORDS.helpful}</span>
<button name="helped" value="yes">${WORDS.yes}</button><button name="helped" value="no">${WORDS.no}</button></div></form>`
  );
}

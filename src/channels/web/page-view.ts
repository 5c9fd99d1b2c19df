/** The whole page: the same frame around the start, an answer, a notice or a text. */
import type { AssetUrls } from './assets.js';
import type { Refusal } from './refusals.js';
import { type Html, html, type Place, pathOf, WORDS } from './view.js';

export interface PageWith {
  assets: AssetUrls;
  place: Place;
  title: string;
  /** What the conversation holds so far: the turns that this answer brought, or none. */
  turns: readonly Html[];
  /** Shown while there is no conversation yet. */
  start: Html;
  /** Why there is no answer. */
  notice?: Html;
  /** What was typed and could not be answered, kept in the box. */
  typed?: string;
  /** What to do in an emergency, said where the server could not be reached. */
  emergencyLine: string;
}

export function chatPage(page: PageWith): Html {
  const { assets, place, turns, start, notice, typed = '', emergencyLine } = page;
  const fresh = turns.length === 0 && !notice;
  // Browsers block it in the frame of another site, where the widget asks for the focus itself.
  const focus = fresh && place === 'page' && html` autofocus`;
  const main = html`<main id="main" class="${fresh ? 'fresh' : 'talking'}">
<div id="start">${start}</div>
<ol id="turns" role="list">${turns}</ol>
<div id="notices">${notice}</div>
</main>
<form id="composer" method="post" action="${pathOf(place)}" autocomplete="off" aria-label="${WORDS.ask}">
<div class="composer">
<label for="text" class="unseen">${WORDS.question}</label>
<ul id="suggestions" role="listbox" aria-label="${WORDS.suggestions}" hidden></ul>
<input id="text" name="text" type="text" value="${typed}" placeholder="${WORDS.placeholder}" required enterkeyhint="send"${focus}>
<button class="send">${WORDS.ask}</button>
</div></form>
<p id="status" class="unseen" role="status" aria-live="polite"></p>
<template id="offline">${noticeView(WORDS.offline, emergencyLine)}</template>
<template id="words" data-thinking="${WORDS.thinking}" data-started-over="${WORDS.startedOver}" data-suggestions="${WORDS.suggestionsShown}" data-thanks="${WORDS.thanks}"></template>`;
  return shell({ assets, place, title: page.title, body: main, isChat: true });
}

/** A page of text, such as the privacy page. */
export function textPage(assets: AssetUrls, title: string, text: Html): Html {
  const body = html`<main id="main" class="text"><h1>${title}</h1>${text}<p><a href="/">${WORDS.back}</a></p></main>`;
  return shell({ assets, place: 'page', title, body, isChat: false });
}

export function noticeView(...lines: readonly (string | undefined)[]): Html {
  return html`<div class="notice" role="alert" tabindex="-1">${lines.filter(Boolean).map((line) => html`<p>${line}</p>`)}</div>`;
}

export function refusalView({ message }: Refusal, emergencyLine: string): Html {
  return noticeView(message, emergencyLine);
}

const STYLES = ['vertebot.css', 'cards.css', 'composer.css'] as const;

interface Shell {
  assets: AssetUrls;
  place: Place;
  title: string;
  body: Html;
  isChat: boolean;
}

function shell({ assets, place, title, body, isChat }: Shell): Html {
  const brand = html`<a class="brand" href="${pathOf(place)}"><img src="${assets['icon.svg']}" alt="" width="28" height="28"><span>${WORDS.name}</span></a>`;
  return html`<!doctype html>
<html lang="en" class="${place}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title === WORDS.name ? title : `${title} · ${WORDS.name}`}</title>
<link rel="icon" href="${assets['icon.svg']}" type="image/svg+xml">
${STYLES.map((name) => html`<link rel="stylesheet" href="${assets[name]}">`)}
${isChat && html`<script type="module" src="${assets['vertebot.js']}"></script><script type="module" src="${assets['suggestions.js']}"></script>`}
</head>
<body>
<a class="skip" href="${isChat ? '#text' : '#main'}">${WORDS.skip}</a>
<header>
${isChat ? html`<h1>${brand}</h1>` : brand}
${isChat && html`<form id="start-over" method="post" action="/start-over"><input type="hidden" name="place" value="${place}"><button class="quiet">${WORDS.startOver}</button></form>`}
${place === 'widget' && html`<button id="close" class="quiet" type="button" aria-label="${WORDS.close}" hidden>✕</button>`}
</header>
${body}
<footer>${links(place)}</footer>
</body>
</html>`;
}

function links(place: Place): Html {
  const target = place === 'widget' && html` target="_blank" rel="noopener"`;
  return html`<nav aria-label="${WORDS.name}"><a href="/privacy"${target}>${WORDS.privacy}</a>${place === 'page' && html`<a href="/embed">${WORDS.embed}</a>`}</nav>`;
}

/** An example of a page that holds the widget, with the one line that puts it there. */
import type { AssetUrls } from './assets.js';
import type { WebConfig } from './parts.js';
import { type Html, html, WORDS } from './view.js';

/** @param origin our own address, as the visitor sees it. */
export function embedPage(assets: AssetUrls, { embedOrigins }: WebConfig, origin: string): Html {
  const snippet = `<script src="${origin}/embed.js" async></script>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The chat on your site · ${WORDS.name}</title>
<link rel="icon" href="${assets['icon.svg']}" type="image/svg+xml">
<link rel="stylesheet" href="${assets['shop.css']}">
<script src="/embed.js" async></script>
</head>
<body>
<header><p>The Example Shop</p></header>
<main>
<h1>The chat on your own page</h1>
<p>This stands for a page of yours. The bubble in the corner opens the chat. It loads nothing until then, and neither page can touch the other's styles.</p>
<h2>The one line</h2>
<pre tabindex="0"><code>${snippet}</code></pre>
<h2>Where it may be used</h2>
${
  embedOrigins.length > 0
    ? html`<p>Besides this address:</p><ul>${embedOrigins.map((allowed) => html`<li>${allowed}</li>`)}</ul>`
    : html`<p>Only here, so far. Whoever runs the bot names other sites in <code>EMBED_ORIGINS</code>, for example <code>https://shop.example</code>.</p>`
}
<p><a href="/">${WORDS.back}</a></p>
</main>
</body>
</html>`;
}

import { describe, expect, it } from 'vitest';
import { pack, wording } from '../../conversation/fixture.js';
import { makeApp, memoryStores, post, postPiece, scripted } from './fixture.js';
import * as replies from './replies.js';

async function pieceOf(reply: Parameters<typeof scripted>[0], question = 'roses') {
  const { app } = makeApp({ bot: scripted(reply), stores: await memoryStores() });
  return (await postPiece(app, '/', { text: question })).text();
}

describe('the page without script', () => {
  it('greets, offers questions and topics, and says what it is not', async () => {
    const { app } = makeApp();
    const page = await (await app.request('/')).text();
    expect(page).toContain('<h2 class="greeting">Hello.</h2>');
    expect(page).toContain('value="topic:plants/roses">Roses</button>');
    expect(page).not.toContain('topic:urgent/fire');
    expect(page).toContain(wording.disclaimer.replaceAll("'", '&#39;'));
    expect(page).toMatch(/<form id="composer" method="post" action="\/"/);
  });

  it('offers the example questions of the help topic as buttons', async () => {
    const examples = ['Do roses sleep?'];
    const topics = pack.topics.map((topic) =>
      topic.id === 'chat/help' && topic.kind === 'chat' ? { ...topic, examples } : topic,
    );
    const { app } = makeApp({ pack: { ...pack, topics } });
    expect(await (await app.request('/')).text()).toContain(
      '<button name="text" value="Do roses sleep?">',
    );
  });

  it('answers a typed question with a whole page', async () => {
    const { app } = makeApp();
    const response = await post(app, '/', { text: 'tell me about roses' });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('tell me about roses');
    expect(page).toContain('All about roses</h2>');
  });

  it.each([
    ['topic:plants/roses', 'Roses</p>', 'Roses: the short answer.'],
    ['part:plants/roses:why', 'Roses: Why?</p>', 'Roses: the reason.'],
    ['tip:plants/roses', 'Roses: A tip</p>', 'Roses: first tip.'],
    ['urgent:urgent/fire', 'Fire</p>', 'Leave the shed.'],
  ])('answers the button %s', async (pick, asked, said) => {
    const { app } = makeApp();
    // The box of the same form may hold half a question: the button wins.
    const page = await (await post(app, '/', { pick, text: 'tul' })).text();
    expect(page).toContain(asked);
    expect(page).toContain(said);
  });

  it.each([
    'topic:plants/nettles',
    'part:plants/roses:smell',
    'buy:plants/roses',
    'topic',
    'a:b:c:d',
  ])('refuses the forged button %s', async (pick) => {
    const { app } = makeApp();
    const response = await post(app, '/', { pick });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('not one of mine');
  });

  it('refuses an empty question, and says so on a page with the box', async () => {
    const { app } = makeApp();
    for (const text of ['', '  \n', '\u200b\u2060']) {
      const response = await post(app, '/', { text });
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/role="alert".*no words.*<form id="composer"/s);
    }
  });

  it('keeps what was typed when it could not be answered', async () => {
    const bot = { respond: () => Promise.reject(new Error('no')), forget: async () => 0 };
    const { app, logged } = makeApp({ bot });
    const response = await post(app, '/', { text: 'about "roses"' });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('value="about &quot;roses&quot;"');
    expect(logged).toEqual(['answer failed error=Error']);
  });

  it('answers an unknown address with a page that leads on', async () => {
    const response = await makeApp().app.request('/nowhere');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<form id="composer"');
  });
});

describe('a reply on the page', () => {
  it('shows all that a card holds', async () => {
    const piece = await pieceOf(replies.answer(replies.topicCard));
    expect(piece).toMatch(/^<li class="turn/);
    expect(piece).toContain('Roses have thorns.');
    expect(piece).toContain('<div class="panel caution"><p><strong>Please note</strong>');
    expect(piece).toContain('<div class="panel tip"><p><strong>Tip</strong>');
    expect(piece).toContain('value="part:plants/roses:why">Why?</button>');
    expect(piece).toContain('value="topic:plants/tulips">Tulips</button>');
    expect(piece).toContain('Your second question has no card.');
    expect(piece).toContain('General information.');
  });

  it('links each mark to its source, and each source to its page', async () => {
    const piece = await pieceOf(replies.answer(replies.topicCard));
    const targets = [...piece.matchAll(/class="mark" href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toHaveLength(5);
    for (const target of targets) expect(piece).toContain(`id="${target}"`);
    expect(piece).toContain('<summary>2 sources</summary>');
    expect(piece).toMatch(
      /href="https:\/\/library.example\/book" target="_blank" rel="noopener noreferrer"/,
    );
    expect(piece).toContain('The article: <cite>the text</cite>');
  });

  it('names a product as commercial before it says anything of it', async () => {
    const piece = await pieceOf(replies.answer(replies.topicCard));
    expect(piece).toMatch(
      /<aside class="product" aria-label="Commercial: A spade">\s*<p class="badge">Commercial/,
    );
    expect(piece).toContain('Mind your toes.');
    expect(piece).toContain('This is a commercial link.');
    expect(piece).toContain('rel="noopener noreferrer sponsored nofollow"');
  });

  it('shows what an urgent reply says, the numbers as links to dial, and nothing else', async () => {
    const piece = await pieceOf(replies.urgent);
    expect(piece).toMatch(/<div role="alert"><section class="urgent"/);
    expect(piece).toContain('<li>Leave the shed.</li><li>Call 112.</li>');
    expect(piece).toContain('href="tel:112"');
    expect(piece).toContain('href="tel:1800222"');
    expect(piece).toContain('href="https://numbers.example/"');
    expect(piece).toContain('Or shout');
    expect(piece).not.toMatch(/<form|product|class="panel tip"/);
  });

  it('shows choices, a decline, tips, small talk and signs', async () => {
    expect(await pieceOf(replies.clarify)).toMatch(/Which of these.*value="topic:plants\/roses"/s);
    expect(await pieceOf(replies.fallback)).toContain('I have no card for that.');
    expect(await pieceOf(replies.answer(replies.tipCard))).toContain('That was the last tip.');
    expect(await pieceOf(replies.answer(replies.chatCard))).toContain(
      '<button name="text" value="How much water do roses need?">',
    );
    expect(await pieceOf(replies.answer(replies.signsCard))).toMatch(
      /How to know a fire.*Smoke.*Leave now.*tel:112/s,
    );
  });

  it('gives two cards of one reply ids of their own', async () => {
    const piece = await pieceOf(replies.answer(replies.topicCard, replies.signsCard));
    const ids = [...piece.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('escapes every word of the person and of the pack', async () => {
    const evil = `<img src=x onerror=alert(1)>"'</script>`;
    const piece = await pieceOf({ ...replies.fallback, lines: [evil] }, evil);
    expect(piece).not.toContain('<img');
    expect(piece).not.toContain('</script>');
    expect(piece.match(/&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;/g)).toHaveLength(3);
  });

  it('weighs less than 100 KB, page and files together', async () => {
    const { app } = makeApp();
    const page = await (await app.request('/')).text();
    const files = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    let bytes = Buffer.byteLength(page);
    for (const path of new Set(files)) {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('immutable');
      bytes += (await response.arrayBuffer()).byteLength;
    }
    expect(files.length).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(100_000);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

describe('thumbs', () => {
  it('are counted once for each card, and name nobody', async () => {
    const stores = await memoryStores();
    const { app } = makeApp({ stores });
    const asked = await postPiece(app, '/', { text: 'tell me about roses' });
    const cookie = asked.headers.get('set-cookie')!.split(';')[0]!;
    const key = /name="key" value="([^"]+)"/.exec(await asked.text())![1]!;
    for (const helped of ['yes', 'no', 'no']) {
      const vote = { key, topic: 'plants/roses', helped };
      expect((await postPiece(app, '/vote', vote, { cookie })).status).toBe(204);
    }
    expect(await stores.counts.totals(undefined, 1)).toMatchObject({ up: 0, down: 1 });
  });

  it('thank without script too, and refuse what no card of ours holds', async () => {
    const { app } = makeApp({ stores: await memoryStores() });
    const vote = { key: 'abcdefghijkl-0', topic: 'plants/roses', helped: 'yes' };
    expect(await (await post(app, '/vote', vote)).text()).toContain('Thank you, noted.');
    for (const wrong of [{ key: 'x' }, { topic: 'plants/none' }, { helped: 'very' }]) {
      expect((await post(app, '/vote', { ...vote, ...wrong })).status).toBe(400);
    }
  });

  it('are not shown where nothing keeps them', async () => {
    const { app } = makeApp();
    expect(await (await post(app, '/', { text: 'roses' })).text()).not.toContain('/vote');
  });
});

describe('counting', () => {
  it('counts what was answered and declined, and nothing urgent', async () => {
    const stores = await memoryStores();
    const { app } = makeApp({ stores });
    for (const text of ['roses', 'quantum', 'my shed is burning']) await post(app, '/', { text });
    expect(await stores.counts.totals(undefined, 1)).toMatchObject({
      topics: [{ topic: 'plants/roses', count: 1 }],
      declined: 1,
    });
  });
});

describe('suggestions', () => {
  it('come as topics and titles, by POST alone', async () => {
    const { app } = makeApp();
    expect(await (await post(app, '/suggest', { text: 'tulp' })).json()).toContainEqual({
      topic: 'plants/tulips',
      label: 'All about tulips',
    });
    expect((await app.request('/suggest?text=tulips')).status).toBe(404);
  });

  it('are none for an urgent text', async () => {
    const { app } = makeApp();
    expect(await (await post(app, '/suggest', { text: 'tulips burning' })).json()).toEqual([]);
  });
});

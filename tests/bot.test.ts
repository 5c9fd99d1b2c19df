import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPlain } from '../src/render-plain.js';
import { answeredTopics, productIds } from '../src/reply.js';
import { createMemoryContexts } from '../src/storage/memory.js';
import type { ContextStore } from '../src/storage/ports.js';
import { brokenStore, makeBot, pack, say, talk, wording } from './conversation/fixture.js';

const key = { person: 'ada', place: 'garden' };

describe('respond', () => {
  it('answers a plain question with the card, its numbered sources and the disclaimer', async () => {
    const reply = await makeBot({ articleUrl: 'https://article.example/' }).respond({
      text: 'tell me about roses',
    });
    expect(reply).toMatchObject({ kind: 'answer', footer: wording.disclaimer });
    const card = reply.kind === 'answer' ? reply.cards[0] : undefined;
    expect(card).toMatchObject({
      type: 'topic',
      topic: 'plants/roses',
      answer: [{ marks: [1, 2] }],
      sources: [
        { number: 1, id: 'book', url: 'https://library.example/book' },
        { number: 2, id: 'article', url: 'https://article.example/' },
      ],
    });
  });

  it('gives any string at all a reply, and never its words back', async () => {
    const bot = makeBot();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const reply = await bot.respond({ text, conversation: key });
        const odd = text.replace(/[\p{L}\p{N}\s.,:;!?'"()[\]/-]/gu, '');
        expect(odd.length > 3 && renderPlain(reply).includes(odd)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '',
    '   \n\t',
    '\u0000\u0007\u001b[31m',
    '🙂🙂🙂',
    '你好吗',
    '@everyone **bold** <@123> [x](http://evil.example)',
    'x'.repeat(100_000),
  ])('declines calmly, without echo (message %#)', async (text) => {
    const reply = await say(text);
    expect(reply.kind).toBe('fallback');
    expect(reply.footer).toBe(wording.disclaimer);
    expect(renderPlain(reply)).not.toMatch(/everyone|evil|你|🙂|xxx|\p{Cc}\[/u);
  });

  it('explains itself when asked', async () => {
    const reply = await makeBot().respond({ text: 'roses', explain: true });
    expect(reply.explanation?.lines).toContain('words: roses');
    expect((await say('roses')).explanation).toBeUndefined();
  });

  it('answers in the language of the asker with the emergency line', async () => {
    const reply = await say('hola');
    expect(reply).toMatchObject({ kind: 'fallback', lines: ['Solo inglés. 112.'] });
  });
});

describe('an urgent message', () => {
  it('is answered alone: no lead, offer, ranking or footer', async () => {
    expect(await say('roses', 'the shed is burning')).toMatchObject({
      kind: 'urgent',
      cards: [{ topic: 'urgent/fire', lines: ['Leave the shed.', 'Call 112.'] }],
      lead: [],
      offered: [],
      ranking: [],
      footer: '',
    });
  });

  it.each([
    'why?',
    'how long can I wait?',
    'can I drive there?',
    'ok',
    'thanks',
    'tell me more',
    'tip',
    'help',
    'what is a fire like?',
  ])('is repeated after %j', async (text) => {
    expect(await say('it is burning', text)).toMatchObject({
      kind: 'urgent',
      cards: [{ topic: 'urgent/fire', lines: ['Leave now and call 112.'] }],
    });
  });

  it('gives way to a clear new question, and products stay off', async () => {
    const [, , reply] = await talk(makeBot(), ['it is burning', 'ok', 'tell me about the spade']);
    expect(answeredTopics(reply!)).toEqual(['shop/safety']);
    expect(productIds(reply!)).toEqual([]);
    expect(answeredTopics(await say('it is burning', 'how do I grow tulips', 'why?'))).toEqual([
      'plants/tulips',
    ]);
  });

  it('is answered at once when the store never answers', async () => {
    const never = () => new Promise<never>(() => {});
    const contexts: ContextStore = {
      read: never,
      write: never,
      delete: never,
      deletePerson: never,
    };
    const reply = await makeBot({ contexts, storeWaitMs: 60_000 }).respond({
      text: 'burning',
      conversation: key,
    });
    expect(reply.kind).toBe('urgent');
  });

  it('shows its signs as information when nothing is urgent, and products are off from then on', async () => {
    const [signs, spade] = await talk(makeBot(), ['what is a fire?', 'tell me about the spade']);
    expect(signs).toMatchObject({
      kind: 'answer',
      cards: [{ type: 'signs', topic: 'urgent/fire' }],
    });
    expect(productIds(spade!)).toEqual([]);
  });
});

describe('a store that fails', () => {
  it('costs no answer, and the operator hears of it without the words', async () => {
    const failures: unknown[] = [];
    const bot = makeBot({
      contexts: brokenStore(),
      onStorageFailure: (error) => failures.push(error),
    });
    const reply = await bot.respond({ text: 'secret roses', conversation: key });
    expect(answeredTopics(reply)).toEqual(['plants/roses']);
    expect(failures).toHaveLength(2);
    expect(String(failures)).not.toContain('secret');
  });

  it('that is too slow is not waited for', async () => {
    const slow = () => new Promise<never>(() => {});
    const contexts: ContextStore = { read: slow, write: slow, delete: slow, deletePerson: slow };
    const reply = await makeBot({ contexts, storeWaitMs: 5 }).respond({
      text: 'roses',
      conversation: key,
    });
    expect(answeredTopics(reply)).toEqual(['plants/roses']);
  });
});

describe('conversations', () => {
  it('never cross, however they interleave', async () => {
    const bot = makeBot();
    const keys = Array.from({ length: 60 }, (_, at) => ({
      person: `person ${at % 12}`,
      place: `place ${Math.floor(at / 12)}`,
    }));
    const first = keys.map((_, at) => (at % 2 === 0 ? 'roses' : 'tulips'));
    await Promise.all(
      keys.map((conversation, at) => bot.respond({ text: first[at]!, conversation })),
    );
    const replies = await Promise.all(
      keys.toReversed().map((conversation) => bot.respond({ text: 'why?', conversation })),
    );
    expect(replies.toReversed().map((reply) => answeredTopics(reply)[0])).toEqual(
      first.map((word) => `plants/${word}`),
    );
  });

  it('take turns in order even when messages arrive at once', async () => {
    const bot = makeBot();
    const [, tip, next] = await Promise.all(
      ['roses', 'tip', 'tip'].map((text) => bot.respond({ text, conversation: key })),
    );
    expect(renderPlain(tip!)).toContain('first tip');
    expect(renderPlain(next!)).toContain('second tip');
  });

  it('keep topic ids and switches only, never words', async () => {
    const contexts = createMemoryContexts();
    const bot = makeBot({ contexts });
    await talk(bot, ['my secret roses are pregnant', 'why?', 'zebra', 'it is burning']);
    await bot.settled();
    const kept = JSON.stringify(await contexts.read(key));
    expect(kept).not.toMatch(/secret|pregnant|zebra|burning/);
    expect(JSON.parse(kept)).toMatchObject({ urgent: 'urgent/fire', productsOff: true });
  });

  it('are forgotten when the person asks', async () => {
    const bot = makeBot();
    await talk(bot, ['roses'], 'here');
    await talk(bot, ['roses'], 'there');
    expect(await bot.forget('ada')).toBe(2);
    const [reply] = await talk(bot, ['why?'], 'here');
    expect(reply?.kind).toBe('fallback');
  });

  it('are neither read nor written without a key', async () => {
    const reply = await makeBot({ contexts: brokenStore() }).respond({ text: 'why?' });
    expect(reply).toMatchObject({ kind: 'fallback', lines: wording.fallback.unfinished });
  });
});

describe('a choice by button', () => {
  it('needs no context', async () => {
    const bot = makeBot();
    const part = await bot.respond({
      text: '',
      pick: { action: 'part', topic: 'plants/roses', about: 'why' },
    });
    expect(part).toMatchObject({ cards: [{ answer: [{ text: 'Roses: the reason.' }] }] });
    const tip = await bot.respond({ text: '', pick: { action: 'tip', topic: 'plants/roses' } });
    expect(tip).toMatchObject({ cards: [{ type: 'tip', tip: { text: 'Roses: first tip.' } }] });
  });

  it('of a topic that the pack no longer has gets a calm reply', async () => {
    const bot = makeBot();
    const pick = { action: 'topic', topic: 'plants/gone' } as const;
    const reply = await bot.respond({ text: '', pick });
    expect(reply.kind).toBe('fallback');
  });
});

it('shows every card of the pack without a hole', async () => {
  for (const { id } of pack.topics) {
    const reply = await makeBot().respond({ text: '', pick: { action: 'topic', topic: id } });
    expect(answeredTopics(reply)).toEqual([id]);
  }
});

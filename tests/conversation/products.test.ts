import { describe, expect, it } from 'vitest';
import { renderPlain } from '../../src/render-plain.js';
import { answeredTopics, productIds } from '../../src/reply.js';
import { answered, makeBot, pack, say, talk, wording } from './fixture.js';

describe('products', () => {
  it('stand on the cards that are about them, with caution and disclosure', async () => {
    const bot = makeBot({ addresses: { baseUrl: 'https://shop.example/' } });
    const [reply] = await talk(bot, ['tell me about the spade']);
    expect(productIds(reply!)).toEqual(['spade']);
    expect(renderPlain(reply!)).toContain(
      `${wording.products.disclosure} https://shop.example/spade`,
    );
  });

  it('come without a link when the operator has set no address', async () => {
    const reply = await say('spade');
    expect(productIds(reply)).toEqual(['spade']);
    expect(renderPlain(reply)).not.toContain('shop.example');
  });

  it('are left out where the place wants none', async () => {
    const reply = await makeBot().respond({ text: 'spade', settings: { productLinks: false } });
    expect(answeredTopics(reply)).toEqual(['shop/spade']);
    expect(productIds(reply)).toEqual([]);
  });

  it('stand on another card only when one was asked for', async () => {
    expect(productIds(await say('what is good soil?'))).toEqual([]);
    expect(productIds(await say('what can I buy for my soil and compost?'))).toEqual(['spade']);
  });

  const risks = ['blister', 'pregnant'];
  const asks = ['tell me about the spade', 'show me the shop', 'buy something for soil compost'];
  it.each(risks.flatMap((risk) => asks.map((ask): [string, string] => [risk, ask])))(
    '%j in the message or before it: none after %j',
    async (risk, ask) => {
      for (const texts of [[`I am ${risk} here, ${ask}`], [`roses ${risk}`, 'tulips', ask]]) {
        const reply = await say(...texts);
        expect(productIds(reply)).toEqual([]);
        const [topic] = answeredTopics(reply);
        expect(topic).toBe(ask.includes('soil') ? 'plants/soil' : 'shop/safety');
        expect(reply.offered.map((offer) => offer.topic)).not.toContain('shop/spade');
      }
    },
  );

  it('asked for by somebody older: safety first, the product when asked again', async () => {
    const again = ['I am 72, show me the spade', 'I still want the spade'];
    expect(await answered(again[0]!)).toEqual(['shop/safety']);
    expect(productIds(await say(...again))).toEqual(['spade']);
    expect(productIds(await say(again[0]!, 'I have a blister', 'the spade please'))).toEqual([]);
  });

  it('are on no card of any other kind, whatever is asked', async () => {
    for (const { id, kind } of pack.topics) {
      if (kind === 'card' && /^(shop|plants\/soil)/.test(id)) continue;
      const reply = await makeBot().respond({
        text: 'buy a spade',
        pick: { action: 'topic', topic: id },
      });
      expect(productIds(reply)).toEqual([]);
    }
  });
});

describe('somebody who should ask a clinician first', () => {
  it('is told so first, now and later, and is shown no amount', async () => {
    for (const texts of [
      ['I am pregnant, how much do roses need?'],
      ['roses, pregnant', 'how much?'],
    ]) {
      const reply = await say(...texts);
      expect(reply.lead[0]).toBe(wording.softFlagLead);
      expect(reply).toMatchObject({ notes: [wording.amountsHidden] });
      expect(renderPlain(reply)).not.toContain('litres');
    }
  });

  it('is shown no amount by button or by "tell me more"', async () => {
    const bot = makeBot();
    const conversation = { person: 'ada', place: 'garden' };
    await talk(bot, ['roses, pregnant']);
    const [more] = await talk(bot, ['tell me more']);
    const part = await bot.respond({
      text: '',
      pick: { action: 'part', topic: 'plants/roses', about: 'how-much' },
      conversation,
    });
    for (const reply of [more!, part]) expect(renderPlain(reply)).not.toContain('litres');
  });
});

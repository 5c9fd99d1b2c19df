import { describe, expect, it } from 'vitest';
import { answered, say, wording } from './fixture.js';

const lead = async (...texts: string[]) => {
  const reply = await say(...texts);
  const card = reply.kind === 'answer' ? reply.cards[0] : undefined;
  return card?.type === 'topic' ? card.answer.map(({ text }) => text) : [];
};

describe('a follow-up', () => {
  it.each([
    ['how much?', 'Roses: five litres a day.'],
    ['how much of it do I need then?', 'Roses: five litres a day.'],
    ['why?', 'Roses: the reason.'],
    ['why is that', 'Roses: the reason.'],
    ['where do I get it from?', 'Roses: from the market.'],
    ['and where can I find them', 'Roses: from the market.'],
    ['is it safe?', 'Roses: mind the thorns.'],
    ['is it safe if I have asthma?', 'Roses: mind the thorns.'],
  ])('%j leads with its part of the topic at hand', async (text, first) => {
    expect(await lead('roses', text)).toEqual([first]);
  });

  it('offers the whole card beside the part', async () => {
    const reply = await say('roses', 'why?');
    const [card] = reply.kind === 'answer' ? reply.cards : [];
    expect(card?.type === 'topic' && card.followUps[0]).toEqual({
      label: wording.followUps.whole,
      pick: { action: 'topic', topic: 'plants/roses' },
    });
  });

  it('asks for the same part of a new subject', async () => {
    expect(await lead('roses', 'how much?', 'what about tulips?')).toEqual([
      'Tulips: five litres a day.',
    ]);
    expect(await lead('roses', 'and tulips?')).toEqual(['Tulips: the short answer.']);
  });

  it('says so when the card has no such part', async () => {
    const reply = await say('watering', 'how much?');
    expect(reply).toMatchObject({
      cards: [{ topic: 'plants/water', answer: [{ text: 'Watering: the short answer.' }] }],
      notes: [wording.card.noSuchPart],
    });
  });

  it('"tell me more" leads with all the points', async () => {
    expect(await lead('roses', 'tell me more')).toHaveLength(4);
    expect(await answered('roses', 'can you tell me more about it please')).toEqual([
      'plants/roses',
    ]);
  });

  it('goes back to what was said before', async () => {
    expect(await answered('roses', 'tulips', 'what did you say about roses again?')).toEqual([
      'plants/roses',
    ]);
    expect(await answered('roses', 'soil', 'can you say that again?')).toEqual(['plants/soil']);
  });

  it('goes one topic back, and takes "not that" for an answer', async () => {
    expect(await answered('roses', 'tulips', 'go back')).toEqual(['plants/roses']);
    expect(await say('roses', "that's not what I meant")).toMatchObject({
      kind: 'fallback',
      lines: wording.fallback.neither,
    });
  });

  it('narrowed to somebody stays with the topic', async () => {
    expect(await answered('roses', 'and for children?')).toEqual(['plants/roses']);
  });

  it('without anything to refer to asks for the topic', async () => {
    expect(await say('how much?')).toMatchObject({
      kind: 'fallback',
      lines: wording.fallback.unfinished,
    });
  });

  it('never bends a message that stands on its own', async () => {
    expect(await answered('roses', 'how much mud does compost need?')).toEqual(['plants/soil']);
    expect(await answered('roses', 'is it true that tulips are easy?')).toEqual(['plants/tulips']);
    expect((await say('roses', 'who won the cup?')).kind).toBe('fallback');
  });
});

describe('a full question', () => {
  it('leads with the part that it asks for, the short answer below', async () => {
    const reply = await say('how much do roses need?');
    expect(reply).toMatchObject({
      cards: [
        {
          answer: [{ text: 'Roses: five litres a day.' }],
          points: [{ text: 'Roses: the short answer.' }],
        },
      ],
    });
  });
});

describe('courtesy', () => {
  it('never gets in the way of a question', async () => {
    expect(await say('hi, why do roses have a thorn? thanks')).toMatchObject({
      cards: [{ topic: 'plants/roses' }],
      lead: [wording.courtesy.greeting[0]],
    });
    expect(await answered('thanks! and what about tulips?')).toEqual(['plants/tulips']);
  });

  it('alone is met in kind, varied the same way each time', async () => {
    expect(await answered('hello')).toEqual(['chat/greeting']);
    const [first, second] = [await say('hello'), await say('hello', 'hello')];
    expect(first).toMatchObject({ cards: [{ lines: ['Hello.'] }] });
    expect(second).toMatchObject({ cards: [{ lines: ['Hi there.'] }] });
    expect(await say('hello')).toEqual(first);
  });
});

describe('a message that leans on the talk', () => {
  it.each([
    [['roses', 'even with asthma?'], ['plants/roses']],
    [['roses', 'how much of the red ones?'], ['plants/roses']],
    [['roses', 'what about red ones?'], ['plants/roses']],
    [['roses', 'ok sorry, go on then'], ['plants/roses']],
    [
      ['tulips', 'what about roses?', "which one's better?"],
      ['plants/roses', 'plants/tulips'],
    ],
    [
      ['tulips', 'what about roses?', 'how much of each?'],
      ['plants/roses', 'plants/tulips'],
    ],
    [['roses', 'no, I meant tulips'], ['plants/tulips']],
    [['do you know anything about tulips?'], ['plants/tulips']],
    [['roses, tulips'], ['plants/roses', 'plants/tulips']],
  ])('%j', async (texts, topics) => {
    expect((await answered(...texts)).toSorted()).toEqual(topics);
  });
});

describe('tips', () => {
  it.each(['any more?', 'give us a tip', 'another one'])('%j asks for the next', async (text) => {
    expect(await say('roses', 'tip', text)).toMatchObject({
      cards: [{ type: 'tip', topic: 'plants/roses', tip: { text: 'Roses: second tip.' } }],
    });
  });

  it('are asked for by the next subject once they are the matter', async () => {
    const reply = await say('roses', 'tip', 'and one about tulips');
    expect(reply).toMatchObject({ cards: [{ type: 'tip', topic: 'plants/tulips' }] });
  });

  it('come one at a time, never twice, and run out honestly with a way on', async () => {
    const texts = ['roses', 'tip', 'another tip please', 'next', 'give me a tip'];
    const shown: unknown[] = [];
    for (let turns = 2; turns <= texts.length; turns++) {
      const reply = await say(...texts.slice(0, turns));
      const [card] = reply.kind === 'answer' ? reply.cards : [];
      shown.push(card?.type === 'tip' && (card.tip?.text ?? card.note));
      if (turns === texts.length) expect(reply.offered[0]?.topic).toBe('plants/tulips');
    }
    expect(shown).toEqual([
      'Roses: first tip.',
      'Roses: second tip.',
      'Roses: third tip.',
      wording.tips.ranOut,
    ]);
  });

  it('come from somewhere even before any topic', async () => {
    expect(await answered('tip')).toEqual([wording.topics.anyTip]);
  });

  it('can be asked for by topic', async () => {
    const reply = await say('roses', 'a tip about tulips');
    expect(reply).toMatchObject({ cards: [{ type: 'tip', topic: 'plants/tulips' }] });
  });
});

describe('the disclaimer', () => {
  it('stands on the first card, on some topics and on declining; else its short form', async () => {
    expect((await say('roses')).footer).toBe(wording.disclaimer);
    expect((await say('roses', 'tulips')).footer).toBe(wording.footer);
    expect((await say('roses', 'ask an expert')).footer).toBe(wording.disclaimer);
    expect((await say('roses', 'privacy')).footer).toBe(wording.disclaimer);
    expect((await say('roses', 'zebra')).footer).toBe(wording.disclaimer);
    expect((await say('hello')).footer).toBe('');
    expect((await say('hello', 'roses')).footer).toBe(wording.disclaimer);
  });
});

import { describe, expect, it } from 'vitest';
import { pairsOf, questionsOf } from '../../src/conversation/split.js';
import { answered, say, wording } from './fixture.js';

describe('two or three questions in one message', () => {
  it.each([
    ['What do roses need? And how do I plant tulips?', ['plants/roses', 'plants/tulips']],
    ['why do roses have a thorn and should I make compost', ['plants/roses', 'plants/soil']],
    ['are tulips easy? also, is soil mud?', ['plants/tulips', 'plants/soil']],
    ['two things: what is compost, and are roses hard?', ['plants/soil', 'plants/roses']],
    ['is mud or drought worse for a plot', ['plants/soil', 'plants/water']],
    [
      'are roses hard? are tulips easy? what is compost?',
      ['plants/roses', 'plants/tulips', 'plants/soil'],
    ],
  ])('%j are answered in their order', async (text, topics) => {
    expect(await answered(text)).toEqual(topics);
  });

  it('a later one may refer to the one before it', async () => {
    const reply = await say('what are roses and where do I get them?');
    expect(reply).toMatchObject({
      cards: [{ topic: 'plants/roses', answer: [{ text: 'Roses: from the market.' }] }],
    });
  });

  it('one without a card is said to have none', async () => {
    const reply = await say('are roses hard, and who won the cup?');
    expect(reply).toMatchObject({
      cards: [{ topic: 'plants/roses' }],
      notes: [wording.parts.without[1]],
    });
  });

  it('one that is unclear offers its choices first', async () => {
    const reply = await say('what is compost? and what makes things bloom?');
    expect(reply).toMatchObject({
      cards: [{ topic: 'plants/soil' }],
      notes: [wording.parts.unsure[1]],
    });
    const offered = reply.offered.map(({ topic }) => topic);
    expect(offered.slice(0, 2)).toEqual(['plants/roses', 'plants/tulips']);
  });

  it('more than three are too many', async () => {
    const reply = await say('are roses hard? tulips? what is compost? is it a drought? why fire?');
    expect(reply).toMatchObject({ notes: expect.arrayContaining([wording.parts.tooMany]) });
  });
});

describe('a single question', () => {
  it.each([
    'is soil and mud the same?',
    'roses and thorns, why?',
    'I have roses. They have a thorn. Is that so bad?',
    'do bulbs and tulips go together?',
  ])('%j is not torn apart', async (text) => {
    expect(await answered(text)).toHaveLength(1);
  });

  it('keeps the story that it needs', () => {
    expect(questionsOf('I grow roses. Is that bad?')).toEqual(['I grow roses. Is that bad?']);
  });

  it('proposes the halves of a pair with the rest of the sentence around each', () => {
    expect(pairsOf('is coffee or smoking bad for bones')).toContainEqual([
      'is coffee bad for bones',
      'is smoking bad for bones',
    ]);
    expect(pairsOf('is coffee bad')).toEqual([]);
  });
});

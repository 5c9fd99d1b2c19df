import { describe, expect, it } from 'vitest';
import { choiceByLabel, choiceByPlace } from '../../src/conversation/choice.js';
import { answered, say, wording } from './fixture.js';

describe('choosing by place', () => {
  it.each([
    ['1', [0]],
    ['#2', [1]],
    ['2.', [1]],
    ['number two please', [1]],
    ['the second one', [1]],
    ['the 2nd', [1]],
    ["I'd like the third", [2]],
    ['option 3', [2]],
    ['the last one', [2]],
    ['the former', [0]],
    ['both', [0, 1]],
    ['both of them please', [0, 1]],
    ['1 and 3', [0, 2]],
    ['the first and the third', [0, 2]],
    ['all of them', [0, 1, 2]],
  ])('%j', (text, places) => {
    expect(choiceByPlace(text, 3)).toEqual({ kind: 'some', places });
  });

  it.each(['neither', 'none of those', 'something else'])('%j is none', (text) => {
    expect(choiceByPlace(text, 3)).toEqual({ kind: 'none' });
  });

  it.each(['4', 'the fifth one', '17'])('%j is not there', (text) => {
    expect(choiceByPlace(text, 3)).toEqual({ kind: 'missing' });
  });

  it.each([
    'what is the second layer of soil?',
    '400 mg',
    'roses',
    'one more question about mud',
    '',
  ])('%j is no choice', (text) => {
    expect(choiceByPlace(text, 3)).toBeUndefined();
  });
});

describe('choosing by name', () => {
  const labels = ['Brittle bones', 'Bone scans', 'Vitamin D'];
  it.each([
    ['bone scans', 1],
    ['bone scnas', 1],
    ['the scans please', 1],
    ['vitamn d', 2],
    ['brittle', 0],
  ])('%j', (text, place) => {
    expect(choiceByLabel(text, labels)).toBe(place);
  });

  it.each(['bone', 'something about my dog', 'what scans do vets use for dogs'])(
    '%j does not say which',
    (text) => {
      expect(choiceByLabel(text, labels)).toBeUndefined();
    },
  );
});

describe('after "which do you mean?"', () => {
  const unsure = 'what makes it bloom?';

  it('the choices are numbered and offered', async () => {
    expect(await say(unsure)).toMatchObject({
      kind: 'clarify',
      offered: [{ topic: 'plants/roses' }, { topic: 'plants/tulips' }],
    });
  });

  it.each([
    ['2', ['plants/tulips']],
    ['the first one', ['plants/roses']],
    ['tulpis', ['plants/tulips']],
    ['both', ['plants/roses', 'plants/tulips']],
    ['how do I make compost?', ['plants/soil']],
  ])('%j is understood', async (text, topics) => {
    expect(await answered(unsure, text)).toEqual(topics);
  });

  it('"neither" asks for other words', async () => {
    expect(await say(unsure, 'neither')).toMatchObject({
      kind: 'fallback',
      lines: wording.fallback.neither,
    });
  });

  it.each(['yes', '7'])('%j gets the same choices once more', async (text) => {
    const reply = await say(unsure, text);
    expect(reply).toMatchObject({ kind: 'clarify', question: wording.clarify.again });
    expect(reply.offered).toHaveLength(2);
  });
});

describe('after a card', () => {
  it('a number goes to a related topic', async () => {
    expect(await answered('roses', '2')).toEqual(['plants/water']);
    expect(await answered('roses', 'the first one')).toEqual(['plants/tulips']);
  });

  it('"ok" offers where to go next, and "no thanks" is met kindly', async () => {
    expect(await say('roses', 'ok')).toMatchObject({ kind: 'clarify' });
    expect(await answered('roses', 'no thanks')).toEqual(['chat/thanks']);
  });

  it('walking the related topics reaches every plant', async () => {
    const seen = new Set<string>();
    const walk = async (path: string[]): Promise<void> => {
      const reply = await say(...path);
      const [topic] = reply.kind === 'answer' ? reply.cards.map((card) => card.topic) : [];
      if (topic === undefined || seen.has(topic)) return;
      seen.add(topic);
      for (const place of reply.offered.keys()) await walk([...path, String(place + 1)]);
    };
    await walk(['roses']);
    expect(seen).toContain('plants/soil');
    expect(seen).toContain('shop/spade');
  });
});

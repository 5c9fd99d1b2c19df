import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMatcher,
  deserialiseModel,
  serialiseModel,
  train,
  trainMatcher,
} from '../../src/matcher/index.js';

const fruit = (name: string) => [
  `is ${name} ripe`,
  `where does ${name} grow`,
  `how do i peel ${name}`,
  `my ${name} tastes odd`,
  `buy ${name} near me`,
  `${name} recipe for pudding`,
  `can the dog eat ${name}`,
  `store ${name} over winter`,
];
const data = {
  topics: [
    { id: 'fruit/apple', utterances: fruit('apple') },
    { id: 'fruit/pear', utterances: fruit('pear') },
    { id: 'fruit/cherry', utterances: fruit('cherry') },
  ],
  lexicon: [{ id: 'apple', phrases: ['golden delicious', 'apple', 'bramley'] }],
};
const model = train(data);
const matcher = createMatcher(model);

describe('a trained matcher', () => {
  it('puts the topic that was asked about first', () => {
    expect(matcher.match('where do pears grow').topics[0]?.id).toBe('fruit/pear');
  });

  it('finds a topic by another word for the same thing', () => {
    expect(matcher.match('is a golden delicious ripe').topics[0]?.id).toBe('fruit/apple');
  });

  it('forgives a slip of the finger', () => {
    expect(matcher.match('where does chrery grow').topics[0]?.id).toBe('fruit/cherry');
  });

  it('gives the same answer to the same words, and trains to the same model twice', () => {
    expect(matcher.match('peel an apple')).toEqual(matcher.match('peel an apple'));
    expect(createMatcher(train(data)).match('peel an apple')).toEqual(
      matcher.match('peel an apple'),
    );
  });

  it('has an answer for any string at all, with chances that add up to no more than one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { topics, choices, decision } = matcher.match(text);
        const sum = topics.reduce((total, { confidence }) => total + confidence, 0);
        expect(sum).toBeLessThanOrEqual(1.001);
        expect(topics.every(({ confidence }) => confidence >= 0)).toBe(true);
        expect(choices.length >= 2).toBe(decision === 'clarify');
      }),
    );
  });

  it.each(['', '   ', 'constructor __proto__ toString', '🍎🍐', '苹果'.repeat(50_000)])(
    'does not stumble over %.20j',
    (text) => {
      expect(matcher.match(text).topics).toHaveLength(3);
    },
  );

  it('reads no further than 2,000 characters', () => {
    const start = 'is apple ripe '.repeat(200).slice(0, 2000);
    expect(matcher.match(`${start} cherry cherry cherry`)).toEqual(matcher.match(start));
  });

  it('explains itself: words, concepts, features, the nearest utterance', () => {
    const explained = matcher.explain('can i peel a bramley');
    expect(explained.concepts).toEqual([{ concept: 'apple', phrase: 'bramley' }]);
    expect(explained.topics[0]).toMatchObject({
      id: 'fruit/apple',
      nearestUtterance: 'how do i peel apple',
    });
    expect(explained.topics[0]?.features.map(({ feature }) => feature)).toContain('#apple');
  });
});

describe('a model file', () => {
  it('gives back a matcher that matches the same', () => {
    const again = deserialiseModel(serialiseModel(model, 'pack 1'), 'pack 1');
    expect(again && createMatcher(again).match('peel a pear')).toEqual(
      matcher.match('peel a pear'),
    );
  });

  it('is not read when it was trained on something else, or is damaged', () => {
    const bytes = serialiseModel(model, 'pack 1');
    expect(deserialiseModel(bytes, 'pack 2')).toBeUndefined();
    expect(deserialiseModel(bytes.slice(0, 1000), 'pack 1')).toBeUndefined();
    expect(deserialiseModel(new Uint8Array([1, 2, 3]), 'pack 1')).toBeUndefined();
  });
});

describe('training', () => {
  it('works on the least there can be', () => {
    const least = trainMatcher({
      topics: [
        { id: 'a', utterances: ['red'] },
        { id: 'b', utterances: ['blue'] },
      ],
    });
    expect(least.match('blue').topics[0]?.id).toBe('b');
  });

  it('says which topic has no utterance', () => {
    const topics = [
      { id: 'a', utterances: ['red'] },
      { id: 'b', utterances: [] },
    ];
    expect(() => trainMatcher({ topics })).toThrow('Topic "b" has no utterance');
  });

  it('wants at least two topics', () => {
    expect(() => trainMatcher({ topics: [] })).toThrow(RangeError);
  });

  it('tells how far it has come', () => {
    const seen: number[] = [];
    train({ ...data, onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('declines what it was shown to decline', () => {
    const outOfScope = Array.from({ length: 60 }, (_, i) => `mend the engine of car number ${i}`);
    const strict = trainMatcher({ ...data, outOfScope });
    expect(strict.match('the engine of my car').decision).toBe('fallback');
    expect(strict.match('how do i peel apple').decision).not.toBe('fallback');
  });
});

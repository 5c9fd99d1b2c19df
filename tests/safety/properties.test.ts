import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openProduct } from '../../src/product.js';
import { safetyData, urgentTopics } from './pack.js';

const safety = safetyData();
const topics = urgentTopics();
const { triage } = await openProduct(() => {});
const topicsOf = (text: string) => triage(text).flags.map((flag) => flag.topic);

const alarms = topics.flatMap(({ id, rules }) =>
  rules.flatMap(({ examples }) => examples.map((text) => ({ id, text }))),
);
const alarm = fc.constantFrom(...alarms);
/** Says nothing of time, person or negation. */
const smallTalk = fc.constantFrom(
  'hello',
  'hi there!',
  'thanks',
  'please',
  'great bot',
  'ok',
  'quick question',
  'cheers',
);
/** First person, present tense, one for each topic. */
const FLAG_SENTENCES = [
  'I have chest pain',
  'I want to kill myself',
  'I cannot pee',
  'I have taken too many paracetamol',
  'I fell down the stairs and my back hurts',
  'I have back pain and a fever',
];

describe('an alarm', () => {
  it('does not depend on case', () => {
    fc.assert(
      fc.property(alarm, fc.infiniteStream(fc.boolean()), ({ id, text }, coin) => {
        const mixed = [...text].map((letter) =>
          coin.next().value ? letter.toUpperCase() : letter.toLowerCase(),
        );
        expect(topicsOf(mixed.join(''))).toContain(id);
      }),
    );
  });

  it('does not depend on spacing or punctuation between words', () => {
    const between = fc.constantFrom(' ', '  ', '\n', '. ', ', ', ' - ', '... ', '! ', '\t');
    fc.assert(
      fc.property(alarm, fc.infiniteStream(between), ({ id, text }, gaps) => {
        const words = text.match(/[\p{L}\p{N}']+/gu) ?? [];
        expect(topicsOf(words.map((word) => word + gaps.next().value).join(''))).toContain(id);
      }),
    );
  });

  it('is not turned off by small talk', () => {
    fc.assert(
      fc.property(alarm, smallTalk, fc.boolean(), ({ id, text }, talk, first) => {
        expect(topicsOf(first ? `${talk} ${text}` : `${text} ${talk}`)).toContain(id);
      }),
    );
  });

  it('is turned on by a flag sentence added to any calm message', () => {
    const calm = fc.constantFrom(...Object.values(safety.calm).flat());
    fc.assert(
      fc.property(calm, fc.constantFrom(...FLAG_SENTENCES), fc.boolean(), (text, flag, first) => {
        const message = first ? `${flag}. ${text}` : `${text}. ${flag}`;
        expect([message, topicsOf(message).length > 0]).toEqual([message, true]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('triage', () => {
  it('answers any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(triage(text).flags.length).toBeLessThanOrEqual(topics.length);
      }),
    );
  });

  it('gives the same answer every time', () => {
    fc.assert(
      fc.property(alarm, ({ text }) => {
        expect(triage(text)).toEqual(triage(text));
      }),
    );
  });
});

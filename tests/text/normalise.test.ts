import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf, wordsOf } from '../../src/text/index.js';

describe('wordsOf', () => {
  it.each([
    ['I can’t sleep', ['i', 'can', 'not', 'sleep']],
    ['dont know whats wrong', ['do', 'not', 'know', 'what', 'is', 'wrong']],
    ["my mum's back", ['my', 'mum', 'back']],
    ['400mg of Mg', ['400', 'mg', 'of', 'mg']],
    ['soooo sore', ['soo', 'sore']],
    ['café & crème w/o sugar', ['cafe', 'and', 'creme', 'without', 'sugar']],
    ['ｆｕｌｌ width', ['full', 'width']],
    ['my mom has low estrogen', ['my', 'mum', 'has', 'low', 'oestrogen']],
    ['骨', []],
  ])('reads %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('does not mind case, or control characters between words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(`${text}\u0000\u200b`)).toEqual(wordsOf(text));
      }),
    );
    expect(wordsOf('IS COFFEE BAD')).toEqual(wordsOf('is coffee bad'));
  });
});

describe('sentencesOf', () => {
  it('parts at closing marks and line breaks, not inside numbers', () => {
    expect(sentencesOf('I take 4.5 a day. Is it ok?\nThanks')).toEqual([
      'I take 4.5 a day.',
      'Is it ok?',
      'Thanks',
    ]);
  });

  it('drops what holds no letter or digit', () => {
    expect(sentencesOf('?!... ok.')).toEqual(['ok.']);
  });
});

import { describe, expect, it } from 'vitest';
import { loadEnglishWords, Speller, WordSet } from '../../src/text/index.js';

const english = loadEnglishWords();
const speller = new Speller(
  new Map([
    ['calcium', 90],
    ['osteoporosis', 80],
    ['vitamin', 70],
    ['d', 60],
    ['back', 50],
    ['pain', 50],
    ['sciatica', 20],
    ['bone', 40],
    ['exercise', 30],
  ]),
  english,
);

describe('Speller', () => {
  it.each([
    ['calcuim', 'calcium'],
    ['kalcium', 'calcium'],
    ['osteoperosis', 'osteoporosis'],
    ['siatica', 'sciatica'],
    ['exersise', 'exercise'],
    ['vitamind', 'vitamin d'],
    ['backpain', 'back pain'],
  ])('takes %s for %s', (typed, meant) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  it.each(['calcium', 'bond', 'gone', 'vitality', 'packing', 'tone', 'xqzzk', 'bne'])(
    'leaves %s as it is',
    (word) => {
      expect(speller.correct(word)).toBeUndefined();
    },
  );

  it('stops looking words up after as many unknown ones as a message is allowed', () => {
    const correct = speller.forMessage(2);
    expect(correct('calcuim')).toBe('calcium');
    expect(correct('bone')).toBeUndefined();
    expect(correct('siatica')).toBe('sciatica');
    expect(correct('exersise')).toBeUndefined();
    expect(speller.forMessage(2)('exersise')).toBe('exercise');
  });

  it('gives the same correction however often it is asked', () => {
    expect(speller.correct('calcuim')).toBe(speller.correct('calcuim'));
  });
});

describe('WordSet', () => {
  it('knows the words it was made of, and no others of ours', () => {
    const set = WordSet.of(['spine', 'disc']);
    expect(['spine', 'disc', 'bone'].map((word) => set.has(word))).toEqual([true, true, false]);
  });
});

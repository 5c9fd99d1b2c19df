import { describe, expect, it } from 'vitest';
import { Vectoriser } from '../../src/learning/index.js';
import { familiarFeatures, familiarityOf } from '../../src/matcher/familiarity.js';
import { FEATURE_GROUPS } from '../../src/matcher/features.js';
import { compileLexicon } from '../../src/matcher/lexicon.js';
import { readText } from '../../src/matcher/reading.js';

const lexicon = compileLexicon([]);
const read = (text: string) => readText(text, lexicon);
const utterances = [
  'is milk good for bones',
  'is milk good for teeth',
  'is tea good for bones',
].map(read);
const declined = [read('fix my bicycle chain')];
const vectoriser = Vectoriser.fit(FEATURE_GROUPS, [...utterances, ...declined]);
const familiar = familiarFeatures(
  utterances.map((utterance) => vectoriser.vector(utterance)),
  vectoriser.size,
);
const familiarity = (text: string) => familiarityOf(read(text), vectoriser, familiar);

describe('familiarity', () => {
  it('finds nothing new in what the utterances say, in whatever order', () => {
    expect(familiarity('bones good for tea is')[0]).toBe(0);
  });

  it('grows newer with every word that no utterance holds', () => {
    const [some] = familiarity('is milk good for rabbits');
    const [more] = familiarity('is hay good for rabbits');
    expect(some).toBeGreaterThan(0);
    expect(more).toBeGreaterThan(some);
    expect(familiarity('purple rabbits sing')[0]).toBe(1);
  });

  it('takes words of the examples to decline for new: they make nothing ours', () => {
    expect(familiarity('bicycle chain')[0]).toBe(1);
  });

  it('knows word pairs that two utterances share, and not the same words apart', () => {
    expect(familiarity('milk good for')[1]).toBeGreaterThan(familiarity('for good milk')[1]);
  });

  it('calls an empty message wholly new', () => {
    expect(familiarity('')).toEqual([1, 0, 0]);
  });
});

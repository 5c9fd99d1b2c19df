import { describe, expect, it } from 'vitest';
import { compileLexicon, findConcepts } from '../../src/matcher/lexicon.js';
import { stemOf, wordsOf } from '../../src/text/index.js';

const lexicon = compileLexicon([
  { id: 'vitamin-d', phrases: ['vitamin d', 'vit d'] },
  { id: 'vitamin', phrases: ['vitamin'] },
  { id: 'drops', phrases: ['vitamin d drops for babies'] },
  { id: 'break', phrases: ['fracture'] },
]);
const find = (text: string) =>
  findConcepts(wordsOf(text).map(stemOf), lexicon).map(({ concept }) => concept);

describe('findConcepts', () => {
  it('takes the longest phrase at each word', () => {
    expect(find('is vitamin d a vitamin')).toEqual(['vitamin-d', 'vitamin']);
  });

  it('falls back to the shorter phrase when a longer one breaks off', () => {
    expect(find('vitamin d drops for dogs')).toEqual(['vitamin-d']);
  });

  it('does not mind endings', () => {
    expect(find('two fractures, one fractured')).toEqual(['break', 'break']);
  });

  it('finds nothing in nothing', () => {
    expect(find('')).toEqual([]);
  });
});

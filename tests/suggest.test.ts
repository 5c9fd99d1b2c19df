import { describe, expect, it } from 'vitest';
import { createSuggester } from '../src/suggest.js';
import { pack, triage } from './conversation/fixture.js';

const suggest = createSuggester(pack, triage);
const topicsFor = (text: string) => suggest(text).map(({ topic }) => topic);

describe('suggestions while typing', () => {
  it.each([
    ['tul', 'plants/tulips'],
    ['tulps', 'plants/tulips'],
    ['TULIPS?', 'plants/tulips'],
    ['what about my roses', 'plants/roses'],
    ['where is the spade', 'shop/spade'],
  ])('take %j for %s first', (text, topic) => {
    expect(topicsFor(text)[0]).toBe(topic);
  });

  it('show the title of each topic once, and no more than asked for', () => {
    expect(suggest('about', 2)).toHaveLength(0);
    const all = suggest('roses tulips soil spade', 3);
    expect(all).toHaveLength(3);
    expect(new Set(all.map(({ topic }) => topic)).size).toBe(3);
    expect(all.map(({ label }) => label)).toContain('All about roses');
  });

  it('are none for nothing, one letter, words that say nothing, or an urgent text', () => {
    for (const text of ['', ' ', 'r', '?!', 'what is the', 'roses burning', '\u0000\uffff']) {
      expect(topicsFor(text)).toEqual([]);
    }
  });

  it('read a long text in no more time than a short one', () => {
    const long = 'tulips and other flowers of the garden '.repeat(5000);
    const started = performance.now();
    expect(topicsFor(long)).toContain('plants/tulips');
    expect(performance.now() - started).toBeLessThan(100);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withTypos } from '../../src/evaluation/typos.js';
import { editDistance } from '../../src/text/index.js';

describe('withTypos', () => {
  it('makes the same slips every time', () => {
    const text = 'does drinking coffee weaken bones over many years';
    expect(withTypos(text)).toBe(withTypos(text));
    expect(withTypos(text)).not.toBe(text);
  });

  it('mistypes one long word in about six, by one slip each, and keeps first letters', () => {
    const text = Array.from({ length: 30 }, (_, i) => `wonderful${'abcdefghij'[i % 10]}`).join(' ');
    const pairs = withTypos(text)
      .split(' ')
      .map((typed, i): [string, string] => [typed, text.split(' ')[i]!]);
    const changed = pairs.filter(([typed, word]) => typed !== word);
    expect(changed.length).toBeGreaterThanOrEqual(3);
    expect(changed.length).toBeLessThanOrEqual(5);
    for (const [typed, word] of changed) {
      expect(editDistance(typed, word, 3)).toBe(1);
      expect(typed[0]).toBe(word[0]);
    }
  });

  it('leaves short words and what is no word alone', () => {
    for (const text of ['', 'is it ok', '12345 67', '???']) expect(withTypos(text)).toBe(text);
  });

  it('takes any text', () => {
    const characters = fc.array(fc.integer({ min: 0, max: 0x10ffff }));
    fc.assert(
      fc.property(characters, (codes) => {
        expect(withTypos(String.fromCodePoint(...codes))).toBeTypeOf('string');
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/storage/redacting.js';

describe('redaction', () => {
  it.each([
    ['hey <@123456789012345678> is tai chi good', 'hey [mention] is tai chi good'],
    [
      '<@!1> <@&22> <#33> <a:wave:44> <t:1700000000:R> </ask:55> help',
      `${'[mention] '.repeat(6)}help`,
    ],
    ['@everyone ask @ann.b_2 now', '[mention] ask [mention] now'],
    ['write to ann.b+x@mail.example.co.uk please', 'write to [address] please'],
    ['write to ann＠mail.example please', 'write to [address] please'],
    ['write to an​n@mail.example please', 'write to [address] please'],
    ['see mailto:ann@mail.example?subject=x ok', 'see [address] ok'],
    ['is https://user:pw@shop.example/x?id=7 safe', 'is [link] safe'],
    ['is www.shop.example/x safe', 'is [link] safe'],
    ['is shop.example/belt?id=7 or back-shop.co.uk safe', 'is [link] or [link] safe'],
    ['join discord.gg/abc ok', 'join [link] ok'],
    ['call 07700 900123 or +44 (0)20 7946 0958', 'call [number] or [number]'],
    ['call 555-123-4567 or ٠٧٧٠٠٩٠٠١٢٣', 'call [number] or [number]'],
    ['born 12/05/1961, record 4839201', 'born [number], record [number]'],
  ])('of %j leaves %j', (text, left) => {
    expect(redact(text)).toBe(left);
  });

  it.each([
    'is 10000 IU of vitamin D too much, or 400-800?',
    'can I take 1,200 mg of calcium 3 times a day at 65?',
    'what is a T-score of -2.5?',
    'what about L4/L5 and S1?',
    'does it help e.g. at night... or not?',
    'I am 70.What now',
    'vitamin D3/K2 and/or magnesium',
  ])('leaves %j alone', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('drops a text of which no word is left', () => {
    expect(redact('<@123456789012345678> https://x.example 07700 900123 ?!')).toBe('');
    expect(redact(' \n\t')).toBe('');
  });

  it('puts everything on one line and cuts at a word after 500 characters', () => {
    expect(redact('does\nit\r\n\u0007 help')).toBe('does it help');
    const cut = redact('calcium '.repeat(200));
    expect(cut.length).toBeLessThanOrEqual(500);
    expect(cut).toMatch(/calcium$/);
    // An address across the cut must not leave half of itself.
    expect(redact(`${'a '.repeat(247)}ann.example@mail.example`)).not.toContain('ann');
  });

  it('leaves no address and no long number of any text', () => {
    const pieces = fc.constantFrom(
      '@',
      '.',
      ' ',
      '-',
      '1',
      '23',
      '456789',
      'ann',
      'x.example',
      '<@',
      '>',
      '/',
      'http://',
      '\u200b',
      '٣',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const left = redact(parts.join(''));
        expect(left).not.toMatch(/\p{Nd}{6}/u);
        expect(left).not.toMatch(/[\p{L}\p{N}]@[\p{L}\p{N}]+\.[\p{L}]/u);
        expect(left).not.toMatch(/https?:\/\/\S/);
      }),
      { numRuns: 500 },
    );
  });

  it('takes linear time on hostile text', () => {
    const hostile = [
      'a'.repeat(1e6),
      '1 '.repeat(5e5),
      'a.'.repeat(5e5),
      '@'.repeat(1e6),
      '<'.repeat(1e6),
    ];
    const start = performance.now();
    for (const text of hostile) redact(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

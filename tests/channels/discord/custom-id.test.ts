import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Press,
  readCustomId,
  writeCustomId,
} from '../../../src/channels/discord/custom-id.js';

const PRESSES: Press[] = [
  { verb: 'pick', pick: { action: 'topic', topic: 'drinks/tea' } },
  { verb: 'pick', pick: { action: 'tip', topic: 'drinks/tea' } },
  { verb: 'pick', pick: { action: 'urgent', topic: 'urgent/fire' } },
  { verb: 'pick', pick: { action: 'part', topic: 'drinks/tea', about: 'how-much' } },
  { verb: 'go', page: 3 },
  { verb: 'share' },
  { verb: 'vote', value: 'down', topic: 'drinks/tea' },
  { verb: 'dismiss', asker: '123456789012345678' },
  { verb: 'post', message: '123456789012345678' },
  { verb: 'instead', message: '123456789012345678' },
  { verb: 'category' },
  { verb: 'setting', field: 'tipTone' },
];

describe('a custom_id', () => {
  it.each(PRESSES)('gives back what was written: $verb', (press) => {
    expect(readCustomId(writeCustomId(press))).toEqual(press);
  });

  it('reads as what it is', () => {
    expect(writeCustomId(PRESSES[3]!)).toMatch(/^v1:part:drinks\/tea:how-much:[a-z0-9]+$/);
  });

  it('takes no text that it did not write', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => {
        expect(readCustomId(text)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESSES),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (press, at, char) => {
          const id = writeCustomId(press);
          const place = at % id.length;
          const changed = id.slice(0, place) + char + id.slice(place + 1);
          const read = readCustomId(changed);
          expect(read === undefined || changed === id).toBe(true);
        },
      ),
    );
  });

  it('refuses to be written longer than Discord takes', () => {
    const topic = `drinks/${'a'.repeat(100)}`;
    expect(() => writeCustomId({ verb: 'pick', pick: { action: 'topic', topic } })).toThrow(
      RangeError,
    );
  });
});

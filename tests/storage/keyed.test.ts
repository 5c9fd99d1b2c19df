import { describe, expect, it } from 'vitest';
import { hider, keyedContexts } from '../../src/storage/keyed.js';
import { createMemoryContexts } from '../../src/storage/memory.js';
import { contextWith } from './examples.js';

describe('hiding', () => {
  const hide = hider(new Uint8Array(32).fill(1));

  it('is HMAC-SHA256 under the secret', () => {
    // From `printf '["person","ann"]' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101…`
    expect(Buffer.from(hide('person', 'ann'), 'base64url').toString('hex')).toBe(
      '6a8b8913a6025e6567195542ffcc897e35ddda8b5c216ee94c62dfb615ffe13d',
    );
  });

  it('gives the same name again, and another for another purpose, part or secret', () => {
    expect(hide('person', 'ann')).toBe(hide('person', 'ann'));
    const names = [
      hide('person', 'ann'),
      hide('voter', 'ann'),
      hide('person', 'bob'),
      hide('person', 'a', 'nn'),
      hide('person', 'an', 'n'),
      hider(new Uint8Array(32).fill(2))('person', 'ann'),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('does not show that two people talk in the same place', async () => {
    const home = createMemoryContexts();
    const places: string[] = [];
    const spied = {
      ...home,
      write: async ({ place }: { place: string }) => void places.push(place),
    };
    const contexts = keyedContexts(spied, hide);
    await contexts.write({ person: 'ann', place: 'general' }, contextWith([]));
    await contexts.write({ person: 'bob', place: 'general' }, contextWith([]));
    expect(places[0]).not.toBe(places[1]);
  });

  it('finds nothing under another secret', async () => {
    const home = createMemoryContexts();
    const key = { person: 'ann', place: 'general' };
    await keyedContexts(home, hide).write(key, contextWith([]));
    const other = keyedContexts(home, hider(new Uint8Array(32).fill(2)));
    expect(await other.read(key)).toBeUndefined();
    expect(await other.deletePerson('ann')).toBe(0);
  });
});

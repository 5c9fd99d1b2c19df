/** What every store of conversations must do, whatever it is built on. */
import { expect, it } from 'vitest';
import { freshContext } from '../../src/conversation/index.js';
import type { Context, ContextStore } from '../../src/storage/ports.js';

export function contextStoreContract(open: () => Promise<ContextStore>): void {
  const key = { person: 'ada', place: 'garden' };
  const context: Context = {
    topics: ['plants/roses', 'plants/soil'],
    offered: ['plants/tulips'],
    choosing: true,
    about: 'why',
    urgent: 'urgent/fire',
    tips: { 'plants/roses': [0, 2] },
    productsOff: true,
    safetyFirst: true,
    clinicianFirst: false,
    turns: 3,
  };

  it('gives back what was written, whole', async () => {
    const store = await open();
    expect(await store.read(key)).toBeUndefined();
    await store.write(key, context);
    expect(await store.read(key)).toEqual(context);
  });

  it('keeps only the last write, without leftovers of the one before', async () => {
    const store = await open();
    await store.write(key, context);
    await store.write(key, freshContext());
    expect(await store.read(key)).toEqual(freshContext());
  });

  it('hands out copies: changing one changes nothing in the store', async () => {
    const store = await open();
    await store.write(key, context);
    (await store.read(key))!.topics.push('plants/weeds');
    expect(await store.read(key)).toEqual(context);
  });

  it.each([
    [{ person: 'ada', place: 'shed' }],
    [{ person: 'bob', place: 'garden' }],
    [{ person: 'ada/garden', place: '' }],
    [{ person: '__proto__', place: 'constructor' }],
  ])('never takes %j for another conversation', async (other) => {
    const store = await open();
    await store.write(key, context);
    expect(await store.read(other)).toBeUndefined();
    await store.write(other, freshContext());
    expect(await store.read(key)).toEqual(context);
  });

  it('deletes one conversation and leaves the others', async () => {
    const store = await open();
    await store.write(key, context);
    await store.write({ ...key, place: 'shed' }, context);
    await store.delete(key);
    await store.delete(key);
    expect(await store.read(key)).toBeUndefined();
    expect(await store.read({ ...key, place: 'shed' })).toEqual(context);
  });

  it('deletes every conversation of a person and says how many there were', async () => {
    const store = await open();
    await store.write(key, context);
    await store.write({ ...key, place: 'shed' }, context);
    await store.write({ ...key, person: 'bob' }, context);
    expect(await store.deletePerson('ada')).toBe(2);
    expect(await store.deletePerson('ada')).toBe(0);
    expect(await store.read(key)).toBeUndefined();
    expect(await store.read({ ...key, person: 'bob' })).toEqual(context);
  });
}

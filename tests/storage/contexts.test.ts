import { describe, expect, it } from 'vitest';
import { freshContext } from '../../src/conversation/index.js';
import { expiring } from '../../src/storage/expiring.js';
import { createMemoryContexts } from '../../src/storage/memory.js';
import { contextStoreContract } from './context-store-contract.js';

describe('conversations in memory', () => contextStoreContract(async () => createMemoryContexts()));
describe('conversations in memory that expire', () =>
  contextStoreContract(async () => expiring(createMemoryContexts(), Date.now)));

describe('an idle conversation', () => {
  const key = { person: 'ada', place: 'garden' };
  const minutes = (count: number) => count * 60_000;

  function setUp() {
    let now = 0;
    const clock = () => now;
    const store = createMemoryContexts(clock);
    const contexts = expiring(store, clock);
    const wait = (count: number) => {
      now += minutes(count);
    };
    return { store, contexts, wait };
  }

  it('is kept for just under thirty minutes after its last turn', async () => {
    const { contexts, wait } = setUp();
    await contexts.write(key, freshContext());
    wait(29);
    await contexts.write(key, { ...freshContext(), turns: 2 });
    wait(29);
    expect(await contexts.read(key)).toMatchObject({ turns: 2 });
  });

  it('is deleted from the store itself after that, when anybody else speaks', async () => {
    const { store, contexts, wait } = setUp();
    await contexts.write(key, freshContext());
    wait(30);
    await contexts.read({ person: 'bob', place: 'garden' });
    expect(await store.read(key)).toBeUndefined();
  });

  it('is deleted by a sweep when nobody speaks', async () => {
    const { store, contexts, wait } = setUp();
    await contexts.write(key, freshContext());
    wait(10);
    await contexts.write({ person: 'bob', place: 'garden' }, freshContext());
    wait(20);
    expect(await contexts.sweep()).toBe(1);
    expect(await store.read(key)).toBeUndefined();
    expect(await store.read({ person: 'bob', place: 'garden' })).toBeDefined();
  });
});

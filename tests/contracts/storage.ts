/** What every home of the data must do, said once. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Stores, Vote } from '../../src/storage/ports.js';
import { contextStoreContract } from '../storage/context-store-contract.js';
import { contextWith, DAY, MINUTE, SETTINGS, steppedClock } from '../storage/examples.js';

export type OpenForTest = (
  clock: () => number,
  options: { keepUnanswered: boolean },
) => Promise<Stores>;

export function describeStores(name: string, open: OpenForTest): void {
  async function setUp(options = { keepUnanswered: true }) {
    const clock = steppedClock();
    const stores = await open(clock, options);
    onTestFinished(() => stores.close());
    return { ...stores, clock };
  }
  const ann = { person: 'ann', place: 'general' };

  describe(`conversations in ${name}`, () => {
    contextStoreContract(async () => (await setUp()).contexts);

    it('are gone after 30 idle minutes, counted from the last write', async () => {
      const { contexts, clock } = await setUp();
      await contexts.write(ann, contextWith(['a/topic']));
      clock.forward(29 * MINUTE);
      expect(await contexts.read(ann)).toBeDefined();
      await contexts.write(ann, contextWith(['b/topic']));
      clock.forward(29 * MINUTE);
      expect(await contexts.read(ann)).toBeDefined();
      clock.forward(MINUTE);
      expect(await contexts.read(ann)).toBeUndefined();
    });

    it('are deleted by the sweep when nobody asks for them', async () => {
      const { contexts, clock, sweep } = await setUp();
      await contexts.write(ann, contextWith([]));
      clock.forward(20 * MINUTE);
      await contexts.write({ person: 'bob', place: 'x' }, contextWith([]));
      clock.forward(10 * MINUTE);
      expect(await sweep()).toBe(1);
      expect(await sweep()).toBe(0);
    });
  });

  describe(`server settings in ${name}`, () => {
    it('come back whole, are replaced whole and can be deleted', async () => {
      const { settings } = await setUp();
      expect(await settings.read('1')).toBeUndefined();
      await settings.write('1', SETTINGS);
      expect(await settings.read('1')).toEqual(SETTINGS);
      const { region: _, ...without } = SETTINGS;
      await settings.write('1', without);
      expect(await settings.read('1')).toEqual(without);
      expect(await settings.read('2')).toBeUndefined();
      await settings.delete('1');
      await settings.delete('1');
      expect(await settings.read('1')).toBeUndefined();
    });
  });

  describe(`thumbs in ${name}`, () => {
    const vote: Vote = { person: 'ann', card: 'm1', topic: 'a/topic', value: 'up', guild: '1' };

    it('count one vote per person and card: the last', async () => {
      const { feedback, counts } = await setUp();
      await feedback.vote(vote);
      await feedback.vote(vote);
      expect(await counts.totals('1', 1)).toMatchObject({ up: 1, down: 0 });
      await feedback.vote({ ...vote, value: 'down' });
      expect(await counts.totals('1', 1)).toMatchObject({
        topics: [{ topic: 'a/topic', count: 0, up: 0, down: 1 }],
        up: 0,
        down: 1,
      });
      await feedback.vote({ ...vote, person: 'bob' });
      await feedback.vote({ ...vote, card: 'm2' });
      expect(await counts.totals('1', 1)).toMatchObject({ up: 2, down: 1 });
    });

    it('can be taken back, once', async () => {
      const { feedback, counts } = await setUp();
      await feedback.vote({ ...vote, value: 'down' });
      expect(await feedback.withdraw({ person: 'ann', card: 'm2' })).toBeUndefined();
      expect(await feedback.withdraw(vote)).toBe('down');
      expect(await feedback.withdraw(vote)).toBeUndefined();
      expect(await counts.totals('1', 1)).toMatchObject({ topics: [], up: 0, down: 0 });
    });

    it('are taken back when the person asks to be forgotten', async () => {
      const { feedback, counts } = await setUp();
      await feedback.vote(vote);
      await feedback.vote({ ...vote, card: 'm2', guild: undefined });
      await feedback.vote({ ...vote, person: 'bob' });
      expect(await feedback.deletePerson('ann')).toBe(2);
      expect(await feedback.deletePerson('ann')).toBe(0);
      expect(await counts.totals(undefined, 1)).toMatchObject({ up: 1, down: 0 });
    });

    it('stay in the sum when the ballot is forgotten after 30 days', async () => {
      const { feedback, counts, clock, sweep } = await setUp();
      await feedback.vote(vote);
      clock.forward(29 * DAY);
      expect(await sweep()).toBe(0);
      clock.forward(DAY);
      expect(await sweep()).toBe(1);
      expect(await feedback.deletePerson('ann')).toBe(0);
      expect(await counts.totals('1', 31)).toMatchObject({ up: 1 });
    });

    it('move to the day of the last vote', async () => {
      const { feedback, counts, clock } = await setUp();
      await feedback.vote(vote);
      clock.forward(2 * DAY);
      await feedback.vote(vote);
      expect(await counts.totals('1', 1)).toMatchObject({ up: 1 });
      expect(await counts.totals('1', 9)).toMatchObject({ up: 1 });
    });
  });

  describe(`counts in ${name}`, () => {
    it('add up per topic, the most shown first, and per server', async () => {
      const { counts } = await setUp();
      const answered = (topic: string, guild?: string) =>
        counts.add({ what: 'answered', topic, guild });
      await answered('a/topic', '1');
      await answered('b/topic', '1');
      await answered('b/topic', '1');
      await answered('c/topic', '2');
      await answered('a/topic');
      await counts.add({ what: 'clarified', guild: '1' });
      await counts.add({ what: 'declined', guild: '1' });
      await counts.add({ what: 'declined' });
      expect(await counts.totals('1', 1)).toEqual({
        topics: [
          { topic: 'b/topic', count: 2, up: 0, down: 0 },
          { topic: 'a/topic', count: 1, up: 0, down: 0 },
        ],
        clarified: 1,
        declined: 1,
        up: 0,
        down: 0,
      });
      const everything = await counts.totals(undefined, 1);
      expect(everything.topics.map(({ topic, count }) => [topic, count])).toEqual([
        ['a/topic', 2],
        ['b/topic', 2],
        ['c/topic', 1],
      ]);
      expect(everything).toMatchObject({ clarified: 1, declined: 2 });
    });

    it('look back over whole days, today included', async () => {
      const { counts, clock } = await setUp();
      await counts.add({ what: 'declined' });
      clock.forward(6 * DAY);
      await counts.add({ what: 'declined' });
      expect(await counts.totals(undefined, 1)).toMatchObject({ declined: 1 });
      expect(await counts.totals(undefined, 6)).toMatchObject({ declined: 1 });
      expect(await counts.totals(undefined, 7)).toMatchObject({ declined: 2 });
    });

    it('are deleted after 365 days', async () => {
      const { counts, clock, sweep } = await setUp();
      await counts.add({ what: 'declined' });
      clock.forward(364 * DAY);
      expect(await sweep()).toBe(0);
      clock.forward(DAY);
      expect(await sweep()).toBe(1);
      expect(await counts.totals(undefined, 1000)).toMatchObject({ declined: 0 });
    });

    it('go with the server, thumbs and ballots too', async () => {
      const { counts, feedback } = await setUp();
      for (const guild of ['1', '2']) {
        await counts.add({ what: 'answered', topic: 'a/topic', guild });
        await feedback.vote({ person: 'ann', card: guild, topic: 'a/topic', value: 'up', guild });
      }
      await counts.deleteGuild('1');
      expect(await counts.totals('1', 1)).toMatchObject({ topics: [], up: 0 });
      expect(await counts.totals('2', 1)).toMatchObject({ up: 1 });
      expect(await feedback.withdraw({ person: 'ann', card: '1' })).toBeUndefined();
    });
  });

  describe(`unanswered questions in ${name}`, () => {
    it('do not exist unless they are turned on', async () => {
      expect((await setUp({ keepUnanswered: false })).unanswered).toBeUndefined();
    });

    it('are listed with the most frequent first, then the latest', async () => {
      const { unanswered, clock } = await setUp();
      await unanswered?.add('does tai chi help');
      clock.forward(DAY);
      await unanswered?.add('do crystals help');
      await unanswered?.add('does tai chi help');
      await unanswered?.add('is chalk food');
      expect(await unanswered?.list(2)).toEqual([
        { text: 'does tai chi help', times: 2, day: '2026-08-01' },
        { text: 'do crystals help', times: 1, day: '2026-08-01' },
      ]);
      expect(await unanswered?.clear()).toBe(3);
      expect(await unanswered?.list(2)).toEqual([]);
    });

    it('are kept without what could lead to a person', async () => {
      const { unanswered } = await setUp();
      await unanswered?.add('<@123456789012345678> ask me on 07700 900123');
      await unanswered?.add('<@123456789012345678>');
      expect(await unanswered?.list(9)).toMatchObject([{ text: '[mention] ask me on [number]' }]);
    });

    it('are deleted after 30 days', async () => {
      const { unanswered, clock, sweep } = await setUp();
      await unanswered?.add('does tai chi help');
      clock.forward(29 * DAY);
      expect(await sweep()).toBe(0);
      clock.forward(DAY);
      expect(await sweep()).toBe(1);
      expect(await unanswered?.list(9)).toEqual([]);
    });
  });

  it(`${name} bears many callers at once`, async () => {
    const { contexts, counts, feedback } = await setUp();
    const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
    await Promise.all(
      people.flatMap((person) => [
        contexts.write({ person, place: 'x' }, contextWith([person])),
        counts.add({ what: 'answered', topic: 'a/topic' }),
        feedback.vote({ person, card: 'm', topic: 'a/topic', value: 'up' }),
        feedback.vote({ person, card: 'm', topic: 'a/topic', value: 'down' }),
      ]),
    );
    expect((await counts.totals(undefined, 1)).topics).toEqual([
      { topic: 'a/topic', count: 40, up: 0, down: 40 },
    ]);
    expect((await contexts.read({ person: 'p39', place: 'x' }))?.topics).toEqual(['p39']);
  });
}

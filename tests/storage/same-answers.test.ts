import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStores } from '../../src/storage/open.js';
import type { Stores } from '../../src/storage/ports.js';
import { DAY, steppedClock } from './examples.js';
import { temporaryDir } from './temporary.js';

const person = fc.constantFrom('ann', 'bob');
const card = fc.constantFrom('m1', 'm2');
const topic = fc.constantFrom('a/topic', 'b/topic');
const guild = fc.constantFrom('1', '2', undefined);
const value = fc.constantFrom('up' as const, 'down' as const);
const what = fc.constantFrom('clarified' as const, 'declined' as const);

/** One call, and what it returned. */
type Step = (stores: Stores, forward: (ms: number) => void) => Promise<unknown>;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ person, card, topic, value, guild }).map(
    (vote): Step =>
      ({ feedback }) =>
        feedback.vote(vote),
  ),
  fc.record({ person, card }).map(
    (ballot): Step =>
      ({ feedback }) =>
        feedback.withdraw(ballot),
  ),
  person.map(
    (who): Step =>
      ({ feedback }) =>
        feedback.deletePerson(who),
  ),
  fc.record({ what, guild }).map(
    (counted): Step =>
      ({ counts }) =>
        counts.add(counted),
  ),
  fc.record({ topic, guild }).map(
    (shown): Step =>
      ({ counts }) =>
        counts.add({ what: 'answered', ...shown }),
  ),
  fc.constant<Step>(({ counts }) => counts.deleteGuild('1')),
  fc.integer({ min: 1, max: 40 }).map(
    (days): Step =>
      async (stores, forward) => {
        forward(days * DAY);
        return stores.sweep();
      },
  ),
  fc.record({ guild, days: fc.constantFrom(1, 30, 400) }).map(
    (span): Step =>
      ({ counts }) =>
        counts.totals(span.guild, span.days),
  ),
);

describe('memory and SQLite', () => {
  it('give the same answers to the same calls in any order', async () => {
    const dir = temporaryDir();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const answers: unknown[][] = [];
        for (const dataDir of [undefined, `${dir}/${run++}`]) {
          const clock = steppedClock();
          const stores = await openStores({ clock, ...(dataDir && { dataDir }) });
          const given: unknown[] = [];
          for (const call of steps) given.push(await call(stores, clock.forward));
          given.push(await stores.counts.totals(undefined, 1000));
          await stores.close();
          answers.push(given);
        }
        expect(answers[1]).toEqual(answers[0]);
      }),
      { numRuns: 40 },
    );
  });
});

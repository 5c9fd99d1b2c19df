/** Thumbs and counts in two tables: the sums, and the ballots that can still be changed. */
import type { Selectable } from 'kysely';
import { dayOf, firstOfLast } from '../days.js';
import type { Clock, TallyHome } from '../homes.js';
import { totalsOf } from '../totals.js';
import type { Db, Tables } from './tables.js';

type SumKey = Omit<Tables['sums'], 'n'>;
type CastVote = Selectable<Tables['ballots']>;

export function createSqlTallies(db: Db, clock: Clock): TallyHome {
  return {
    async vote({ person, card, topic, value, guild = '' }) {
      const cast = { day: dayOf(clock()), guild, topic, value };
      await db.transaction().execute(async (step) => {
        const [before] = await takeBallots(step, { person, card });
        if (before) await takeBack(step, before);
        await addOne(step, sumOf(cast));
        await step
          .insertInto('ballots')
          .values({ person, card, ...cast })
          .execute();
      });
    },
    async withdraw(ballot) {
      return db.transaction().execute(async (step) => {
        const [before] = await takeBallots(step, ballot);
        if (before) await takeBack(step, before);
        return before?.value;
      });
    },
    async deletePerson(person) {
      return db.transaction().execute(async (step) => {
        const theirs = await takeBallots(step, { person });
        for (const cast of theirs) await takeBack(step, cast);
        return theirs.length;
      });
    },
    async add({ what, topic = '', guild = '' }) {
      await addOne(db, { day: dayOf(clock()), guild, what, topic });
    },
    async totals(guild, days) {
      let sums = db
        .selectFrom('sums')
        .select(({ fn }) => ['what', 'topic', fn.sum<number | string>('n').as('n')])
        .where('day', '>=', firstOfLast(days, clock()))
        .groupBy(['what', 'topic']);
      if (guild !== undefined) sums = sums.where('guild', '=', guild);
      return totalsOf((await sums.execute()).map((sum) => ({ ...sum, n: Number(sum.n) })));
    },
    async deleteGuild(guild) {
      await db.transaction().execute(async (step) => {
        await step.deleteFrom('sums').where('guild', '=', guild).execute();
        await step.deleteFrom('ballots').where('guild', '=', guild).execute();
      });
    },
    async deleteBefore(days) {
      return db.transaction().execute(async (step) => {
        const [sums] = await step.deleteFrom('sums').where('day', '<', days.sums).execute();
        const [ballots] = await step
          .deleteFrom('ballots')
          .where('day', '<', days.ballots)
          .execute();
        return Number(sums?.numDeletedRows ?? 0) + Number(ballots?.numDeletedRows ?? 0);
      });
    },
  };
}

function sumOf({ day, guild, topic, value }: Omit<CastVote, 'person' | 'card'>): SumKey {
  return { day, guild, what: value, topic };
}

/** Deletes the person's ballots, or the one on a card, and returns them. */
async function takeBallots(db: Db, { person, card }: { person: string; card?: string }) {
  let ballots = db.deleteFrom('ballots').where('person', '=', person).returningAll();
  if (card !== undefined) ballots = ballots.where('card', '=', card);
  return ballots.execute();
}

async function addOne(db: Db, key: SumKey): Promise<void> {
  await db
    .insertInto('sums')
    .values({ ...key, n: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'guild', 'what', 'topic'])
        .doUpdateSet(({ eb }) => ({ n: eb('sums.n', '+', 1) })),
    )
    .execute();
}

/** Takes one vote out of its sum; a sum that is gone already stays gone. */
async function takeBack(db: Db, cast: CastVote): Promise<void> {
  const { day, guild, what, topic } = sumOf(cast);
  const [row] = await db
    .updateTable('sums')
    .set(({ eb }) => ({ n: eb('n', '-', 1) }))
    .where('day', '=', day)
    .where('guild', '=', guild)
    .where('what', '=', what)
    .where('topic', '=', topic)
    .returning('n')
    .execute();
  if (row && row.n <= 0) await db.deleteFrom('sums').where('n', '<=', 0).execute();
}

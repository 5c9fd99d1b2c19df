/** Unanswered questions in a table: one row per text and day. */
import { dayOf } from '../days.js';
import type { Clock, UnansweredHome } from '../homes.js';
import type { Db } from './tables.js';

export function createSqlUnanswered(db: Db, clock: Clock): UnansweredHome {
  return {
    async add(text) {
      await db
        .insertInto('unanswered')
        .values({ day: dayOf(clock()), text, times: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'text'])
            .doUpdateSet(({ eb }) => ({ times: eb('unanswered.times', '+', 1) })),
        )
        .execute();
    },
    async list(limit) {
      const rows = await db
        .selectFrom('unanswered')
        .select(({ fn }) => [
          'text',
          fn.sum<number | string>('times').as('sum'),
          fn.max('day').as('latest'),
        ])
        .groupBy('text')
        .orderBy('sum', 'desc')
        .orderBy('latest', 'desc')
        .orderBy('text')
        .limit(limit)
        .execute();
      return rows.map(({ text, sum, latest }) => ({ text, times: Number(sum), day: latest }));
    },
    async clear() {
      return db.transaction().execute(async (step) => {
        const { texts } = await step
          .selectFrom('unanswered')
          .select(({ fn }) => fn.count('text').distinct().as('texts'))
          .executeTakeFirstOrThrow();
        await step.deleteFrom('unanswered').execute();
        return Number(texts);
      });
    },
    async deleteBefore(day) {
      const { numDeletedRows } = await db
        .deleteFrom('unanswered')
        .where('day', '<', day)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

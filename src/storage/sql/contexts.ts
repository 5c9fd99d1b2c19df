/** Conversations in a table. */
import type { Clock, ContextHome } from '../homes.js';
import type { Context } from '../ports.js';
import { type Db, fromJson } from './tables.js';

export function createSqlContexts(db: Db, clock: Clock): ContextHome {
  return {
    async read({ person, place }) {
      const row = await db
        .selectFrom('contexts')
        .select('context')
        .where('person', '=', person)
        .where('place', '=', place)
        .executeTakeFirst();
      return row && fromJson<Context>('contexts', row.context);
    },
    async write({ person, place }, context) {
      const changing = { context: JSON.stringify(context), at: clock() };
      await db
        .insertInto('contexts')
        .values({ person, place, ...changing })
        .onConflict((conflict) => conflict.columns(['person', 'place']).doUpdateSet(changing))
        .execute();
    },
    async delete({ person, place }) {
      await db
        .deleteFrom('contexts')
        .where('person', '=', person)
        .where('place', '=', place)
        .execute();
    },
    async deletePerson(person) {
      const { numDeletedRows } = await db
        .deleteFrom('contexts')
        .where('person', '=', person)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async deleteIdle(until) {
      const { numDeletedRows } = await db
        .deleteFrom('contexts')
        .where('at', '<=', until)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

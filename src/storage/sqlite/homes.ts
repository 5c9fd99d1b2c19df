/** Every home in one SQLite file. */
import type { Clock, Homes } from '../homes.js';
import { createSqlContexts } from '../sql/contexts.js';
import { createSqlSettings } from '../sql/settings.js';
import { createSqlTallies } from '../sql/tallies.js';
import { createSqlUnanswered } from '../sql/unanswered.js';
import { checkpoint, openSqlite } from './open.js';

/** @throws StorageError as `openSqlite` does. */
export async function openSqliteHomes(file: string, clock: Clock): Promise<Homes> {
  const db = await openSqlite(file);
  return {
    contexts: createSqlContexts(db, clock),
    settings: createSqlSettings(db),
    tallies: createSqlTallies(db, clock),
    unanswered: createSqlUnanswered(db, clock),
    scrub: () => checkpoint(db),
    async close() {
      // Waits its turn behind the transaction that may be under way.
      await db.connection().execute(async () => {});
      await db.destroy();
    },
  };
}

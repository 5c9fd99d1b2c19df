/** How the tables came to be, one step after the other. A step that has been released is never changed again. */
import type { Kysely } from 'kysely';
import { StorageError } from '../../errors.js';
import type { Db, Tables } from './tables.js';

// A step is written against the tables of its own day, which no type can describe later.
type Step = (db: Kysely<Tables>) => Promise<void>;

/** The version of a database is the number of steps it has seen. */
const STEPS: readonly Step[] = [
  async (db) => {
    await db.schema
      .createTable('contexts')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('context', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('contexts_key', ['person', 'place'])
      .execute();
    await db.schema.createIndex('contexts_at').on('contexts').column('at').execute();
    await db.schema
      .createTable('settings')
      .addColumn('guild', 'text', (column) => column.notNull().primaryKey())
      .addColumn('settings', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('ballots')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('card', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('ballots_key', ['person', 'card'])
      .execute();
    await db.schema
      .createTable('sums')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('n', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('sums_key', ['day', 'guild', 'what', 'topic'])
      .execute();
    await db.schema
      .createTable('unanswered')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('times', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('unanswered_key', ['day', 'text'])
      .execute();
  },
];

const LATEST_VERSION = STEPS.length;

/**
 * Brings the tables up to date, all steps or none. Does nothing when they are.
 *
 * @param where the database, for messages: a path, or an address without its password.
 * @throws StorageError when a newer version of the product made the tables.
 */
export async function migrate(db: Db, where: string): Promise<void> {
  await db.transaction().execute(async (step) => {
    // The transaction holds the write lock, so of two processes that start at once the second finds all done.
    await step.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    const row = await step.selectFrom('schema_version').select('version').executeTakeFirst();
    const version = row?.version ?? 0;
    if (version > LATEST_VERSION) {
      throw new StorageError(
        `${where} was written by a newer version of Vertebot (schema ${version}, this one knows ${LATEST_VERSION}); start that version again, or put back the backup made before the update`,
      );
    }
    if (version === LATEST_VERSION) return;
    for (const migration of STEPS.slice(version)) await migration(step);
    await step.deleteFrom('schema_version').execute();
    await step.insertInto('schema_version').values({ version: LATEST_VERSION }).execute();
  });
}

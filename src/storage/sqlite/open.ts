/** The embedded database: one file, made and brought up to date on the first start. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import Database from 'libsql';
import { StorageError } from '../../errors.js';
import { migrate } from '../sql/migrations.js';
import type { Db, Tables } from '../sql/tables.js';
import { explained, explaining, isBusy } from './failures.js';

/** How long a statement waits for another process. It stops the whole program, so it is short. */
const BUSY_MS = 1000;
/** The change to WAL does not wait as statements do, so two first starts at once try again, for 2 seconds. */
const OPEN_ATTEMPTS = 40;
const OPEN_PAUSE_MS = 50;

/**
 * Opens the file, or makes it with its folder, for the bot's user alone.
 *
 * A commit outlives the death of the process at once (WAL), that of the machine after the next checkpoint
 * (`synchronous = NORMAL`): a power cut may take the last moments, never the file.
 *
 * @throws StorageError when the file cannot be opened, is damaged, or was written by a newer version.
 */
export async function openSqlite(file: string): Promise<Db> {
  makePrivate(file);
  for (let attempt = 1; ; attempt++) {
    const db = connect(file);
    try {
      await prepare(db, file);
      return db;
    } catch (error) {
      await db.destroy();
      if (!isBusy(error) || attempt === OPEN_ATTEMPTS) throw error;
      await wait(OPEN_PAUSE_MS);
    }
  }
}

/** Moves what was committed into the file and empties the log, so that deleted rows are nowhere to be read. */
export async function checkpoint(db: Db): Promise<void> {
  await db.executeQuery(CompiledQuery.raw('PRAGMA wal_checkpoint(TRUNCATE)'));
}

/** SQLite gives the files beside it (-wal, -shm) the same permissions. */
function makePrivate(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (cause) {
    throw explained(cause, file);
  }
}

function connect(file: string): Db {
  let database: Database.Database;
  try {
    database = new Database(file);
  } catch (cause) {
    throw explained(cause, file);
  }
  return new Kysely<Tables>({ dialect: new ImmediateDialect(explaining(database, file)) });
}

async function prepare(db: Db, file: string): Promise<void> {
  const pragma = async (text: string) =>
    (await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(`PRAGMA ${text}`))).rows;
  await pragma(`busy_timeout = ${BUSY_MS}`);
  await pragma('journal_mode = WAL');
  await pragma('synchronous = NORMAL');
  // Deleted rows are overwritten with zeros: who asks to be forgotten is.
  await pragma('secure_delete = ON');
  const [health] = await pragma('quick_check(1)');
  if (health?.quick_check !== 'ok') {
    throw explained(Object.assign(new Error('quick_check'), { code: 'SQLITE_CORRUPT' }), file);
  }
  await migrate(db, file);
}

/**
 * Takes the write lock when a transaction begins. SQLite's own habit, to take it at the first write, fails
 * without waiting when another process has written since the transaction's first read.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    } catch (error) {
      // After a full disk or a broken page SQLite has rolled back already; the first error is the one to tell.
      if (!(error instanceof StorageError)) throw error;
    }
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: ConstructorParameters<typeof SqliteDriver>[0]['database'];
  constructor(database: ConstructorParameters<typeof SqliteDriver>[0]['database']) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#database });
  }
}

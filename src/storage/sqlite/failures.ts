/** What SQLite's own errors mean to the operator. */
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { StorageError } from '../../errors.js';

/** The same database, whose every failure is a `StorageError` that says what, where and the mend. */
export function explaining(database: SqliteDatabase, file: string): SqliteDatabase {
  function attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw explained(cause, file);
    }
  }
  const wrap = (statement: SqliteStatement): SqliteStatement => ({
    reader: statement.reader,
    all: (parameters) => attempt(() => statement.all(parameters)),
    run: (parameters) => attempt(() => statement.run(parameters)),
    iterate: (parameters) => attempt(() => statement.iterate(parameters)),
  });
  return {
    prepare: (sql) => attempt(() => wrap(database.prepare(sql))),
    close: () => attempt(() => database.close()),
  };
}

/**
 * @param cause what libsql threw: an error with SQLite's own code and a message that holds no value from a row.
 * @param file the database file.
 */
export function explained(cause: unknown, file: string): StorageError {
  if (cause instanceof StorageError) return cause;
  const { code = '', message = String(cause) } = cause as NodeJS.ErrnoException;
  const known = MEANINGS.find(([codes]) => codes.test(code) || codes.test(message));
  const meaning = known?.[1] ?? `failed (${message}); see whether its disk and folder are sound`;
  return new StorageError(`the database ${file} ${meaning}`, { cause });
}

export function isBusy(error: unknown): boolean {
  return error instanceof StorageError && BUSY.test((error.cause as { code?: string })?.code ?? '');
}

const BUSY = /^SQLITE_(?:BUSY|LOCKED)/;

/** By SQLite's code, or by that of the system call. */
const MEANINGS: readonly [codes: RegExp, meaning: string][] = [
  [
    BUSY,
    'is held by another process for too long; end the other one, or give each its own DATA_DIR',
  ],
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'has no room left on its disk; free some and start again'],
  [
    /^SQLITE_READONLY|^EROFS/,
    "cannot be written; give the bot's user the right to write the file and its folder, and mount the disk writable",
  ],
  [
    /^SQLITE_(?:CORRUPT|NOTADB)/,
    'is damaged or no database; stop the bot, put a backup in its place (docs/storage.md), or move the file away to begin with an empty one',
  ],
  [
    /^SQLITE_(?:CANTOPEN|PERM|AUTH)|^EACCES|^EPERM|^EEXIST|^EISDIR|^ENOTDIR|Unable to open connection/,
    "cannot be opened; see that DATA_DIR names a folder in which the bot's user may read and write",
  ],
  [
    /^SQLITE_IOERR|^EIO/,
    'cannot be read or written: its disk reports an error; see the system log',
  ],
];

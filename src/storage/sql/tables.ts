/** The tables as kysely knows them. `migrations.ts` makes them. */
import type { Kysely } from 'kysely';
import { StorageError } from '../../errors.js';
import type { Thumb } from '../ports.js';
import type { Tallied } from '../totals.js';

export interface Tables {
  contexts: {
    /** HMACs, as in `ballots`. */
    person: string;
    place: string;
    /** A `Context` as JSON. */
    context: string;
    /** When it was written: milliseconds since the epoch. */
    at: number;
  };
  settings: {
    guild: string;
    /** A `GuildSettings` as JSON. */
    settings: string;
  };
  ballots: { person: string; card: string } & Omit<Tables['sums'], 'what' | 'n'> & { value: Thumb };
  sums: {
    day: string;
    /** Empty for what came from no server. */
    guild: string;
    what: Tallied;
    /** Empty when no topic is meant. */
    topic: string;
    n: number;
  };
  unanswered: { day: string; text: string; times: number };
  schema_version: { version: number };
}

export type Db = Kysely<Tables>;

/** @throws StorageError when the text is not what this product once wrote. */
export function fromJson<T>(table: keyof Tables, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new StorageError(
      `a row of the table ${table} is damaged; restore the database from a backup, or delete that row`,
      { cause },
    );
  }
}

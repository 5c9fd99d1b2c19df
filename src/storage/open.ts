/** Puts a home and its wrappers together: the one function that the composition root calls. */
import { join } from 'node:path';
import { firstOfLast } from './days.js';
import { expiring } from './expiring.js';
import type { Clock, Homes } from './homes.js';
import { hider, keyedContexts, keyedTallies } from './keyed.js';
import { createMemoryHomes } from './memory.js';
import type { Stores } from './ports.js';
import { redacting } from './redacting.js';
import { freshSecret, secretIn } from './secret.js';

export const DATABASE_FILE = 'vertebot.db';
export const SUM_DAYS = 365;
export const BALLOT_DAYS = 30;
export const UNANSWERED_DAYS = 30;
const SWEEP_MS = 60_000;

export interface StoreOptions {
  /** The folder of the database and the secret, made when it is not there. Absent: memory alone. */
  dataDir?: string;
  /** Default: the system's clock. */
  clock?: Clock;
  /** Default false, and then those of earlier are deleted at once. */
  keepUnanswered?: boolean;
  /** Told when the sweep of every minute fails; the next one comes all the same. */
  onSweepFailure?: (error: unknown) => void;
}

/**
 * Opens every store, deletes what has had its time, and goes on doing so every minute until `close`. The
 * timer does not keep the process alive.
 *
 * @throws StorageError that says what the operator can do.
 */
export async function openStores(options: StoreOptions = {}): Promise<Stores> {
  const { dataDir, clock = Date.now, keepUnanswered = false, onSweepFailure } = options;
  const homes = dataDir === undefined ? createMemoryHomes(clock) : await openFile(dataDir, clock);
  try {
    const stores = wrapped(homes, dataDir, clock, keepUnanswered);
    if (!keepUnanswered) await homes.unanswered.clear();
    await stores.sweep();
    const timer = setInterval(() => {
      stores.sweep().catch((error: unknown) => onSweepFailure?.(error));
    }, SWEEP_MS).unref();
    return {
      ...stores,
      async close() {
        clearInterval(timer);
        await homes.close();
      },
    };
  } catch (error) {
    await homes.close();
    throw error;
  }
}

/** Loaded only where there is a file: `ask` and the terminal start without a database. */
async function openFile(dataDir: string, clock: Clock): Promise<Homes> {
  const { openSqliteHomes } = await import('./sqlite/homes.js');
  return openSqliteHomes(join(dataDir, DATABASE_FILE), clock);
}

function wrapped(
  homes: Homes,
  dataDir: string | undefined,
  clock: Clock,
  keepUnanswered: boolean,
): Omit<Stores, 'close'> {
  const hide = hider(dataDir === undefined ? freshSecret() : secretIn(dataDir));
  const contexts = expiring(keyedContexts(homes.contexts, hide), clock);
  const tallies = keyedTallies(homes.tallies, hide);
  return {
    contexts,
    settings: homes.settings,
    feedback: tallies,
    counts: tallies,
    ...(keepUnanswered && { unanswered: redacting(homes.unanswered) }),
    async sweep() {
      const now = clock();
      const deleted =
        (await contexts.sweep()) +
        (await tallies.deleteBefore({
          sums: firstOfLast(SUM_DAYS, now),
          ballots: firstOfLast(BALLOT_DAYS, now),
        })) +
        (await homes.unanswered.deleteBefore(firstOfLast(UNANSWERED_DAYS, now)));
      await homes.scrub();
      return deleted;
    },
  };
}

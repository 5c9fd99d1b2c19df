/** Makes any home of conversations forget the idle ones: deleted, not only ignored. */
import type { Clock, ContextHome } from './homes.js';
import type { ContextStore } from './ports.js';

export interface ExpiringContexts extends ContextStore {
  /** Deletes every conversation idle for too long. Returns how many. Every read and write does so too. */
  sweep(): Promise<number>;
}

export const DEFAULT_IDLE_MINUTES = 30;

export function expiring(
  home: ContextHome,
  clock: Clock,
  idleMinutes = DEFAULT_IDLE_MINUTES,
): ExpiringContexts {
  const sweep = () => home.deleteIdle(clock() - idleMinutes * 60_000);
  return {
    sweep,
    async read(key) {
      await sweep();
      return home.read(key);
    },
    async write(key, context) {
      await sweep();
      await home.write(key, context);
    },
    delete: (key) => home.delete(key),
    deletePerson: (person) => home.deletePerson(person),
  };
}

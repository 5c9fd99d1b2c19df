/** What the other process does in the tests that need two: `ROLE DIR [NUMBER]`. */
import { writeSync } from 'node:fs';
import { openStores } from '../../src/storage/open.js';

const say = (line: string) => writeSync(1, `${line}\n`);

const ROLES: Record<string, (dir: string, count?: string) => Promise<void>> = {
  /** Writes until it is killed, and says so after each write that it was promised. */
  async voter(dir, first = '0') {
    const { feedback, counts } = await openStores({ dataDir: dir });
    for (let i = Number(first); ; i++) {
      await feedback.vote({ person: `p${i}`, card: 'm', topic: 'a/topic', value: 'up' });
      await counts.add({ what: 'answered', topic: 'a/topic' });
      say(String(i));
    }
  },
  async counter(dir, count = '1') {
    const stores = await openStores({ dataDir: dir });
    for (let i = 0; i < Number(count); i++) {
      await stores.counts.add({ what: 'answered', topic: 'a/topic' });
      await stores.feedback.vote({ person: 'ann', card: 'm', topic: 'a/topic', value: 'up' });
    }
    await stores.close();
  },
  /** Tries to open what it may only read, and says what it was told. */
  async intruder(dir) {
    // Loaded first: without the rights of the checkout's owner it may be out of reach.
    await import('../../src/storage/sqlite/homes.js');
    if (process.getuid?.() === 0) process.seteuid?.(65534);
    try {
      await openStores({ dataDir: dir });
      say('opened');
    } catch (error) {
      say(`${(error as Error).name}: ${(error as Error).message}`);
    }
  },
};

const [role = '', dir = '', count] = process.argv.slice(2);
await ROLES[role]?.(dir, count);

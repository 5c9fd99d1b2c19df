import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DATABASE_FILE, openStores } from '../../src/storage/open.js';
import { temporaryDir } from './temporary.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Processes take their time on a busy machine. */
const PATIENCE_MS = 60_000;

/** child.ts in JavaScript, for Node as it is. */
let compiled: string;

beforeAll(() => {
  compiled = mkdtempSync(join(tmpdir(), 'vertebot-child-'));
  // The child that has given up its rights must still find what it has loaded.
  chmodSync(compiled, 0o755);
  const options = '--ignoreConfig --noCheck --module nodenext --target es2023 --types node';
  execFileSync(
    process.execPath,
    [
      here('../../node_modules/typescript/bin/tsc'),
      ...options.split(' '),
      ...['--rootDir', here('../..'), '--outDir', compiled],
      here('child.ts'),
    ],
    { stdio: 'inherit' },
  );
  writeFileSync(join(compiled, 'package.json'), '{ "type": "module" }');
  symlinkSync(here('../../node_modules'), join(compiled, 'node_modules'), 'junction');
}, PATIENCE_MS);
afterAll(() => rmSync(compiled, { recursive: true }));

function startChild(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(compiled, 'tests/storage/child.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** What the child said until it ended, or until it was killed after the given number of lines. */
async function linesOf(child: ChildProcess, killAfter = Number.POSITIVE_INFINITY) {
  const lines: string[] = [];
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(line);
    if (lines.length === killAfter) child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  return { lines, code, signal };
}

describe('a process killed while it writes', { timeout: PATIENCE_MS }, () => {
  it('leaves a sound file with every write that was acknowledged', async () => {
    const dataDir = temporaryDir();
    let acknowledged = 0;
    for (const killAfter of [1, 57, 200]) {
      const { lines, signal } = await linesOf(
        startChild('voter', dataDir, String(acknowledged)),
        killAfter,
      );
      expect(signal).toBe('SIGKILL');
      acknowledged = Number(lines.at(-1)) + 1;
      const stores = await openStores({ dataDir });
      const { up, topics } = await stores.counts.totals(undefined, 2);
      await stores.close();
      expect(up).toBeGreaterThanOrEqual(acknowledged);
      expect(topics[0]?.count).toBeGreaterThanOrEqual(acknowledged);
      // Each death may leave one write done that nobody was told of.
      expect(up).toBeLessThanOrEqual(acknowledged + 3);
    }
    expect(acknowledged).toBeGreaterThanOrEqual(258);
  });
});

describe('two processes on one file', { timeout: PATIENCE_MS }, () => {
  it('make it together on the first start, and lose no write', async () => {
    const dataDir = temporaryDir();
    const ends = await Promise.all(
      [1, 2].map(() => linesOf(startChild('counter', dataDir, '100'))),
    );
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    const stores = await openStores({ dataDir });
    const { topics } = await stores.counts.totals(undefined, 2);
    await stores.close();
    // Both hide people under the same secret, so both cast the same vote.
    expect(topics).toEqual([{ topic: 'a/topic', count: 200, up: 1, down: 0 }]);
  });
});

describe('a file that may only be read', { timeout: PATIENCE_MS }, () => {
  it('is refused with the mend', async () => {
    const dataDir = temporaryDir();
    await (await openStores({ dataDir })).close();
    const file = join(dataDir, DATABASE_FILE);
    chmodSync(file, 0o444);
    chmodSync(dataDir, 0o555);
    try {
      const { lines } = await linesOf(startChild('intruder', dataDir));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^StorageError: .*vertebot\.db cannot be (opened|written)/);
      expect(lines[0]).toContain("the bot's user");
    } finally {
      chmodSync(dataDir, 0o700);
    }
  });
});

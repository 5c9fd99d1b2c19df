import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompiledQuery } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { StorageError } from '../../src/errors.js';
import { DATABASE_FILE, openStores } from '../../src/storage/open.js';
import { createSqlSettings } from '../../src/storage/sql/settings.js';
import { createSqlUnanswered } from '../../src/storage/sql/unanswered.js';
import { openSqlite } from '../../src/storage/sqlite/open.js';
import { contextWith, MINUTE, NOON, SETTINGS, steppedClock } from './examples.js';
import { temporaryDir } from './temporary.js';

const posix = process.platform !== 'win32';
const ann = { person: 'ann-4711', place: 'general-4712' };

/** Every byte of every file in the folder. */
function bytesIn(dir: string): string {
  return readdirSync(dir)
    .map((file) => readFileSync(join(dir, file), 'latin1'))
    .join('');
}

async function refusal(dataDir: string): Promise<string> {
  const error = await openStores({ dataDir }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StorageError);
  return (error as StorageError).message;
}

describe('the database file', () => {
  it('is made with its folder on the first start, for the owner alone', async () => {
    const dataDir = join(temporaryDir(), 'not', 'there', 'yet');
    const stores = await openStores({ dataDir });
    await stores.settings.write('1', SETTINGS);
    const files = readdirSync(dataDir);
    expect(files).toEqual(expect.arrayContaining(['secret.key', DATABASE_FILE]));
    if (posix) {
      expect(statSync(dataDir).mode & 0o777).toBe(0o700);
      for (const file of files) expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    }
    await stores.close();
  });

  it('keeps everything over a restart', async () => {
    const options = { dataDir: temporaryDir(), clock: steppedClock(), keepUnanswered: true };
    const before = await openStores(options);
    await before.contexts.write(ann, contextWith(['a/topic']));
    await before.settings.write('1', SETTINGS);
    await before.feedback.vote({ person: 'ann', card: 'm', topic: 'a/topic', value: 'up' });
    await before.unanswered?.add('does tai chi help');
    await before.close();
    const after = await openStores(options);
    expect(await after.contexts.read(ann)).toEqual(contextWith(['a/topic']));
    expect(await after.settings.read('1')).toEqual(SETTINGS);
    expect(await after.feedback.withdraw({ person: 'ann', card: 'm' })).toBe('up');
    expect(await after.unanswered?.list(9)).toHaveLength(1);
    await after.close();
  });

  it('loses at the start what went idle while the bot was down', async () => {
    const clock = steppedClock();
    const dataDir = temporaryDir();
    const before = await openStores({ dataDir, clock });
    await before.contexts.write(ann, contextWith(['a/topic-4713']));
    await before.close();
    expect(bytesIn(dataDir)).toContain('a/topic-4713');
    clock.forward(31 * MINUTE);
    await (await openStores({ dataDir, clock })).close();
    expect(bytesIn(dataDir)).not.toContain('a/topic-4713');
  });

  it('loses the unanswered questions when they are turned off', async () => {
    const dataDir = temporaryDir();
    const before = await openStores({ dataDir, keepUnanswered: true });
    await before.unanswered?.add('does tai chi help');
    await before.close();
    await (await openStores({ dataDir })).close();
    expect(bytesIn(dataDir)).not.toContain('tai chi');
  });

  it('names nobody and no place where people talk', async () => {
    const dataDir = temporaryDir();
    const stores = await openStores({ dataDir });
    await stores.contexts.write(ann, contextWith([]));
    await stores.feedback.vote({ ...ann, card: 'card-4714', topic: 'a/topic', value: 'down' });
    await stores.close();
    expect(bytesIn(dataDir)).not.toMatch(/471[124]/);
  });

  it('holds no byte of what was deleted, once swept', async () => {
    const dataDir = temporaryDir();
    const stores = await openStores({ dataDir });
    await stores.contexts.write(ann, contextWith(['a/topic-4713']));
    await stores.contexts.write({ ...ann, place: 'x' }, contextWith(['a/other-4715']));
    expect(bytesIn(dataDir)).toContain('a/topic-4713');
    await stores.contexts.deletePerson(ann.person);
    await stores.sweep();
    expect(bytesIn(dataDir)).not.toMatch(/471[35]/);
    await stores.close();
  });
});

describe('the backup command of docs/storage.md', () => {
  it.runIf(posix)('makes a whole copy while the bot runs', async () => {
    const dir = temporaryDir();
    const stores = await openStores({ dataDir: join(dir, 'data') });
    await stores.settings.write('1', SETTINGS);
    const docs = readFileSync(new URL('../../docs/storage.md', import.meta.url), 'utf8');
    const command = /^umask .*$/m.exec(docs)?.[0] ?? '';
    symlinkSync(
      fileURLToPath(new URL('../../node_modules', import.meta.url)),
      join(dir, 'node_modules'),
    );
    execFileSync('sh', ['-c', command], { cwd: dir });
    await stores.close();
    const copy = join(dir, 'vertebot-backup.db');
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const db = await openSqlite(copy);
    expect(await createSqlSettings(db).read('1')).toEqual(SETTINGS);
    await db.destroy();
  });
});

describe('a file that cannot be used', () => {
  it('is refused when it is no database', async () => {
    const dataDir = temporaryDir();
    writeFileSync(join(dataDir, DATABASE_FILE), 'this is a shopping list\n'.repeat(400));
    expect(await refusal(dataDir)).toMatch(/vertebot\.db is damaged .*put a backup in its place/);
  });

  it('is refused when a page in it is damaged', async () => {
    const dataDir = temporaryDir();
    const stores = await openStores({ dataDir, keepUnanswered: true });
    for (let i = 0; i < 200; i++)
      await stores.unanswered?.add(`${'does tai chi help '.repeat(20)} ${i}`);
    await stores.close();
    const file = join(dataDir, DATABASE_FILE);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, bytes.length - 20_000, bytes.length - 4_096));
    expect(await refusal(dataDir)).toContain('vertebot.db is damaged');
  });

  it('is refused when a newer version wrote it, and left as it is', async () => {
    const dataDir = temporaryDir();
    const file = join(dataDir, DATABASE_FILE);
    const db = await openSqlite(file);
    await db.updateTable('schema_version').set({ version: 99 }).execute();
    await db.destroy();
    const before = readFileSync(file);
    expect(await refusal(dataDir)).toMatch(/newer version .*schema 99.*start that version again/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused when a folder stands in its place, or a file in place of its folder', async () => {
    const dir = temporaryDir();
    mkdirSync(join(dir, DATABASE_FILE));
    expect(await refusal(dir)).toContain('see that DATA_DIR names a folder');
    writeFileSync(join(dir, 'file'), '');
    expect(await refusal(join(dir, 'file'))).toContain('see that DATA_DIR names a folder');
  });

  it('says so when the disk is full, and goes on when there is room again', async () => {
    const db = await openSqlite(join(temporaryDir(), 'small.db'));
    onTestFinished(() => db.destroy());
    const store = createSqlUnanswered(db, () => NOON);
    const pages = (n: number) => db.executeQuery(CompiledQuery.raw(`PRAGMA max_page_count = ${n}`));
    await pages(20);
    const fill = async () => {
      for (let i = 0; i < 100; i++) await store.add(`${i}`.repeat(500));
    };
    await expect(fill()).rejects.toThrow(/has no room left on its disk; free some/);
    await expect(fill()).rejects.toThrow(StorageError);
    expect((await store.list(200)).length).toBeGreaterThan(0);
    await pages(10_000);
    await fill();
    expect(await store.list(200)).toHaveLength(100);
  });

  it('says so when another process holds it too long, and not what was being written', async () => {
    const file = join(temporaryDir(), 'held.db');
    const [holder, waiter] = [await openSqlite(file), await openSqlite(file)];
    await waiter.executeQuery(CompiledQuery.raw('PRAGMA busy_timeout = 50'));
    const error = await holder.transaction().execute(async () =>
      createSqlUnanswered(waiter, () => NOON)
        .add('my secret ailment')
        .catch((reason: unknown) => reason),
    );
    expect(error).toBeInstanceOf(StorageError);
    expect((error as Error).message).toContain('is held by another process');
    expect((error as Error).message).not.toContain('ailment');
    await Promise.all([holder.destroy(), waiter.destroy()]);
  });
});

describe('the sweep', () => {
  it('comes by itself every minute until the stores are closed', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['setInterval', 'clearInterval', 'Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const dataDir = temporaryDir();
    const stores = await openStores({ dataDir });
    await stores.contexts.write(ann, contextWith(['a/topic-4713']));
    await vi.advanceTimersByTimeAsync(29 * MINUTE);
    expect(bytesIn(dataDir)).toContain('a/topic-4713');
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    await stores.counts.totals(undefined, 1);
    expect(bytesIn(dataDir)).not.toContain('a/topic-4713');
    await stores.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells of its failure and comes again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const failures: unknown[] = [];
    let broken = false;
    const stores = await openStores({
      clock: () => {
        if (broken) throw new StorageError('broken for the test');
        return NOON;
      },
      onSweepFailure: (error) => failures.push(error),
    });
    broken = true;
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(failures).toHaveLength(2);
    await stores.close();
  });
});

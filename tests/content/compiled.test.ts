import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCompiled, writeCompiled } from '../../src/content/compiled.js';
import { hashFiles, packHash } from '../../src/content/hash.js';
import { loadPack } from '../../src/content/load.js';
import { writePack } from './fixture.js';

describe('the hash of a pack', () => {
  it('is the same wherever the pack lies, and that of the loaded pack', async () => {
    const dir = writePack();
    const elsewhere = join(dir, '..', 'copy');
    cpSync(dir, elsewhere, { recursive: true });
    expect(packHash(elsewhere)).toBe(packHash(dir));
    expect((await loadPack(dir)).hash).toBe(packHash(dir));
  });

  it('changes with a byte and with a name', () => {
    const dir = writePack();
    const hashes = new Set([packHash(dir)]);
    const oak = join(dir, 'trees/oak.yaml');
    writeFileSync(oak, `${readFileSync(oak, 'utf8')} `);
    hashes.add(packHash(dir));
    renameSync(oak, join(dir, 'trees/oaks.yaml'));
    hashes.add(packHash(dir));
    expect(hashes.size).toBe(3);
  });

  it('changes when text moves from the end of one file to the start of the next', () => {
    const files = (...texts: string[]) =>
      texts.map((text, i) => ({ name: `${i}.yaml`, bytes: Buffer.from(text) }));
    expect(hashFiles(files('ab', 'c'))).not.toBe(hashFiles(files('a', 'bc')));
  });

  it('takes no notice of files that are not YAML', () => {
    const dir = writePack();
    const before = packHash(dir);
    writeFileSync(join(dir, 'card.schema.json'), '{}');
    expect(packHash(dir)).toBe(before);
  });
});

describe('a compiled pack', () => {
  it('reads back as it was written, in a folder made for it', async () => {
    const dir = writePack();
    const pack = await loadPack(dir);
    const file = join(dir, '../out/deep/pack.json');
    writeCompiled(file, pack);
    expect(readCompiled(file, packHash(dir))).toEqual(pack);
  });

  it('is not used for a pack that has changed since', async () => {
    const dir = writePack();
    const file = join(dir, '../pack.json');
    writeCompiled(file, await loadPack(dir));
    writeFileSync(join(dir, 'trees/fir.yaml'), '');
    expect(readCompiled(file, packHash(dir))).toBeUndefined();
  });

  it.each([
    ['is not there', undefined],
    ['was cut short', '{"format":1,"pack":{"ha'],
    ['holds something else', 'null'],
    ['has another format', '{"format":0,"pack":{"hash":"abc"}}'],
  ])('that %s counts as none', (_, text) => {
    const file = join(writePack(), '../pack.json');
    if (text !== undefined) writeFileSync(file, text);
    expect(readCompiled(file, 'abc')).toBeUndefined();
  });
});

import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StorageError } from '../../src/errors.js';
import { SECRET_FILE, secretIn } from '../../src/storage/secret.js';
import { temporaryDir } from './temporary.js';

describe('the secret of an install', () => {
  it('is made once, is different elsewhere, and leaves no other file', () => {
    const dir = temporaryDir();
    const secret = secretIn(dir);
    expect(secret).toHaveLength(32);
    expect(secretIn(dir)).toEqual(secret);
    expect(secretIn(temporaryDir())).not.toEqual(secret);
    expect(readdirSync(dir)).toEqual([SECRET_FILE]);
  });

  it.runIf(process.platform !== 'win32')(
    'is for the owner alone, also when it was opened up',
    () => {
      const dir = temporaryDir();
      secretIn(dir);
      const file = join(dir, SECRET_FILE);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      chmodSync(file, 0o644);
      secretIn(dir);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    },
  );

  it('is never replaced when the file is damaged: the operator decides', () => {
    const dir = temporaryDir();
    const file = join(dir, SECRET_FILE);
    writeFileSync(file, 'half a secr');
    expect(() => secretIn(dir)).toThrow(StorageError);
    expect(() => secretIn(dir)).toThrow(/put the right file back, or delete it/);
    expect(readFileSync(file, 'utf8')).toBe('half a secr');
  });

  it('cannot be made where there is no folder', () => {
    expect(() => secretIn(join(temporaryDir(), 'none'))).toThrow(/ENOENT.*right to read and write/);
  });
});

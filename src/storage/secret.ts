/** The secret under which people are hidden: made once, beside the data, for the bot's user alone. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../errors.js';

export const SECRET_FILE = 'secret.key';
const BYTES = 32;

/** A secret for one process. */
export function freshSecret(): Uint8Array {
  return randomBytes(BYTES);
}

/**
 * The secret of an install, made when there is none yet. Two processes that start at once get the same one.
 *
 * @param dataDir a folder that exists.
 * @throws StorageError when the file cannot be read or made, or does not hold a secret.
 */
export function secretIn(dataDir: string): Uint8Array {
  const file = join(dataDir, SECRET_FILE);
  try {
    return read(file) ?? make(file);
  } catch (cause) {
    if (cause instanceof StorageError) throw cause;
    throw new StorageError(
      `${file} cannot be read or made (${(cause as NodeJS.ErrnoException).code}); give the bot's user the right to read and write it and its folder`,
      { cause },
    );
  }
}

function read(file: string): Uint8Array | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new StorageError(
      `${file} does not hold a secret of 64 hex digits; put the right file back, or delete it: a new one is made, and what was tied to a person is then out of reach until it expires`,
    );
  }
  if (process.platform !== 'win32' && statSync(file).mode & 0o077) chmodSync(file, 0o600);
  return Buffer.from(text, 'hex');
}

function make(file: string): Uint8Array {
  // Written aside and linked into place: nobody ever reads half a secret, and the first one made wins.
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(aside, `${randomBytes(BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') copyUnlessThere(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
  const secret = read(file);
  if (!secret) throw new StorageError(`${file} vanished while it was made; start again`);
  return secret;
}

/** For file systems without links. */
function copyUnlessThere(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

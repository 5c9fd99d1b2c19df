/** One short string that changes whenever the pack does. */
import { createHash } from 'node:crypto';
import { type PackFile, packFiles } from './files.js';

/**
 * SHA-256, in hex, over the names and bytes of all YAML files of a pack. Where it lies makes no
 * difference. Needs no parser, so it is cheap enough for every start.
 *
 * @throws the file system's own error when the folder or a file cannot be read.
 */
export function packHash(dir: string): string {
  return hashFiles(packFiles(dir));
}

/** The hash of files that were read already; `files` must be sorted by name. */
export function hashFiles(files: readonly PackFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) {
    // The length keeps the end of one file and the name of the next apart.
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

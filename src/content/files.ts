/** The files of a pack as they lie on the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface PackFile {
  /** Relative to the pack's folder, with `/` between its parts: `nutrients/calcium.yaml`. */
  name: string;
  bytes: Buffer;
}

/**
 * Every YAML file of the pack, sorted by name. Reads synchronously: a hundred small files take a few
 * milliseconds, and nothing else can be done before they are there.
 *
 * @throws the file system's own error when the folder or a file cannot be read.
 */
export function packFiles(dir: string): PackFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      name: relative(dir, path).split(sep).join('/'),
      bytes: readFileSync(path),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

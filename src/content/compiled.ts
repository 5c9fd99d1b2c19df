/** The pack as the build leaves it: one JSON file that a start reads without a parser or a schema. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ContentPack } from './pack.js';

/** Raise it whenever the shape of `ContentPack` changes, so that an older file is made anew. */
const FORMAT = 1;

interface Compiled {
  format: number;
  pack: ContentPack;
}

/** Writes the compiled pack; a reader sees the old file or the new one, never half of it. */
export function writeCompiled(file: string, pack: ContentPack): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.tmp`;
  const compiled: Compiled = { format: FORMAT, pack };
  writeFileSync(half, JSON.stringify(compiled));
  renameSync(half, file);
}

/**
 * Reads what `writeCompiled` wrote.
 *
 * @param hash the `packHash` of the files the pack should hold.
 * @returns undefined when there is no such file, it is not ours, or it was made from other files.
 */
export function readCompiled(file: string, hash: string): ContentPack | undefined {
  try {
    const compiled = JSON.parse(readFileSync(file, 'utf8')) as Partial<Compiled> | null;
    if (compiled?.format !== FORMAT || compiled.pack?.hash !== hash) return undefined;
    return compiled.pack;
  } catch {
    // Missing, unreadable or cut short: compiling again mends all three.
    return undefined;
  }
}

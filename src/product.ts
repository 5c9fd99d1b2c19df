/**
 * The parts that the pack decides: the pack itself, the matcher and triage. Compiled ahead by
 * `vertebot compile`; made on the spot where the compiled files are missing or of another pack.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { readCompiled, writeCompiled } from './content/compiled.js';
import { packHash } from './content/hash.js';
import type { ContentPack } from './content/pack.js';
import type { Matcher, MatcherModel } from './matcher/index.js';
import { createMatcher } from './matcher/matcher.js';
import { deserialiseModel, serialiseModel } from './matcher/model-file.js';
import type { SecondOpinionModel, TriageText } from './safety/index.js';
import { createTriage } from './safety/index.js';

/** The package's own folder, whether this runs from `src/` or from `dist/`. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const PACK_DIR = join(ROOT, 'intents');
export const COMPILED_DIR = join(ROOT, 'dist', 'compiled');

export interface Product {
  pack: ContentPack;
  matcher: Matcher;
  triage: TriageText;
}

/** Raised whenever the shape of the second opinion changes, so that an old file is never misread. */
const SECOND_OPINION_FORMAT = 3;

interface Compiled {
  pack: ContentPack;
  model: MatcherModel;
  secondOpinion: SecondOpinionModel;
}

/**
 * Opens the product in a fraction of a second where it is compiled; else compiles it first, which
 * takes up to a minute, and keeps the result for the next start where the folder lets it.
 *
 * @param say told in a few words what takes long.
 * @throws ContentError when the pack has to be read and is broken.
 */
export async function openProduct(
  say: (text: string) => void,
  packDir = PACK_DIR,
  compiledDir = COMPILED_DIR,
): Promise<Product> {
  const compiled = read(packDir, compiledDir) ?? (await compile(say, packDir, compiledDir));
  const { pack, model, secondOpinion } = compiled;
  return {
    pack,
    matcher: createMatcher(model),
    triage: createTriage(pack.safety, urgentTopics(pack), model.english, secondOpinion),
  };
}

function urgentTopics({ topics }: ContentPack) {
  return topics.filter((topic) => topic.kind === 'urgent');
}

/** Reads and checks the pack, trains what learns from it, and writes all of it down. */
export async function compile(
  say: (text: string) => void,
  packDir = PACK_DIR,
  compiledDir = COMPILED_DIR,
): Promise<Compiled> {
  const [{ loadPack }, { train }, { createSignReader, trainSecondOpinion }] = await Promise.all([
    import('./content/load.js'),
    import('./matcher/train.js'),
    import('./safety/index.js'),
  ]);
  const pack = await loadPack(packDir);
  const { topics, outOfScope, calibration, lexicon, safety } = pack;
  say(`Compiling ${topics.length} topics; this takes up to a minute and happens once.`);
  const model = train({
    topics: topics.map(({ id, utterances }) => ({ id, utterances })),
    outOfScope,
    calibration,
    lexicon,
  });
  const secondOpinion = trainSecondOpinion(
    {
      examples: prefixed(safety.examples),
      // Questions about an urgent topic are the hardest calm messages there are.
      calm: [...safety.calm, ...urgentTopics(pack).flatMap(({ utterances }) => utterances)],
      ordinary: [...topics.flatMap(({ utterances }) => utterances), ...outOfScope],
    },
    createSignReader(safety, urgentTopics(pack), model.english),
  );
  // What only training and lint read need not be kept, nor held in memory.
  const kept = { ...pack, lexicon: [], outOfScope: [] };
  const compiled = { pack: kept, model, secondOpinion };
  try {
    write(compiled, compiledDir);
  } catch {
    // A read-only installation works all the same; it only starts slowly.
    say(`Cannot write to ${compiledDir}: the next start will compile again.`);
  }
  return compiled;
}

function read(packDir: string, compiledDir: string): Compiled | undefined {
  const hash = packHash(packDir);
  const pack = readCompiled(file(compiledDir, 'pack'), hash);
  if (!pack) return undefined;
  try {
    const model = deserialiseModel(readFileSync(file(compiledDir, 'matcher')), hash);
    const { format, trainedOn, secondOpinion } = deserialize(
      readFileSync(file(compiledDir, 'second-opinion')),
    ) as { format: number; trainedOn: string; secondOpinion: SecondOpinionModel };
    return model && format === SECOND_OPINION_FORMAT && trainedOn === hash
      ? { pack, model, secondOpinion }
      : undefined;
  } catch {
    return undefined;
  }
}

function write({ pack, model, secondOpinion }: Compiled, compiledDir: string): void {
  mkdirSync(compiledDir, { recursive: true });
  replace(file(compiledDir, 'matcher'), serialiseModel(model, pack.hash));
  replace(
    file(compiledDir, 'second-opinion'),
    serialize({ format: SECOND_OPINION_FORMAT, trainedOn: pack.hash, secondOpinion }),
  );
  writeCompiled(file(compiledDir, 'pack'), pack);
}

/** A reader sees the old file or the new one, never half of it. */
function replace(name: string, bytes: Uint8Array): void {
  mkdirSync(dirname(name), { recursive: true });
  const half = `${name}.${process.pid}.tmp`;
  writeFileSync(half, bytes);
  renameSync(half, name);
}

function file(dir: string, name: 'pack' | 'matcher' | 'second-opinion'): string {
  return join(dir, name === 'pack' ? 'pack.json' : `${name}.bin`);
}

/** Topic names to topic ids. */
function prefixed(examples: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(examples).map(([name, messages]) => [`urgent/${name}`, messages]),
  );
}

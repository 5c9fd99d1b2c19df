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
import type { SafetyWords, SecondOpinionModel, TriageText } from './safety/index.js';
import { createTriage } from './safety/index.js';
import { QUESTIONS_A_TOPIC } from './suggest.js';
import { WordSet } from './text/index.js';

/** The package's own folder, whether this runs from `src/` or from `dist/`. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const PACK_DIR = join(ROOT, 'intents');
export const COMPILED_DIR = join(ROOT, 'dist', 'compiled');

export interface Product {
  pack: ContentPack;
  matcher: Matcher;
  triage: TriageText;
}

/** Raised whenever the shape of `safety.bin` changes, so that an old file is never misread. */
const SAFETY_FORMAT = 1;

interface Compiled {
  pack: ContentPack;
  model: MatcherModel;
  safety: CompiledSafety;
}

interface CompiledSafety {
  secondOpinion: SecondOpinionModel;
  words: SafetyWords;
}

interface SafetyFile {
  format: number;
  trainedOn: string;
  secondOpinion: SecondOpinionModel;
  known: SafetyWords['known'];
  everyday: Uint32Array;
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
  const { pack, model, safety } = compiled;
  return {
    pack,
    matcher: createMatcher(model),
    triage: createTriage(pack.safety, urgentTopics(pack), { english: model.english, ...safety }),
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
  const [{ loadPack }, { train }, { createSignReader, safetyWords, trainSecondOpinion }] =
    await Promise.all([
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
  const urgent = urgentTopics(pack);
  const words = safetyWords(safety, urgent, model.english);
  const secondOpinion = trainSecondOpinion(
    {
      examples: urgentMessages(pack),
      // Questions about an urgent topic are the hardest calm messages there are.
      calm: [
        ...Object.values(safety.calm).flat(),
        ...urgent.flatMap(({ rules }) => rules.flatMap(({ calm }) => calm)),
        ...urgent.flatMap(({ utterances }) => utterances),
      ],
      ordinary: [
        ...topics.flatMap(({ utterances }) => utterances),
        ...outOfScope,
        ...calibration.filter(asksCalmly).map(({ text }) => text),
      ],
    },
    createSignReader(safety, urgent, model.english, words),
  );
  const compiled = { pack: withoutTraining(pack), model, safety: { secondOpinion, words } };
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
    const { format, trainedOn, secondOpinion, known, everyday } = deserialize(
      readFileSync(file(compiledDir, 'safety')),
    ) as SafetyFile;
    if (!model || format !== SAFETY_FORMAT || trainedOn !== hash) return undefined;
    const words = { known, everyday: new WordSet(everyday) };
    return { pack, model, safety: { secondOpinion, words } };
  } catch {
    return undefined;
  }
}

function write({ pack, model, safety }: Compiled, compiledDir: string): void {
  mkdirSync(compiledDir, { recursive: true });
  replace(file(compiledDir, 'matcher'), serialiseModel(model, pack.hash));
  const { known, everyday } = safety.words;
  const safetyFile: SafetyFile = {
    format: SAFETY_FORMAT,
    trainedOn: pack.hash,
    secondOpinion: safety.secondOpinion,
    known,
    everyday: everyday.hashes,
  };
  replace(file(compiledDir, 'safety'), serialize(safetyFile));
  writeCompiled(file(compiledDir, 'pack'), pack);
}

/** A reader sees the old file or the new one, never half of it. */
function replace(name: string, bytes: Uint8Array): void {
  mkdirSync(dirname(name), { recursive: true });
  const half = `${name}.${process.pid}.tmp`;
  writeFileSync(half, bytes);
  renameSync(half, name);
}

function file(dir: string, name: 'pack' | 'matcher' | 'safety'): string {
  return join(dir, name === 'pack' ? 'pack.json' : `${name}.bin`);
}

/**
 * The pack without what only training and lint read: a start need not load it nor hold it in memory.
 * Of the utterances the first few stay, as examples of how to ask.
 */
function withoutTraining(pack: ContentPack): ContentPack {
  return {
    ...pack,
    topics: pack.topics.map((topic) => ({
      ...topic,
      utterances: topic.utterances.slice(0, QUESTIONS_A_TOPIC),
    })),
    lexicon: [],
    outOfScope: [],
    safety: { ...pack.safety, calm: {}, examples: {} },
  };
}

function asksCalmly({ accept }: { accept: readonly string[] }): boolean {
  return !accept.some((topic) => topic.startsWith('urgent/'));
}

/** Messages that need each urgent topic: the lists of examples, and what the rules must catch. */
function urgentMessages(pack: ContentPack): Record<string, string[]> {
  const { examples } = pack.safety;
  return Object.fromEntries(
    urgentTopics(pack).map(({ id, category, rules }) => [
      id,
      [
        ...(examples[id.slice(category.length + 1)] ?? []),
        ...rules.flatMap((rule) => rule.examples),
      ],
    ]),
  );
}

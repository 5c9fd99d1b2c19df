/** The pack is written in its own words: finds what was copied from a text it draws on. */
import type { ContentProblem } from '../../errors.js';
import { wordsOf } from '../../text/index.js';
import type { PackReading } from '../load.js';
import { type FieldPath, problemAt } from '../yaml-file.js';

/** A text that the pack may not copy from. */
export interface Reference {
  /** As problems print it. */
  name: string;
  text: string;
}

/** Six words in a row happen by chance ("a good source of calcium and"); seven hardly do. */
const RUN = 7;

/**
 * Runs of seven or more words that stand in a reference too. What must be said word for word is let
 * through: the do-lines and numbers of urgent cards, the disclaimer, and the names of products and
 * sources.
 */
export function copiedRuns(
  reading: PackReading,
  references: readonly Reference[],
): ContentProblem[] {
  const origin = new Map<string, string>();
  for (const { name, text } of references) {
    for (const run of runsOf(wordsOf(text))) if (!origin.has(run)) origin.set(run, name);
  }
  for (const text of quotable(reading)) for (const run of runsOf(wordsOf(text))) origin.delete(run);
  if (origin.size === 0) return [];
  return [...reading.files].flatMap(([name, yaml]) =>
    [...textsOf(yaml.value, [])]
      .filter(([path]) => !isVerbatim(name, path))
      .flatMap(([path, text]) => {
        const found = longestRun(wordsOf(text), origin);
        if (!found) return [];
        const { words, from } = found;
        const what = `shares ${words.length} words in a row with ${from} (${words.join(' ')})`;
        return [problemAt(yaml, path, what, 'say it in other words')];
      }),
  );
}

function runsOf(words: readonly string[]): string[] {
  const runs: string[] = [];
  for (let at = 0; at + RUN <= words.length; at++) runs.push(words.slice(at, at + RUN).join(' '));
  return runs;
}

/** The longest stretch of words whose every run of seven is found in a reference. */
function longestRun(
  words: readonly string[],
  origin: ReadonlyMap<string, string>,
): { words: string[]; from: string } | undefined {
  let best: { words: string[]; from: string } | undefined;
  let start = -1;
  for (const [at, run] of runsOf(words).entries()) {
    const from = origin.get(run);
    if (from === undefined) {
      start = -1;
      continue;
    }
    if (start < 0) start = at;
    const stretch = words.slice(start, at + RUN);
    if (!best || stretch.length > best.words.length) best = { words: stretch, from };
  }
  return best;
}

function quotable({ draft, files }: PackReading): string[] {
  const wording = files.get('wording.yaml')?.value as { disclaimer?: unknown } | undefined;
  return [
    ...Object.values(draft.products).map(({ name }) => name),
    ...Object.values(draft.sources).map(({ title }) => title),
    ...(typeof wording?.disclaimer === 'string' ? [wording.disclaimer] : []),
  ];
}

const URGENT_LINES = new Set<PropertyKey>(['do', 'action', 'brief']);

function isVerbatim(name: string, path: FieldPath): boolean {
  if (name === 'sources.yaml' || name === 'safety/numbers.yaml') return true;
  return name.startsWith('urgent/') && URGENT_LINES.has(path[0] ?? '');
}

/** Every text of a file with its place. */
function* textsOf(value: unknown, path: FieldPath): Generator<[FieldPath, string]> {
  if (typeof value === 'string') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

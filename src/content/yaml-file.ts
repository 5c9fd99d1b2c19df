/** A YAML file that remembers on which line each of its fields stands. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { ContentProblem } from '../errors.js';

export type FieldPath = readonly PropertyKey[];

export interface Place {
  /** Counted from 1. */
  line: number;
  /** False when the field is missing and `line` is that of what should hold it. */
  exists: boolean;
}

export interface YamlFile {
  /** The name as problems print it. */
  file: string;
  /** Plain data, not checked. */
  value: unknown;
  placeOf(path: FieldPath): Place;
}

/** Parses a file. With a problem in it there is no file: what follows would only mislead. */
export function parseYamlFile(
  file: string,
  text: string,
): { yaml: YamlFile } | { problems: ContentProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    field: '',
    what: `cannot be read as YAML: ${lowerFirst(error.message.split('\n')[0]!)}`,
    mend:
      error.code === 'DUPLICATE_KEY'
        ? 'keep one of the two fields of this name'
        : 'correct this line or the one above: its indentation, its brackets, or quotes around a text that holds ": " or starts with a special character',
  }));
  if (problems.length > 0) return { problems };
  const lineAt = (node: Node | null | undefined): number | undefined =>
    node?.range ? lines.linePos(node.range[0]).line : undefined;
  try {
    return {
      yaml: {
        file,
        value: document.toJS() as unknown,
        placeOf: (path) => placeIn(document.contents, path, lineAt),
      },
    };
  } catch (error) {
    // An alias without its anchor, or far too many of them, shows only here.
    const what = `cannot be read as YAML: ${lowerFirst(error instanceof Error ? error.message : String(error))}`;
    return { problems: [{ file, line: 0, field: '', what, mend: 'write the value out in full' }] };
  }
}

function placeIn(
  root: Node | null,
  path: FieldPath,
  lineAt: (node: Node | null | undefined) => number | undefined,
): Place {
  let node: Node | null = root;
  let line = lineAt(root) ?? 1;
  for (const step of path) {
    let next: Node | null | undefined;
    if (isMap<Node, Node | null>(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      // A block value starts a line below its key; the writer looks for the key.
      if (pair) line = lineAt(pair.key) ?? line;
      next = pair?.value;
      if (!pair) return { line, exists: false };
    } else if (isSeq<Node>(node) && typeof step === 'number') {
      next = node.items[step];
      if (!next) return { line, exists: false };
      line = lineAt(next) ?? line;
    } else {
      return { line, exists: false };
    }
    node = next ?? null;
  }
  return { line, exists: true };
}

/** `points[2].sources`, the way a writer would say it. */
export function fieldName(path: FieldPath): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i ? '.' : ''}${String(step)}`))
    .join('');
}

/** A problem at a field of a file. */
export function problemAt(
  yaml: YamlFile,
  path: FieldPath,
  what: string,
  mend: string,
): ContentProblem {
  return { file: yaml.file, line: yaml.placeOf(path).line, field: fieldName(path), what, mend };
}

/** The order in which problems are told: by file, then by line. */
export function byPlace(a: ContentProblem, b: ContentProblem): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

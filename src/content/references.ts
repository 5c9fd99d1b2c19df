/** Checks between the files of a pack: every id that one file names must be another file's. */
import type { ContentProblem } from '../errors.js';
import { listFiles, SAFETY_FOLDER } from './layout.js';
import { TOPIC_ID } from './schema.js';
import { type FieldPath, problemAt, type YamlFile } from './yaml-file.js';

const ARTICLE = 'article:';

/**
 * Problems of ids and labels across files. Reads the files as parsed, not as checked, so that one
 * broken field does not hide what is wrong elsewhere; a value of the wrong type is passed over.
 *
 * @param files by name within the pack.
 */
export function referenceProblems(files: ReadonlyMap<string, YamlFile>): ContentProblem[] {
  const topics = [...files].filter(([name]) => isTopic(name));
  const known: Known = {
    topics: new Set(topics.map(([name]) => topicId(name))),
    sources: sourceIds(files.get('sources.yaml')?.value),
    products: idsIn(files.get('products.yaml')?.value, 'products'),
  };
  return [
    ...topics.flatMap(([name, yaml]) => topicProblems(topicId(name), yaml, known)),
    ...[...files.values()].flatMap((yaml) => sourceProblems(yaml, known)),
    ...mentions(files).flatMap(([yaml, path, id]) =>
      known.topics.has(id)
        ? []
        : [problemAt(yaml, path, `names ${id}, which is no topic`, mendId(id, known.topics))],
    ),
    ...['title', 'label'].flatMap((field) => twinProblems(topics, field)),
  ];
}

interface Known {
  topics: ReadonlySet<string>;
  /** Undefined where the list cannot be read: then no id can be called unknown. */
  sources: ReadonlySet<string> | undefined;
  products: ReadonlySet<string> | undefined;
}

function isTopic(name: string): boolean {
  return (
    !Object.hasOwn(listFiles, name) &&
    !name.startsWith(`${SAFETY_FOLDER}/`) &&
    TOPIC_ID.test(topicId(name))
  );
}

function topicId(name: string): string {
  return name.replace(/\.yaml$/, '');
}

function topicProblems(id: string, yaml: YamlFile, known: Known): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const seen = new Set<string>();
  for (const [i, related] of textsOf(fieldOf(yaml.value, 'related'))) {
    const path = ['related', i];
    if (related === id) {
      problems.push(problemAt(yaml, path, 'names the topic itself', 'name another topic'));
    } else if (seen.has(related)) {
      problems.push(
        problemAt(yaml, path, `names ${related} a second time`, 'remove one of the two'),
      );
    } else if (!known.topics.has(related)) {
      const what = `names ${related}, which is no topic`;
      problems.push(problemAt(yaml, path, what, mendId(related, known.topics)));
    }
    seen.add(related);
  }
  for (const [i, product] of textsOf(fieldOf(yaml.value, 'products'))) {
    if (!known.products || known.products.has(product)) continue;
    const what = `names ${product}, which is not in products.yaml`;
    problems.push(problemAt(yaml, ['products', i], what, mendId(product, known.products)));
  }
  return problems;
}

function sourceProblems(yaml: YamlFile, { sources }: Known): ContentProblem[] {
  if (!sources) return [];
  return [...sourceLists(yaml.value, [])].flatMap(([path, list]) =>
    textsOf(list)
      .filter(([, id]) => !sources.has(id))
      .map(([i, id]) => {
        const what = id.startsWith(ARTICLE)
          ? `names ${id}, a part that the article does not have`
          : `names ${id}, which is not in sources.yaml`;
        return problemAt(yaml, [...path, i], what, mendId(id, sources));
      }),
  );
}

/** Every list called `sources`, however deep: claims, tips, signs and products all have one. */
function* sourceLists(value: unknown, path: FieldPath): Generator<[FieldPath, unknown[]]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'sources' && Array.isArray(inner)) yield [here, inner];
    else yield* sourceLists(inner, here);
  }
}

/** Every other place of a pack that names a topic. */
function mentions(files: ReadonlyMap<string, YamlFile>): [YamlFile, FieldPath, string][] {
  const found: [YamlFile, FieldPath, string][] = [];
  const each = (name: string, look: (key: string, entry: unknown) => [FieldPath, unknown][]) => {
    const yaml = files.get(name);
    for (const key of keysOf(yaml?.value)) {
      for (const [path, id] of look(key, fieldOf(yaml?.value, key))) {
        const step = Array.isArray(yaml?.value) ? Number(key) : key;
        if (yaml && typeof id === 'string') found.push([yaml, [step, ...path], id]);
      }
    }
  };
  each('products.yaml', (_, products) =>
    [...keysOf(products)].map((id) => [[id, 'topic'], fieldOf(fieldOf(products, id), 'topic')]),
  );
  each('wording.yaml', (key, part) =>
    key === 'topics' ? [...keysOf(part)].map((role) => [[role], fieldOf(part, role)]) : [],
  );
  each('calibration.yaml', (_, question) =>
    textsOf(fieldOf(question, 'accept')).map(([i, id]) => [['accept', i], id]),
  );
  each('safety/context.yaml', (_, context) =>
    textsOf(fieldOf(context, 'only')).map(([i, id]) => [['only', i], id]),
  );
  each('safety/languages.yaml', (_, language) =>
    [...keysOf(fieldOf(language, 'urgent'))].map((id) => [['urgent', id], id]),
  );
  return found;
}

/** Two topics that a reader could not tell apart. */
function twinProblems(topics: [string, YamlFile][], field: string): ContentProblem[] {
  const first = new Map<string, string>();
  const problems: ContentProblem[] = [];
  for (const [, yaml] of topics) {
    const text = fieldOf(yaml.value, field);
    if (typeof text !== 'string') continue;
    const folded = text.trim().toLowerCase();
    const twin = first.get(folded);
    if (twin === undefined) first.set(folded, yaml.file);
    else
      problems.push(
        problemAt(yaml, [field], `is also the ${field} of ${twin}`, 'reword one of the two'),
      );
  }
  return problems;
}

function sourceIds(list: unknown): Set<string> | undefined {
  const ids = idsIn(list, 'sources');
  for (const [, label] of textsOf(fieldOf(fieldOf(list, 'article'), 'labels'))) {
    ids?.add(ARTICLE + label);
  }
  return ids;
}

function idsIn(list: unknown, key: string): Set<string> | undefined {
  const entries = fieldOf(list, key);
  return entries === undefined ? undefined : keysOf(entries);
}

/** "Did you mean" for an id in the wrong category; else that it wants correcting. */
function mendId(id: string, known: ReadonlySet<string>): string {
  const wanted = id.slice(id.indexOf('/') + 1);
  const near = [...known].filter((other) => other.slice(other.indexOf('/') + 1) === wanted);
  return near.length > 0
    ? `did you mean ${near.join(' or ')}?`
    : 'correct it, or add what it names';
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function keysOf(value: unknown): Set<string> {
  return new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
}

/** The texts of a list with their places in it. */
function textsOf(value: unknown): [number, string][] {
  if (!Array.isArray(value)) return [];
  return [...value.entries()].filter(
    (entry): entry is [number, string] => typeof entry[1] === 'string',
  );
}

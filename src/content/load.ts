/** Reads a pack, checks it, and puts it together; or says everything that is wrong with it. */
import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import { ContentError, type ContentProblem } from '../errors.js';
import { checkFile } from './check.js';
import { type PackFile, packFiles } from './files.js';
import { hashFiles } from './hash.js';
import { kindOf, listFiles, SAFETY_FOLDER, topicSchemas } from './layout.js';
import type { ContentPack, Topic } from './pack.js';
import { referenceProblems } from './references.js';
import { TOPIC_ID } from './schema.js';
import { type SafetyData, safetyFiles } from './schema-safety.js';
import { byPlace, parseYamlFile, type YamlFile } from './yaml-file.js';

/** What can be told of a pack even when parts of it are broken: whatever is whole is here. */
export type PackDraft = Pick<
  ContentPack,
  'topics' | 'products' | 'sources' | 'lexicon' | 'outOfScope' | 'calibration'
>;

/** A pack as read: what is left of it, its files, and what is wrong. */
export interface PackReading {
  /** Absent when anything is wrong. */
  pack?: ContentPack;
  draft: PackDraft;
  /** The files that parse, by name within the pack: `nutrients/calcium.yaml`. */
  files: ReadonlyMap<string, YamlFile>;
  problems: ContentProblem[];
}

/**
 * The pack in a folder, checked from end to end.
 *
 * @throws ContentError with every problem of every file at once, sorted by file and line.
 */
export async function loadPack(dir: string): Promise<ContentPack> {
  const { pack, problems } = await readPack(dir);
  if (!pack) throw new ContentError(problems);
  return pack;
}

/**
 * As `loadPack`, but hands the problems back, with whatever is whole and the files to point into.
 *
 * @throws ContentError only when the folder itself cannot be read.
 */
export async function readPack(dir: string): Promise<PackReading> {
  const root = basename(resolve(dir));
  let raw: PackFile[];
  try {
    raw = packFiles(dir);
  } catch (cause) {
    const what = `the pack cannot be read (${cause instanceof Error ? cause.message : String(cause)})`;
    const mend = 'name the folder that holds the topics, and let this user read it';
    throw new ContentError([{ file: root, line: 0, field: '', what, mend }]);
  }
  const assembly = new Assembly(root);
  for (const file of raw) assembly.add(file);
  return assembly.finish(hashFiles(raw));
}

type ListFileName = keyof typeof listFiles;
/** With `*` for whatever a folder holds. */
type SafetyFileName = keyof typeof safetyFiles;

class Assembly {
  readonly #root: string;
  readonly #files = new Map<string, YamlFile>();
  readonly #problems: ContentProblem[] = [];
  readonly #topics: Topic[] = [];
  readonly #lists = new Map<string, unknown>();
  readonly #safety = new Map<string, unknown>();

  constructor(root: string) {
    this.#root = root;
  }

  add({ name, bytes }: PackFile): void {
    const parsed = parseYamlFile(`${this.#root}/${name}`, bytes.toString('utf8'));
    if ('problems' in parsed) {
      this.#problems.push(...parsed.problems);
      this.#files.set(name, brokenFile(`${this.#root}/${name}`));
      return;
    }
    this.#files.set(name, parsed.yaml);
    const parts = name.split('/');
    if (parts.length === 1) this.#addList(name, parsed.yaml);
    else if (parts[0] === SAFETY_FOLDER) this.#addSafety(parts.slice(1).join('/'), parsed.yaml);
    else this.#addTopic(name, parsed.yaml);
  }

  #addList(name: string, yaml: YamlFile): void {
    if (!isListFile(name)) {
      const known = Object.keys(listFiles).join(', ');
      this.#stray(yaml, `a topic goes into the folder of its category; the lists are ${known}`);
      return;
    }
    const checked = checkFile(yaml, listFiles[name]);
    if ('problems' in checked) this.#problems.push(...checked.problems);
    else this.#lists.set(name, checked.data);
  }

  #addSafety(name: string, yaml: YamlFile): void {
    const slot = name.replace(/^([^/]+)\/[^/]+\.yaml$/, '$1/*.yaml');
    if (!isSafetyFile(slot)) {
      this.#stray(yaml, `the files of this folder are ${Object.keys(safetyFiles).join(', ')}`);
      return;
    }
    const { key, schema } = safetyFiles[slot];
    const checked = checkFile(yaml, schema);
    if ('problems' in checked) {
      this.#problems.push(...checked.problems);
    } else if (slot === name) {
      this.#safety.set(key, checked.data);
    } else {
      const entry = basename(name, '.yaml');
      this.#safety.set(key, { ...(this.#safety.get(key) ?? {}), [entry]: checked.data });
    }
  }

  #addTopic(name: string, yaml: YamlFile): void {
    const id = name.replace(/\.yaml$/, '');
    if (!TOPIC_ID.test(id)) {
      this.#stray(yaml, 'name it category/name.yaml, in lower-case letters and hyphens');
      return;
    }
    const category = id.slice(0, id.indexOf('/'));
    const kind = kindOf(category);
    const checked = checkFile(yaml, topicSchemas[kind]);
    if ('problems' in checked) this.#problems.push(...checked.problems);
    // The schema was chosen by the kind, which the compiler cannot follow through the lookup.
    else this.#topics.push({ id, category, kind, ...checked.data } as Topic);
  }

  #stray(yaml: YamlFile, mend: string): void {
    const what = 'is not a file that belongs here';
    this.#problems.push({ file: yaml.file, line: 0, field: '', what, mend });
  }

  #missing(name: string): void {
    const what = 'is missing';
    const mend = 'add it; every pack needs one';
    this.#problems.push({ file: `${this.#root}/${name}`, line: 0, field: '', what, mend });
  }

  finish(hash: string): PackReading {
    const names = [...this.#files.keys()];
    for (const name of Object.keys(listFiles)) if (!this.#files.has(name)) this.#missing(name);
    for (const slot of Object.keys(safetyFiles)) {
      const pattern = `${SAFETY_FOLDER}/${slot}`;
      const start = pattern.slice(0, pattern.indexOf('*'));
      const there = pattern.includes('*')
        ? names.some((name) => name.startsWith(start))
        : this.#files.has(pattern);
      if (!there) this.#missing(pattern);
    }
    const topics = names.filter((name) => TOPIC_ID.test(name.replace(/\.yaml$/, '')));
    if (topics.length === 0) this.#missing('<category>/<name>.yaml');
    this.#problems.push(...referenceProblems(this.#files));
    this.#problems.sort(byPlace);
    const draft = this.#draft();
    const reading = { draft, files: this.#files, problems: this.#problems };
    if (this.#problems.length > 0) return reading;
    // Nothing is missing and every part went through the schema that its type comes from.
    const safety = Object.fromEntries(this.#safety) as unknown as SafetyData;
    const wording = this.#list('wording.yaml')!;
    return { ...reading, pack: { hash, ...draft, safety, wording } };
  }

  #draft(): PackDraft {
    return {
      topics: this.#topics.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      sources: this.#list('sources.yaml')?.sources ?? {},
      products: this.#list('products.yaml')?.products ?? {},
      lexicon: Object.entries(this.#list('lexicon.yaml') ?? {}).map(([id, concept]) => ({
        id,
        ...concept,
      })),
      outOfScope: Object.values(this.#list('out-of-scope.yaml') ?? {}).flat(),
      calibration: this.#list('calibration.yaml') ?? [],
    };
  }

  #list<Name extends ListFileName>(name: Name) {
    return this.#lists.get(name) as z.output<(typeof listFiles)[Name]> | undefined;
  }
}

/** Stands in for a file that does not parse, so that nobody also calls it missing. */
function brokenFile(file: string): YamlFile {
  return { file, value: undefined, placeOf: () => ({ line: 1, exists: false }) };
}

function isListFile(name: string): name is ListFileName {
  return Object.hasOwn(listFiles, name);
}

function isSafetyFile(name: string): name is SafetyFileName {
  return Object.hasOwn(safetyFiles, name);
}

/** A small pack that nothing is wrong with, written to a temporary folder, for tests to break. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { jsonSchemas } from '../../src/content/json-schema.js';
import { exampleOf } from './example-of.js';

/** By file name: its new text, a change to its text, or null to leave it out. */
export type Changes = Record<string, string | null | ((text: string) => string)>;

/** Writes the pack into a folder named `pack`, which goes when the test ends. */
export function writePack(changes: Changes = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'vertebot-pack-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const dir = join(root, 'pack');
  const files = { ...GOOD_FILES };
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) delete files[name];
    else files[name] = typeof change === 'string' ? change : changed(name, files[name], change);
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

function changed(name: string, text: string | undefined, change: (text: string) => string): string {
  const after = change(text ?? '');
  if (after === text) throw new Error(`the change to ${name} changes nothing`);
  return after;
}

const CARDS = ['trees/ash', 'trees/elm', 'trees/oak', 'trees/yew'];

function goodFiles(): Record<string, string> {
  const files: Record<string, string> = {
    'sources.yaml': SOURCES,
    'products.yaml': PRODUCTS,
    'lexicon.yaml': numbered(150, (i) => `concept-${i}: { say: it, phrases: [phrase ${i}] }`),
    'out-of-scope.yaml': `far:\n${numbered(600, (i) => `  - far away ${i}`)}`,
    'calibration.yaml': '[]\n',
    'chat/hello.yaml': CHAT,
  };
  for (const id of CARDS) files[`${id}.yaml`] = card(id);
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    const file = FROM_SCHEMA[name];
    if (file) files[file] = stringify(exampleOf(JSON.parse(schema), file));
  }
  files['urgent/fire.yaml'] = files['urgent/fire.yaml']!.replace(
    'utterances: []',
    `utterances:\n${numbered(8, (i) => `  - what is fire ${i}`)}`,
  ).replace('related: []', 'related: [trees/ash, trees/elm, trees/yew]');
  return files;
}

/** The files whose shape other parts of the product decide: an example of the shape is enough. */
const FROM_SCHEMA: Record<string, string> = {
  'wording.schema.json': 'wording.yaml',
  'urgent.schema.json': 'urgent/fire.yaml',
  'safety/vocabulary.schema.json': 'safety/vocabulary.yaml',
  'safety/context.schema.json': 'safety/context.yaml',
  'safety/soft-flags.schema.json': 'safety/soft-flags.yaml',
  'safety/product-risk.schema.json': 'safety/product-risk.yaml',
  'safety/numbers.schema.json': 'safety/numbers.yaml',
  'safety/languages.schema.json': 'safety/languages.yaml',
  'safety/calm.schema.json': 'safety/calm/denied.yaml',
  'safety/examples.schema.json': 'safety/examples/fire.yaml',
};

function numbered(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
}

/** Tests count on these lines: what they break stands at a known place. */
function card(id: string): string {
  const name = id.slice(id.indexOf('/') + 1);
  return `title: All about the ${name}
label: The ${name}
answer:
  - text: The ${name} is a tree.
    sources: [kew]
points:
  - about: what
    text: It has bark and leaves.
    sources: [kew, article:P1]
  - about: why
    text: It grows tall to find light.
    sources:
      - kew
tips:
  - text: Look up at it.
    sources: [kew]
  - text: Sit below it.
    sources: [kew]
  - text: Draw its leaves.
    sources: [kew]
  - text: Count its rings.
    sources: [kew]
related: [${CARDS.filter((other) => other !== id).join(', ')}]
utterances:
${numbered(60, (i) => `  - ${name} question ${i}`)}`;
}

const SOURCES = `sources:
  kew:
    organisation: Kew
    title: The tree book
    url: https://kew.example/trees
    opened: true
article:
  title: the article
  labels: [P1]
`;

const PRODUCTS = `products:
  bird-box:
    name: GRN BirdBox for Small Birds and Bats
    what: A box.
    caution: Mind the ladder.
    topic: trees/oak
    sources: [kew]
`;

const CHAT = `title: Hello
label: Hello
lines:
  - - Hello there.
related: [${CARDS.slice(0, 3).join(', ')}]
utterances:
${numbered(30, (i) => `  - hello ${i}`)}`;

const GOOD_FILES = goodFiles();

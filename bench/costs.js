/** What the matcher costs: on the shipped pack, from the command line, and as a pack grows. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Fuse from 'fuse.js';
import { percentile } from '../dist/evaluation/statistics.js';
import { createMatcher, serialiseModel, train } from '../dist/matcher/index.js';
import { openProduct } from '../dist/product.js';
import { readCorpus } from './corpora.js';
import { slowestInput } from './hostile.js';
import { milliseconds, seconds, table } from './table.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const STARTS = 5;
const FUSE_MESSAGES = 10;
const HOSTILE_INPUTS = 20_000;

/** @param {string | undefined} data @param {(text: string) => void} say @returns {Promise<string>} Markdown */
export async function costs(data, say) {
  const sections = [await shipped(say)];
  if (data) sections.push(await growth(data, say));
  return sections.join('\n\n');
}

async function shipped(say) {
  say('costs: the shipped pack');
  const { matcher, triage } = await openProduct(say);
  const { test, topics } = await readCorpus('pack', '');
  const match = timesOf(test, (text) => matcher.match(text));
  const utterances = topics.flatMap((topic) => topic.utterances.map((text) => ({ text })));
  const whole = new Fuse(utterances, { keys: ['text'], includeScore: true, ignoreLocation: true });
  const fuse = timesOf(test.slice(0, FUSE_MESSAGES), (text) => whole.search(text), 1);
  const triaged = timesOf(test, triage);
  const slowest = slowestInput(HOSTILE_INPUTS, 1, (text) => {
    triage(text);
    matcher.match(text);
  });
  const start = startOf();
  return `### What a message costs, on the shipped pack (${topics.length} topics, ${utterances.length} utterances)

${table(
  ['', 'median', 'p99'],
  [
    ['a match', milliseconds(match.p50), milliseconds(match.p99)],
    ['triage', milliseconds(triaged.p50), milliseconds(triaged.p99)],
    ['a whole-pack fuse.js search', milliseconds(fuse.p50), milliseconds(fuse.p99)],
  ],
)}

A whole-pack search takes ${Math.round(fuse.p50 / match.p50)} times as long as a match at the median. \`ask\` takes
${milliseconds(start.ms)} from start to answer (median of ${STARTS}) and ${Math.round(start.megabytes)} MB at its peak. The slowest of
${HOSTILE_INPUTS.toLocaleString('en')} hostile strings took ${milliseconds(slowest.ms)}: ${slowest.kind}, ${slowest.text.length} characters.`;
}

/** Our pack's growth, played with CLINC150: each intent is cut into topics of 40 utterances. */
async function growth(data, say) {
  const { topics, outOfScope, test } = await readCorpus('clinc150', data);
  const cut = topics.flatMap(({ id, utterances }) => [
    { id: `${id}/a`, utterances: utterances.slice(0, 40) },
    { id: `${id}/b`, utterances: utterances.slice(40, 80) },
  ]);
  const rows = [];
  for (const size of [50, 100, 200, 300]) {
    say(`costs: ${size} topics`);
    const before = process.cpuUsage();
    const model = train({ topics: cut.slice(0, size), outOfScope });
    const { user, system } = process.cpuUsage(before);
    const bytes = serialiseModel(model, 'bench');
    const { loadMs, megabytes } = loaded(bytes);
    const matcher = createMatcher(model);
    const match = timesOf(test.slice(0, 2000), (text) => matcher.match(text));
    rows.push([
      `${size} topics, ${size * 40} utterances`,
      seconds((user + system) / 1e6),
      milliseconds(loadMs),
      milliseconds(match.p50),
      milliseconds(match.p99),
      `${Math.round(bytes.length / 2 ** 20)} MB`,
      `${Math.round(megabytes)} MB`,
    ]);
  }
  return `### As a pack grows\n\n${table(
    ['', 'training', 'load', 'median', 'p99', 'model file', 'process'],
    rows,
  )}`;
}

/** Warmed up by one pass over all questions, unless `passes` is 1. */
function timesOf(questions, run, passes = 2) {
  let times = [];
  for (let pass = 0; pass < passes; pass++) {
    times = questions.map(({ text }) => {
      const start = performance.now();
      run(text);
      return performance.now() - start;
    });
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** `node dist/main.js ask`, from start to end. */
function startOf() {
  const runs = Array.from({ length: STARTS }, () => {
    const start = performance.now();
    const { megabytes } = fresh([MAIN, 'ask', 'is coffee bad for bones?']);
    return { ms: performance.now() - start, megabytes };
  });
  return {
    ms: percentile(
      runs.map(({ ms }) => ms),
      0.5,
    ),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  };
}

/** How long a fresh process takes to read a model, and how large it gets. */
function loaded(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'vertebot-bench-'));
  try {
    writeFileSync(join(folder, 'model.bin'), bytes);
    const script = `
      import { readFileSync } from 'node:fs';
      import { createMatcher, deserialiseModel } from '${new URL('../dist/matcher/index.js', import.meta.url)}';
      const start = performance.now();
      const matcher = createMatcher(deserialiseModel(readFileSync('model.bin'), 'bench'));
      matcher.match('how do i pay a bill');
      console.log(performance.now() - start);`;
    const { stdout, megabytes } = fresh(['--input-type=module', '--eval', script], folder);
    return { loadMs: Number(stdout), megabytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PEAK = 'process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))';

/** Runs Node to its end. Megabytes at the peak. */
function fresh(args, cwd) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${PEAK}`, ...args],
    { cwd, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return { stdout, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
}

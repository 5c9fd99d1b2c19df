/**
 * `npm run bench -- --data DIR`: the matcher beside its peers, part by part, and what it costs.
 * Prints Markdown on standard output and progress on standard error.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const USAGE = `npm run bench -- --data DIR
  --data DIR      the folder that holds clinc150.json; without it only our own pack is measured
  --only A,B      of: peers, ablation, costs (all)
  --peers A,B     which matchers: part of a name will do (all)
  --corpora A,B   of: pack, clinc150, clinc150-20, clinc150-10 (all)
  --limit N       seconds that one peer may take on one corpus (600)
  --test N        seconds of these for testing, roughly; slower peers get every n-th message (60)`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string', default: 'peers,ablation,costs' },
    peers: { type: 'string', default: '' },
    corpora: { type: 'string', default: 'pack,clinc150,clinc150-20,clinc150-10' },
    limit: { type: 'string', default: '600' },
    test: { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
  console.error('The product is not built; run npm run build first.');
  process.exit(2);
}
if (!existsSync(new URL('node_modules', import.meta.url))) {
  console.error('Installing the peers into bench/node_modules; this happens once.');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HERE, stdio: ['ignore', 2, 2] });
}

const { progressBar } = await import('../dist/evaluation/progress.js');
const { ABLATIONS } = await import('./ablation.js');
const { runCell } = await import('./cells.js');
const { readCorpus } = await import('./corpora.js');
const { costs } = await import('./costs.js');
const { PEERS } = await import('./peers.js');
const { figuresTable } = await import('./table.js');

const only = values.only.split(',');
const limit = Number(values.limit);
const corpora = values.corpora.split(',').filter((name) => name === 'pack' || values.data);
const wanted = values.peers.split(',');
const peers = Object.keys(PEERS).filter((peer) => wanted.some((part) => peer.includes(part)));
const cell = { testSeconds: Number(values.test) };

async function run(title, about) {
  const draw = progressBar(process.stderr, title.padEnd(48));
  const started = performance.now();
  const result = await runCell({ ...cell, ...about }, limit, (share) =>
    draw(Math.min(Math.round(share * 100), 99), 100),
  );
  draw(100, 100);
  const took = ((performance.now() - started) / 1000).toFixed(0);
  console.error(`${title}: ${'failed' in result ? result.failed : 'done'} (${took} s)`);
  return result;
}

if (only.includes('peers')) {
  for (const name of corpora) {
    const corpus = await readCorpus(name, values.data);
    const rows = [];
    for (const peer of peers) {
      rows.push({ name: peer, result: await run(`${name}: ${peer}`, { corpus, peer }) });
    }
    console.log(`\n### ${name}\n\n${figuresTable('matcher', rows)}`);
  }
}
if (only.includes('ablation')) {
  const corpus = await readCorpus('pack', '');
  const rows = [];
  for (const without of ABLATIONS) {
    const result = await run(`pack without ${without}`, { corpus, without });
    rows.push({ name: without, result });
  }
  console.log(`\n### Part by part, on our pack\n\n${figuresTable('taken out', rows)}`);
}
if (only.includes('costs')) {
  console.log(`\n${await costs(values.data, (text) => console.error(text))}`);
}

/**
 * `npm run fuzz [-- COUNT [SEED]]`: random and hostile strings through the one door. Every string must get a reply
 * that can be written out, in a conversation and without. Exits with 1 when one did not.
 */
import { createBot } from '../dist/bot.js';
import { progressBar } from '../dist/evaluation/progress.js';
import { openProduct } from '../dist/product.js';
import { renderPlain } from '../dist/render-plain.js';
import { createMemoryContexts } from '../dist/storage/memory.js';
import { hostileStrings } from './hostile.js';

const SETTINGS = { region: 'UK', productLinks: true };
/** Talks of so many strings each. */
const TALK = 20;
const TOO_SLOW_MS = 50;
const SHOWN = 80;

const [count, seed] = [Number(process.argv[2] ?? 20_000), Number(process.argv[3] ?? 1)];
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('Say how many strings, and from which seed: npm run fuzz -- 20000 1');
  process.exit(2);
}
const product = await openProduct((text) => console.error(text));
const bot = createBot({ ...product, contexts: createMemoryContexts(), settings: SETTINGS });
const draw = progressBar(process.stderr, 'Fuzzing');
const next = hostileStrings(seed);
const kinds = { answer: 0, clarify: 0, fallback: 0, urgent: 0 };
let failed = 0;
let slow = 0;
let slowest = { ms: 0, kind: '', text: '' };

async function respond(text, talk) {
  const start = performance.now();
  const reply = await bot.respond({
    text,
    ...(talk % 2 === 0 && { conversation: { person: 'fuzz', place: String(talk) } }),
  });
  renderPlain(reply);
  return { reply, ms: performance.now() - start };
}

for (let i = 0; i < count; i++) {
  const { kind, text } = next();
  const talk = Math.floor(i / TALK);
  try {
    const first = await respond(text, talk);
    kinds[first.reply.kind]++;
    // The quicker of two tries, so that a pause of the machine does not count.
    const ms = first.ms > slowest.ms ? Math.min(first.ms, (await respond(text, 1)).ms) : first.ms;
    if (ms > TOO_SLOW_MS) slow++;
    if (ms > slowest.ms) slowest = { ms, kind, text };
  } catch (error) {
    failed++;
    console.error(`${kind}: ${JSON.stringify(text.slice(0, SHOWN))}: ${error}`);
  }
  draw(i + 1, count);
}
console.log(`${count} strings, ${failed} without a reply; ${JSON.stringify(kinds)}`);
console.log(
  `slowest: ${slowest.ms.toFixed(1)} ms, ${slowest.kind}, ${slowest.text.length} characters, ` +
    `${JSON.stringify(slowest.text.slice(0, SHOWN))}; over ${TOO_SLOW_MS} ms: ${slow}`,
);
process.exitCode = failed > 0 ? 1 : 0;

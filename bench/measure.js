/** One peer on one corpus: trained, its threshold fixed on the validation questions, then tested. */
import { auroc, percentile, ratio } from '../dist/evaluation/statistics.js';
import { withTypos } from '../dist/evaluation/typos.js';

/**
 * @typedef {object} Figures
 * @property {number} trainSeconds of processor time, so that a busy machine does not count
 * @property {number} accuracy in-scope messages accepted and given the right topic, 0 to 1
 * @property {number} outOfScopeRecall out-of-scope messages declined, 0 to 1
 * @property {number} firstRight in-scope messages whose best topic is right, thresholds aside
 * @property {number} auroc
 * @property {number} typos as `accuracy`, with typos
 * @property {number} p50 milliseconds a message
 * @property {number} p99
 * @property {number} slowest
 * @property {number} stride every so many-th test message was asked
 * @property {number} asked
 */

/** However slow a peer is, a figure from fewer test messages would say nothing. */
const FEWEST_ASKED = 60;
/** Of the traffic, as the matcher expects by default. */
const OUT_OF_SCOPE = 1 / 3;

/**
 * @param {import('./peers.js').Train} train
 * @param {import('./corpora.js').Corpus} corpus
 * @param {number} testSeconds what validation, test and test with typos may take together, roughly
 * @param {(share: number) => void} onProgress
 * @returns {Promise<Figures>}
 */
export async function measure(train, corpus, testSeconds, onProgress) {
  const start = process.cpuUsage();
  const ask = await train(corpus, (share) => onProgress(share * 0.5));
  const { user, system } = process.cpuUsage(start);
  const trainSeconds = (user + system) / 1e6;

  const pace = await paceOf(ask, corpus.validation);
  const questions = corpus.validation.length + 2 * corpus.test.length;
  const stride = Math.max(
    1,
    Math.min(
      Math.ceil((pace * questions) / (testSeconds * 1000)),
      Math.floor(corpus.test.length / FEWEST_ASKED),
    ),
  );
  const sampled = (list) => list.filter((_, i) => i % stride === 0);
  const total = Math.ceil(questions / stride);
  let done = 0;
  const step = () => onProgress(0.5 + (0.5 * ++done) / total);

  const validation = await askAll(ask, sampled(corpus.validation), (text) => text, step);
  const threshold = thresholdFor(validation);
  const test = await askAll(ask, sampled(corpus.test), (text) => text, step);
  const typos = await askAll(ask, sampled(corpus.test), withTypos, step);
  const inside = test.filter(({ covered }) => covered);
  const outside = test.filter(({ covered }) => !covered);
  const times = test.map(({ ms }) => ms);
  return {
    trainSeconds,
    ...ratesAt(test, threshold),
    firstRight: ratio(inside.filter(({ right }) => right).length, inside.length),
    auroc: auroc(
      inside.map(({ score }) => score),
      outside.map(({ score }) => score),
    ),
    typos: ratesAt(typos, threshold).accuracy,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    slowest: Math.max(...times),
    stride,
    asked: test.length,
  };
}

/** Milliseconds a message: the median of what can be asked in a second, so that warming up does not count. */
async function paceOf(ask, questions) {
  const times = [];
  const end = performance.now() + 1000;
  for (const { text } of questions) {
    const start = performance.now();
    await ask(text);
    times.push(performance.now() - start);
    if (performance.now() > end) break;
  }
  return percentile(times, 0.5);
}

async function askAll(ask, questions, typed, step) {
  const asked = [];
  for (const { text, accept } of questions) {
    const message = typed(text);
    const start = performance.now();
    const { id, score, accepted } = await ask(message);
    const ms = performance.now() - start;
    asked.push({ ms, score, accepted, right: accept.includes(id), covered: accept.length > 0 });
    step();
  }
  return asked;
}

/** Shares accepted rightly and declined rightly; a peer that decides by itself needs no threshold. */
function ratesAt(asked, threshold) {
  const takes = ({ accepted, score }) => accepted ?? score >= threshold;
  const inside = asked.filter(({ covered }) => covered);
  const outside = asked.filter(({ covered }) => !covered);
  return {
    accuracy: ratio(inside.filter((one) => one.right && takes(one)).length, inside.length),
    outOfScopeRecall: ratio(outside.filter((one) => !takes(one)).length, outside.length),
  };
}

/** The score at which most validation messages are treated rightly, one third of them out of scope. */
function thresholdFor(validation) {
  const scores = [...new Set(validation.map(({ score }) => score))].sort((a, b) => a - b);
  const candidates = scores.filter((_, i) => i % Math.ceil(scores.length / 500) === 0);
  let best = 0;
  let bestValue = -1;
  for (const threshold of candidates) {
    const { accuracy, outOfScopeRecall } = ratesAt(validation, threshold);
    const value = (1 - OUT_OF_SCOPE) * accuracy + OUT_OF_SCOPE * outOfScopeRecall;
    if (value > bestValue) [best, bestValue] = [threshold, value];
  }
  return best;
}

/** What is trained and tested on: our own pack, and CLINC150 whole and in few-shot parts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPack } from '../dist/content/load.js';
import { readTopicQuestions } from '../dist/evaluation/questions.js';

/**
 * @typedef {{ text: string, accept: readonly string[] }} Question nothing accepted: it must be declined
 * @typedef {object} Corpus
 * @property {string} name
 * @property {{ id: string, utterances: string[] }[]} topics
 * @property {string[]} outOfScope examples of what to decline, to train on
 * @property {Question[]} validation thresholds may be chosen on these
 * @property {Question[]} test looked at once
 * @property {{ id: string, phrases: string[] }[]} [lexicon]
 * @property {boolean} [ownCalibration] the validation questions are part of the product
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const CORPORA = ['pack', 'clinc150', 'clinc150-20', 'clinc150-10'];

/** @param {string} name @param {string} data the folder of the public corpora @returns {Promise<Corpus>} */
export async function readCorpus(name, data) {
  if (name === 'pack') return ownPack();
  const [, shots] = name.split('-');
  return clinc(name, join(data, 'clinc150.json'), shots ? Number(shots) : Infinity);
}

/** @returns {Promise<Corpus>} */
async function ownPack() {
  const { topics, outOfScope, calibration, lexicon } = await loadPack(join(ROOT, 'intents'));
  return {
    name: 'pack',
    topics: topics.map(({ id, utterances }) => ({ id, utterances })),
    outOfScope,
    lexicon,
    validation: calibration,
    ownCalibration: true,
    test: readTopicQuestions(join(ROOT, 'tests/questions/topics.yaml')),
  };
}

/**
 * The few-shot parts are the first utterances of each intent in the order of the file.
 *
 * @param {string} name @param {string} file @param {number} shots @returns {Corpus}
 */
function clinc(name, file, shots) {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing; name the folder of the corpora after --data`);
  }
  /** @type {Record<string, [string, string][]>} */
  const parts = JSON.parse(readFileSync(file, 'utf8'));
  const topics = new Map();
  for (const [text, intent] of parts.train) {
    const utterances = topics.get(intent) ?? [];
    if (utterances.length < shots) utterances.push(text);
    topics.set(intent, utterances);
  }
  const questions = (inside, outside) => [
    ...parts[inside].map(([text, intent]) => ({ text, accept: [intent] })),
    ...parts[outside].map(([text]) => ({ text, accept: [] })),
  ];
  return {
    name,
    topics: [...topics].map(([id, utterances]) => ({ id, utterances })),
    outOfScope: parts.oos_train.map(([text]) => text),
    validation: questions('val', 'oos_val'),
    test: questions('test', 'oos_test'),
  };
}

/** The matcher with one part taken out: what does each part earn? Only inside a worker, since it patches modules. */

import { Vectoriser } from '../dist/learning/vectoriser.js';
import { FuzzyOpinion } from '../dist/matcher/fuzzy.js';
import { Speller } from '../dist/text/index.js';
import { PEERS } from './peers.js';

/** The places of the groups of features in `src/matcher/features.ts`. */
const [WORDS, PAIRS, LETTERS] = [0, 1, 2];

/** @type {Record<string, (corpus: import('./corpora.js').Corpus) => import('./corpora.js').Corpus | void>} */
const PARTS = {
  nothing: () => {},
  'the lexicon': (corpus) => ({ ...corpus, lexicon: [] }),
  'spelling correction': () => {
    Speller.prototype.correct = () => undefined;
  },
  'the fuzzy second opinion': () => {
    FuzzyOpinion.prototype.nearest = (_reading, topics) =>
      topics.map(() => ({ likeness: 0, utterance: -1 }));
  },
  familiarity: () => {
    // Every word and pair looks like one known feature, so that only the length is left.
    Vectoriser.prototype.idOf = () => 0;
  },
  'letter groups': () => dropGroup(LETTERS),
  'word pairs': () => dropGroup(PAIRS),
  'single words': () => dropGroup(WORDS),
  'examples to decline': (corpus) => ({ ...corpus, outOfScope: undefined }),
  'calibration questions': (corpus) => ({ ...corpus, ownCalibration: false }),
  'half of the utterances': (corpus) => ({
    ...corpus,
    topics: corpus.topics.map(({ id, utterances }) => ({
      id,
      utterances: utterances.filter((_, i) => i % 2 === 0),
    })),
  }),
};

export const ABLATIONS = Object.keys(PARTS);

/** @param {string} part @returns {import('./peers.js').Train} */
export function ablate(part) {
  return (corpus, onProgress) => PEERS.vertebot(PARTS[part](corpus) ?? corpus, onProgress);
}

function dropGroup(unwanted) {
  const fit = Vectoriser.fit;
  Vectoriser.fit = (groups, documents) =>
    fit.call(
      Vectoriser,
      groups.filter((_, i) => i !== unwanted),
      documents,
    );
}

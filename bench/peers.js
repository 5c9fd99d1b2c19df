/**
 * The matcher and what a developer would use instead. Each peer trains on a corpus and gives back a function from
 * a text to its best topic. What is out of scope is one more class, `none`, for peers that know no better.
 */

import { shuffled } from '../dist/learning/random.js';
import { trainMatcher } from '../dist/matcher/index.js';

/**
 * @typedef {object} Answer
 * @property {string | undefined} id the best topic; none when the peer has nothing to say
 * @property {number} score higher is surer, on whatever scale
 * @property {boolean} [accepted] where the peer decides by itself
 * @typedef {(text: string) => Answer | Promise<Answer>} Ask
 * @typedef {(corpus: import('./corpora.js').Corpus, onProgress: (share: number) => void) => Promise<Ask>} Train
 */

const NONE = 'none';

/** @type {Record<string, Train>} */
export const PEERS = {
  vertebot: async (corpus, onProgress) => vertebot(corpus, corpus.outOfScope, onProgress),
  /** As a developer starts who has collected nothing to decline. */
  'vertebot, utterances alone': async ({ topics }, onProgress) =>
    vertebot({ topics }, undefined, onProgress),
  'NLP.js': async (corpus, onProgress) => {
    const { NlpManager } = (await import('node-nlp')).default;
    const manager = new NlpManager({
      languages: ['en'],
      autoSave: false,
      nlu: { log: false, spellCheck: true, spellCheckDistance: 1 },
    });
    manager.settings.log = false;
    // It depends on the order of the samples: topic by topic it does much worse.
    for (const { text, id } of shuffled(labelled(corpus, 'None'), 1)) {
      manager.addDocument('en', text, id);
    }
    onProgress(0.1);
    await manager.train();
    return async (text) => {
      const { classifications } = await manager.process('en', text);
      return bestOf(
        classifications.map(({ intent, score }) => ({
          id: intent === 'None' ? NONE : intent,
          score,
        })),
      );
    };
  },
  'natural, Bayes': (corpus, onProgress) => natural('bayes_classifier', corpus, onProgress),
  'natural, logistic regression': (corpus, onProgress) =>
    natural('logistic_regression_classifier', corpus, onProgress),
  'fuse.js': async (corpus) => {
    const { default: Fuse } = await import('fuse.js');
    const fuse = new Fuse(labelled(corpus), {
      keys: ['text'],
      includeScore: true,
      ignoreLocation: true,
      threshold: 0.4,
    });
    return (text) =>
      bestOf(
        fuse
          .search(text, { limit: 1 })
          .map(({ item, score }) => ({ id: item.id, score: 1 - score })),
      );
  },
  MiniSearch: async (corpus) => {
    const { default: MiniSearch } = await import('minisearch');
    const index = new MiniSearch({ idField: 'key', fields: ['text'], storeFields: ['id'] });
    index.addAll(labelled(corpus).map((document, key) => ({ key, ...document })));
    return (text) => bestOf(index.search(text, { fuzzy: 0.2 }).slice(0, 1));
  },
};

function vertebot({ topics, lexicon, validation, ownCalibration }, outOfScope, onProgress) {
  const matcher = trainMatcher({
    topics,
    ...(outOfScope && { outOfScope }),
    ...(lexicon && { lexicon }),
    ...(ownCalibration && { calibration: validation }),
    onProgress: ({ done, total }) => onProgress(done / total),
  });
  return (text) => {
    const { decision, topics: ranked } = matcher.match(text);
    const [first] = ranked;
    return { id: first?.id, score: first?.confidence ?? 0, accepted: decision !== 'fallback' };
  };
}

/** @type {(module: string, corpus: import('./corpora.js').Corpus, onProgress: (share: number) => void) => Promise<Ask>} */
async function natural(module, corpus, onProgress) {
  const { default: Classifier } = await import(`natural/lib/natural/classifiers/${module}.js`);
  const classifier = new Classifier();
  const documents = shuffled(labelled(corpus), 1);
  for (const { text, id } of documents) classifier.addDocument(text, id);
  classifier.events?.on('trainedWithDocument', ({ index }) => onProgress(index / documents.length));
  classifier.train();
  return (text) => {
    const classes = classifier.getClassifications(text);
    const total = classes.reduce((sum, { value }) => sum + value, 0) || 1;
    return bestOf(classes.map(({ label, value }) => ({ id: label, score: value / total })));
  };
}

/** @param {import('./corpora.js').Corpus} corpus */
function labelled({ topics, outOfScope }, none = NONE) {
  return [
    ...topics.flatMap(({ id, utterances }) => utterances.map((text) => ({ text, id }))),
    ...outOfScope.map((text) => ({ text, id: none })),
  ];
}

/** @param {{ id: string, score: number }[]} ranked in any order @returns {Answer} */
function bestOf(ranked) {
  const [first] = [...ranked].sort((a, b) => b.score - a.score);
  return first && first.id !== NONE ? first : { id: undefined, score: 0 };
}

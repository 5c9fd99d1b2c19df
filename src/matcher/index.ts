/** The matcher alone, for other packs and for benchmarks: `import { trainMatcher } from 'vertebot/matcher'`. */
import { createMatcher } from './matcher.js';
import { train } from './train.js';
import type { Matcher, TrainingData } from './types.js';

export { createMatcher } from './matcher.js';
export type { MatcherModel } from './model.js';
export { deserialiseModel, serialiseModel } from './model-file.js';
export { train } from './train.js';
export type * from './types.js';

/**
 * Trains a matcher on utterances. Deterministic; takes seconds for a thousand utterances of ten topics
 * and under a minute for 15,000 of 150. Thresholds are chosen by cross-validation on what is given.
 *
 * @throws RangeError when there are fewer than two topics, or a topic has no utterance.
 */
export function trainMatcher(data: TrainingData): Matcher {
  return createMatcher(train(data));
}

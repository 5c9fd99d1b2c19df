/** What a trained matcher consists of: plain data, so that it can be kept in a file. */
import type { LinearModel, VectoriserData } from '../learning/index.js';
import type { WordSet } from '../text/index.js';
import type { Calibration } from './calibration.js';
import type { Thresholds } from './decide.js';
import type { LexiconData } from './lexicon.js';

/** What it takes to score a text. */
export interface ScoringModel {
  /** The ids of the classes, in the order of the classifier. */
  topics: string[];
  utterances: string[][];
  lexicon: LexiconData;
  /** The words to correct towards, with how often each occurs. */
  vocabulary: Map<string, number>;
  english: WordSet;
  vectoriser: VectoriserData;
  classifier: LinearModel;
  /** A 1 for each feature that an utterance of some topic holds. */
  familiar: Uint8Array;
  /** How much the fuzzy search may add to a score. */
  fuzzyWeight: number;
}

/** What it takes to turn scores into confidence and a decision as well. */
export interface MatcherModel extends ScoringModel {
  calibration: Calibration;
  thresholds: Thresholds;
}

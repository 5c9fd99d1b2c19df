/** From a text to raw scores: the classifier's, with the fuzzy search's say where it wavers. */
import { type SparseVector, scoreInto, Vectoriser } from '../learning/index.js';
import { Speller } from '../text/index.js';
import type { Scored } from './calibration.js';
import { familiarityOf } from './familiarity.js';
import { FEATURE_GROUPS } from './features.js';
import { fuse } from './fusion.js';
import { FuzzyOpinion, type Nearest } from './fuzzy.js';
import type { ScoringModel } from './model.js';
import { type Reading, readText } from './reading.js';

export class Scorer {
  readonly #model: ScoringModel;
  readonly #speller: Speller;
  readonly #vectoriser: Vectoriser<Reading>;
  readonly #fuzzy: FuzzyOpinion;

  constructor(model: ScoringModel) {
    this.#model = model;
    this.#speller = new Speller(model.vocabulary, model.english);
    this.#vectoriser = new Vectoriser(FEATURE_GROUPS, model.vectoriser);
    this.#fuzzy = new FuzzyOpinion(
      (topic) => model.utterances[topic]!.map((utterance) => readText(utterance, model.lexicon)),
      (term) => this.#vectoriser.rarity(term),
    );
  }

  read(text: string): Reading {
    return readText(text, this.#model.lexicon, this.#speller);
  }

  vector(reading: Reading): SparseVector {
    return this.#vectoriser.vector(reading);
  }

  /** The names of the features that a vector of the reading holds, by id. */
  featuresIn(reading: Reading): Map<number, string> {
    return this.#vectoriser.namesIn(reading);
  }

  /** The raw score of every class, in the order of the model's topics, and how familiar the text is. */
  score(text: string): Scored {
    const reading = this.read(text);
    const scores = new Float32Array(this.#model.topics.length);
    scoreInto(this.#model.classifier, this.vector(reading), scores);
    fuse(scores, this.#model.fuzzyWeight, reading, this.#fuzzy);
    return { scores, familiarity: familiarityOf(reading, this.#vectoriser, this.#model.familiar) };
  }

  /** The utterance of each class that is nearest to the message. */
  nearest(reading: Reading, classes: readonly number[]): Nearest[] {
    return this.#fuzzy.nearest(reading, classes);
  }
}

/** Scores of training examples by models that had not seen them, and what can be learnt from those. */
import {
  type LinearModel,
  type SparseVector,
  scoreInto,
  type Vectoriser,
} from '../learning/index.js';
import { type ScoredExample, topicLoss } from './calibration.js';
import { familiarFeatures, familiarityOf } from './familiarity.js';
import { foldsOf } from './folds.js';
import { contenders, fuse } from './fusion.js';
import { FuzzyOpinion } from './fuzzy.js';
import type { Reading } from './reading.js';

export const FOLDS = 4;

/** The training examples, side by side. */
export interface Examples {
  readings: readonly Reading[];
  vectors: readonly SparseVector[];
  /** The class of each, from 0; -1 for an example of what is out of scope. */
  labels: readonly number[];
  classes: number;
}

/** A scored example, with what it takes to ask for a second opinion that has not seen it either. */
export interface Unseen extends ScoredExample {
  example: number;
  fold: number;
  folds: Int32Array;
}

/**
 * Scores every example with a model trained without it. Where there are no examples of what is out of
 * scope, each fold also leaves out a share of the topics, whose utterances then count as out of scope.
 */
export function crossValidate(
  { readings, vectors, labels, classes }: Examples,
  vectoriser: Vectoriser<Reading>,
  hasOutOfScope: boolean,
  trainOn: (fold: number, wanted: (example: number) => boolean) => LinearModel,
): Unseen[] {
  const folds = foldsOf(readings, FOLDS);
  const unseen: Unseen[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const leftOut = (topic: number) => !hasOutOfScope && topic >= 0 && topic % FOLDS === fold;
    const seen = (i: number) => folds[i] !== fold && !leftOut(labels[i]!);
    const model = trainOn(fold, seen);
    const familiar = familiarFeatures(
      vectors.filter((_, i) => labels[i]! >= 0 && seen(i)),
      vectoriser.size,
    );
    for (const [example, vector] of vectors.entries()) {
      if (folds[example] !== fold) continue;
      const scores = new Float32Array(classes);
      scoreInto(model, vector, scores);
      const label = labels[example]!;
      const accepted = label < 0 || leftOut(label) ? [] : [label];
      const familiarity = familiarityOf(readings[example]!, vectoriser, familiar);
      unseen.push({ scores, familiarity, accepted, example, fold, folds });
    }
  }
  return unseen;
}

const FUZZY_WEIGHTS = [0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8];

/**
 * Picks the weight of the fuzzy opinion by likelihood on unseen examples, and leaves the fused scores
 * in them, so that what is calibrated is what will be used.
 */
export function weighFuzzy(
  unseen: readonly Unseen[],
  { readings, labels }: Examples,
  vectoriser: Vectoriser<Reading>,
): number {
  const members = new Map<number, number[]>();
  for (const [example, label] of labels.entries()) {
    const others = members.get(label);
    if (others) others.push(example);
    else members.set(label, [example]);
  }
  const fuzzy = new FuzzyOpinion(
    (topic) => members.get(topic)!.map((example) => readings[example]!),
    (term) => vectoriser.rarity(term),
  );
  const wavering = unseen
    .filter(({ scores }) => contenders(scores).length > 0)
    .map((one) => {
      const { scores, example, fold, folds } = one;
      const opinion = Float32Array.from(scores);
      const skip = (topic: number, utterance: number) =>
        folds[members.get(topic)![utterance]!] === fold;
      fuse(opinion, 1, readings[example]!, fuzzy, skip);
      for (let c = 0; c < opinion.length; c++) opinion[c]! -= scores[c]!;
      return { one, opinion };
    });
  const fused = (weight: number) =>
    wavering.map(({ one, opinion }) => ({
      accepted: one.accepted,
      scores: one.scores.map((score, c) => score + weight * opinion[c]!),
    }));
  let best = 0;
  let bestLoss = Infinity;
  for (const weight of FUZZY_WEIGHTS) {
    const loss = topicLoss(fused(weight));
    if (loss < bestLoss) {
      bestLoss = loss;
      best = weight;
    }
  }
  for (const [i, { scores }] of fused(best).entries()) wavering[i]!.one.scores.set(scores);
  return best;
}

/** Matches texts against a trained model. */
import { isLetters, type SparseVector } from '../learning/index.js';
import { confidenceOf } from './calibration.js';
import { decide, topClasses } from './decide.js';
import type { MatcherModel } from './model.js';
import { Scorer } from './scorer.js';
import type { Match, MatchExplanation, Matcher } from './types.js';

const MOST_RANKED = 5;
const MOST_EXPLAINED = 3;
const MOST_EXPLAINED_FEATURES = 6;

export function createMatcher(model: MatcherModel): Matcher {
  const scorer = new Scorer(model);

  function match(text: string): Match {
    const { classes } = confidenceOf(scorer.score(text), model.calibration);
    const topics = topClasses(classes, MOST_RANKED).map((c) => ({
      id: model.topics[c]!,
      confidence: classes[c]!,
    }));
    return { topics, ...decide(topics, model.thresholds) };
  }

  function explain(text: string): MatchExplanation {
    const reading = scorer.read(text);
    const vector = scorer.vector(reading);
    const ranked = match(text).topics.slice(0, MOST_EXPLAINED);
    const classes = ranked.map(({ id }) => model.topics.indexOf(id));
    const nearest = scorer.nearest(reading, classes);
    const names = scorer.featuresIn(reading);
    return {
      words: reading.words,
      corrections: reading.corrections,
      concepts: reading.concepts,
      topics: ranked.map(({ id, confidence }, i) => {
        const utterance = model.utterances[classes[i]!]![nearest[i]!.utterance];
        return {
          id,
          confidence,
          features: strongest(vector, names, classes[i]!),
          ...(utterance === undefined ? {} : { nearestUtterance: utterance }),
        };
      }),
    };
  }

  /** The features that spoke for a class most; groups of letters are left out: they tell a reader nothing. */
  function strongest(
    { ids, values }: SparseVector,
    names: ReadonlyMap<number, string>,
    topic: number,
  ) {
    const { classes, weights, scale } = model.classifier;
    return Array.from(ids, (id, i) => ({
      feature: names.get(id)!,
      weight: values[i]! * weights[id * classes + topic]! * scale,
    }))
      .filter(({ feature, weight }) => weight > 0 && !isLetters(feature))
      .sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1))
      .slice(0, MOST_EXPLAINED_FEATURES);
  }

  return { match, explain };
}

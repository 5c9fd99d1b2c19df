/** Trains everything the matcher needs, from utterances alone, the same way every time. */
import { compact, DEFAULT_SVM, trainSvm, Vectoriser } from '../learning/index.js';
import { loadEnglishWords, wordsOf } from '../text/index.js';
import { calibrate, type ScoredExample } from './calibration.js';
import { crossValidate, type Examples, FOLDS, weighFuzzy } from './cross-validation.js';
import { chooseThresholds } from './decide.js';
import { familiarFeatures } from './familiarity.js';
import { FEATURE_GROUPS } from './features.js';
import { compileLexicon } from './lexicon.js';
import type { MatcherModel, ScoringModel } from './model.js';
import { type Reading, readText } from './reading.js';
import { Scorer } from './scorer.js';
import type { LabelledQuestion, LexiconConcept, TrainingData } from './types.js';

const DEFAULT_OUT_OF_SCOPE = 1 / 3;
/** Fewer declined examples than this say nothing of what is out of scope: topics stand in for them. */
const ENOUGH_OUT_OF_SCOPE = 50;
/** Fewer labelled questions than this are too few to fit confidence on. */
const ENOUGH_QUESTIONS = 200;
const { sweeps: SWEEPS } = DEFAULT_SVM;

/**
 * Trains a model. Deterministic.
 *
 * @throws RangeError when there are fewer than two topics, or a topic has no utterance.
 */
export function train(data: TrainingData): MatcherModel {
  checkTopics(data);
  const lexicon = compileLexicon(data.lexicon ?? []);
  const outOfScope = data.outOfScope ?? [];
  const texts = [...data.topics.flatMap(({ utterances }) => utterances), ...outOfScope];
  const readings = texts.map((text) => readText(text, lexicon));
  const vectoriser = Vectoriser.fit(FEATURE_GROUPS, readings);
  const examples: Examples = {
    readings,
    vectors: readings.map((reading) => vectoriser.vector(reading)),
    labels: [
      ...data.topics.flatMap(({ utterances }, topic) => utterances.map(() => topic)),
      ...outOfScope.map(() => -1),
    ],
    classes: data.topics.length,
  };

  let done = 0;
  const trainOn = (stage: string, wanted: (example: number) => boolean) => {
    const chosen = [...texts.keys()].filter(wanted);
    const onSweep = (sweep: number) =>
      data.onProgress?.({ stage, done: done * SWEEPS + sweep, total: (FOLDS + 1) * SWEEPS });
    const model = trainSvm(
      chosen.map((i) => examples.vectors[i]!),
      chosen.map((i) => examples.labels[i]!),
      examples.classes,
      vectoriser.size,
      { ...DEFAULT_SVM, onSweep },
    );
    done++;
    return model;
  };
  const unseen = crossValidate(
    examples,
    vectoriser,
    outOfScope.length >= ENOUGH_OUT_OF_SCOPE,
    (fold, wanted) => trainOn(`cross-validation ${fold + 1} of ${FOLDS}`, wanted),
  );
  const scoring: ScoringModel = {
    topics: data.topics.map(({ id }) => id),
    utterances: data.topics.map(({ utterances }) => [...utterances]),
    lexicon,
    vocabulary: vocabularyOf(readings, data.lexicon ?? []),
    english: loadEnglishWords(),
    vectoriser: vectoriser.data,
    fuzzyWeight: weighFuzzy(unseen, examples, vectoriser),
    classifier: compact(trainOn('classifier', () => true)),
    familiar: familiarFeatures(
      examples.vectors.filter((_, i) => examples.labels[i]! >= 0),
      vectoriser.size,
    ),
  };
  const questions = data.calibration ?? [];
  const judged = questions.length < ENOUGH_QUESTIONS ? unseen : scored(questions, scoring);
  const expected = data.expectedOutOfScope ?? DEFAULT_OUT_OF_SCOPE;
  const calibration = calibrate(judged, expected);
  return { ...scoring, calibration, thresholds: chooseThresholds(judged, calibration, expected) };
}

function checkTopics({ topics }: TrainingData): void {
  if (topics.length < 2) {
    throw new RangeError(`A matcher needs at least two topics, and was given ${topics.length}.`);
  }
  const empty = topics.find(({ utterances }) => utterances.length === 0);
  if (empty) throw new RangeError(`Topic "${empty.id}" has no utterance; give it at least one.`);
}

function scored(questions: readonly LabelledQuestion[], model: ScoringModel): ScoredExample[] {
  const scorer = new Scorer(model);
  return questions.map(({ text, accept }) => ({
    ...scorer.score(text),
    accepted: accept.map((id) => model.topics.indexOf(id)).filter((c) => c >= 0),
  }));
}

/** The words of the utterances and of the lexicon, with their counts. */
function vocabularyOf(
  readings: readonly Reading[],
  lexicon: readonly LexiconConcept[],
): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { words } of readings) words.forEach(add);
  for (const { phrases } of lexicon) for (const phrase of phrases) wordsOf(phrase).forEach(add);
  return counts;
}

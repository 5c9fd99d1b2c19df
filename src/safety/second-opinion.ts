/**
 * A statistical second reader beside the rules: softmax regression over words and pieces of words.
 * It only ever adds an alarm, and its threshold comes from cross-validation.
 */
import { Speller, type WordSet } from '../text/index.js';
import { type Features, featuresOf } from './features.js';
import { type Reading, readingOf } from './reading.js';
import type { RedFlag } from './types.js';

/** Plain data: what the build compiles and the start reads back. */
export interface SecondOpinionModel {
  /** Topic ids, in the order of the weights; the last row of weights is "no alarm". */
  topics: string[];
  /** Hashed feature buckets. */
  buckets: number;
  /** `topics.length + 1` rows of `buckets` weights, rounded to three decimals. */
  weights: number[][];
  bias: number[];
  /** Alarm from this lead of the best topic over "no alarm", in log-odds. */
  threshold: number;
  /** What cross-validation measured with this threshold, on messages that the model had not seen. */
  measured: { recall: number; falseAlarms: number; calmMessages: number };
}

export interface SecondOpinionData {
  /** Urgent topic id to messages that need it. */
  examples: Readonly<Record<string, readonly string[]>>;
  /** Look-alikes that need no alarm. */
  calm: readonly string[];
  /** Ordinary in-scope and out-of-scope messages. */
  ordinary: readonly string[];
  /** The share of calm messages, 0 to 1, that it may alarm by mistake. Default 0.01. */
  falseAlarmRate?: number;
}

/** Tells nearly as much as four times the buckets would (cross-validated), at a quarter of the size. */
const BUCKETS = 1 << 14;
const FOLDS = 4;
const EPOCHS = 8;
const LEARNING_RATE = 0.6;
/** More ordinary messages than this teach nothing new about emergencies. */
const MOST_ORDINARY = 1_500;

interface Sample {
  features: Features;
  /** The row of the right answer. */
  label: number;
}

type Trained = Pick<SecondOpinionModel, 'topics' | 'buckets' | 'weights' | 'bias'>;

/** Trains in a few seconds; the same data give the same model. */
export function trainSecondOpinion(data: SecondOpinionData, english: WordSet): SecondOpinionModel {
  const topics = Object.keys(data.examples).sort();
  const speller = new Speller(new Map(), english);
  const step = Math.max(1, Math.ceil(data.ordinary.length / MOST_ORDINARY));
  const calm = [...data.calm, ...data.ordinary.filter((_, index) => index % step === 0)];
  const sampleOf = (text: string, label: number): Sample => ({
    features: featuresOf(
      readingOf(text, (word) => speller.correct(word)),
      BUCKETS,
    ),
    label,
  });
  const samples = shuffled([
    ...topics.flatMap((topic, label) => data.examples[topic]!.map((text) => sampleOf(text, label))),
    ...calm.map((text) => sampleOf(text, topics.length)),
  ]);
  const judged = samples.map((sample) => ({ sample, lead: 0 }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitted(
      topics,
      samples.filter((_, index) => index % FOLDS !== fold),
    );
    for (let index = fold; index < judged.length; index += FOLDS) {
      judged[index]!.lead = bestOf(model, judged[index]!.sample.features).lead;
    }
  }
  const isCalm = (sample: Sample) => sample.label === topics.length;
  const calmLeads = judged.filter(({ sample }) => isCalm(sample)).map(({ lead }) => lead);
  const urgentLeads = judged.filter(({ sample }) => !isCalm(sample)).map(({ lead }) => lead);
  const allowed = Math.floor(calmLeads.length * (data.falseAlarmRate ?? 0.01));
  const threshold = calmLeads.sort((a, b) => b - a)[allowed] ?? Infinity;
  const above = (leads: number[]) =>
    leads.filter((lead) => lead > threshold).length / Math.max(leads.length, 1);
  return {
    ...rounded(fitted(topics, samples)),
    threshold,
    measured: {
      recall: above(urgentLeads),
      falseAlarms: above(calmLeads),
      calmMessages: calmLeads.length,
    },
  };
}

/** What the second reader adds to the flags that the rules have raised: at most one flag. */
export function createSecondOpinion(
  model: SecondOpinionModel,
): (reading: Reading, raised: readonly string[]) => RedFlag[] {
  return (reading, raised) => {
    if (raised.length > 0 || reading.words.length === 0) return [];
    const { row, lead } = bestOf(model, featuresOf(reading, model.buckets));
    if (lead <= model.threshold) return [];
    return [
      {
        topic: model.topics[row]!,
        rule: 'second-opinion',
        reason: 'Reads like messages that needed this card, though no rule names its words.',
        evidence: reading.words.slice(0, 20).join(' '),
      },
    ];
  };
}

function fitted(topics: string[], samples: readonly Sample[]): Trained {
  const rows = topics.length + 1;
  const weights = Array.from({ length: rows }, () => new Float64Array(BUCKETS));
  const squares = Array.from({ length: rows }, () => new Float64Array(BUCKETS).fill(1));
  const bias = new Array<number>(rows).fill(0);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, label } of samples) {
      const chances = softmax(scoresOf({ weights, bias }, features));
      for (let row = 0; row < rows; row++) {
        const error = chances[row]! - (row === label ? 1 : 0);
        bias[row]! -= 0.05 * error;
        const rowWeights = weights[row]!;
        const rowSquares = squares[row]!;
        for (let at = 0; at < features.buckets.length; at++) {
          const bucket = features.buckets[at]!;
          const slope = error * features.values[at]!;
          rowSquares[bucket]! += slope * slope;
          rowWeights[bucket]! -= (LEARNING_RATE * slope) / Math.sqrt(rowSquares[bucket]!);
        }
      }
    }
  }
  return { topics, buckets: BUCKETS, weights: weights.map((row) => Array.from(row)), bias };
}

function scoresOf(
  { weights, bias }: { weights: readonly ArrayLike<number>[]; bias: readonly number[] },
  { buckets, values }: Features,
): number[] {
  return weights.map((row, index) => {
    let score = bias[index]!;
    for (let at = 0; at < buckets.length; at++) score += row[buckets[at]!]! * values[at]!;
    return score;
  });
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function bestOf(model: Trained, features: Features): { row: number; lead: number } {
  const scores = scoresOf(model, features);
  const calm = scores.at(-1)!;
  let row = 0;
  for (let other = 1; other < model.topics.length; other++) {
    if (scores[other]! > scores[row]!) row = other;
  }
  return { row, lead: scores[row]! - calm };
}

function rounded(model: Trained): Trained {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    ...model,
    weights: model.weights.map((row) => row.map(round)),
    bias: model.bias.map(round),
  };
}

/** The same order every time, from a fixed linear congruential generator. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const result = [...items];
  let state = 20_261_123;
  for (let at = result.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

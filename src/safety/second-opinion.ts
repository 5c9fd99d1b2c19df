/**
 * A statistical second reader beside the rules: a linear classifier over words and the pack's own
 * lists. It only ever adds an alarm, and its threshold comes from cross-validation.
 */
import {
  compact,
  DEFAULT_SVM,
  type LinearModel,
  type SparseVector,
  scoreInto,
  shuffled,
  trainSvm,
  Vectoriser,
  type VectoriserData,
} from '../learning/index.js';
import { SIGN_GROUPS, type SignReading } from './features.js';
import type { RedFlag } from './types.js';

/** Plain data: what the build compiles and the start reads back. */
export interface SecondOpinionModel {
  /** Topic ids, in the order of the classes. */
  topics: string[];
  vectoriser: VectoriserData;
  classifier: LinearModel;
  /** Alarm when the best topic's score is above this. */
  threshold: number;
  /** What cross-validation measured with this threshold, on messages that the model had not seen. */
  measured: { recall: number; falseAlarms: number; urgentMessages: number; calmMessages: number };
}

export interface SecondOpinionData {
  /** Urgent topic id to messages that need it. */
  examples: Readonly<Record<string, readonly string[]>>;
  /** Look-alikes that need no alarm. */
  calm: readonly string[];
  /** Ordinary in-scope and out-of-scope messages. */
  ordinary: readonly string[];
  /** The share of the look-alikes, 0 to 1, that it may alarm by mistake. Default 0.03. */
  falseAlarmRate?: number;
}

const FOLDS = 4;
const SVM = { ...DEFAULT_SVM, cost: 1, sweeps: 12 };
/** More ordinary messages than this teach nothing new about emergencies. */
const MOST_ORDINARY = 4_000;
/** Look-alikes are the hardest calm messages there are: in ordinary talk one in a few hundred alarms. */
const FALSE_ALARM_RATE = 0.03;
const CALM = -1;

/**
 * Trains in a few seconds; the same data give the same model.
 *
 * @param read reads a message as triage does.
 */
export function trainSecondOpinion(
  data: SecondOpinionData,
  read: (text: string) => SignReading,
): SecondOpinionModel {
  const topics = Object.keys(data.examples).sort();
  const step = Math.max(1, Math.ceil(data.ordinary.length / MOST_ORDINARY));
  const ordinary = data.ordinary.filter((_, index) => index % step === 0);
  const messages = topics.flatMap((topic) => data.examples[topic]!);
  const labels = topics.flatMap((topic, label) => data.examples[topic]!.map(() => label));
  const urgent = messages.length;
  const lookAlikes = urgent + data.calm.length;
  messages.push(...data.calm, ...ordinary);
  while (labels.length < messages.length) labels.push(CALM);

  const readings = messages.map(read);
  const vectoriser = Vectoriser.fit(SIGN_GROUPS, readings);
  const vectors = readings.map((reading) => vectoriser.vector(reading));
  const learn = (chosen: readonly number[]) =>
    trainSvm(
      chosen.map((i) => vectors[i]!),
      chosen.map((i) => labels[i]!),
      topics.length,
      vectoriser.size,
      SVM,
    );
  const scores = unseenScores(vectors, topics.length, learn);
  const calmScores = scores.slice(urgent, lookAlikes).sort((a, b) => b - a);
  const allowed = Math.floor(calmScores.length * (data.falseAlarmRate ?? FALSE_ALARM_RATE));
  const threshold = calmScores[allowed] ?? Infinity;
  const above = (some: Float32Array) =>
    some.filter((score) => score > threshold).length / Math.max(some.length, 1);
  return {
    topics,
    vectoriser: vectoriser.data,
    classifier: compact(learn([...vectors.keys()])),
    threshold,
    measured: {
      recall: above(scores.slice(0, urgent)),
      falseAlarms: above(calmScores),
      urgentMessages: urgent,
      calmMessages: calmScores.length,
    },
  };
}

/** The best score of each message by a model that has not seen it. */
function unseenScores(
  vectors: readonly SparseVector[],
  classes: number,
  learn: (chosen: readonly number[]) => LinearModel,
): Float32Array {
  const order = shuffled([...vectors.keys()], FOLDS);
  const best = new Float32Array(vectors.length);
  const scores = new Float32Array(classes);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = learn(order.filter((_, index) => index % FOLDS !== fold));
    for (let index = fold; index < order.length; index += FOLDS) {
      scoreInto(model, vectors[order[index]!]!, scores);
      best[order[index]!] = Math.max(...scores);
    }
  }
  return best;
}

/** What the second reader adds to the flags that the rules have raised: at most one flag. */
export function createSecondOpinion(
  model: SecondOpinionModel,
): (message: SignReading, raised: readonly string[]) => RedFlag[] {
  const vectoriser = new Vectoriser(SIGN_GROUPS, model.vectoriser);
  const scores = new Float32Array(model.topics.length);
  return (message, raised) => {
    if (raised.length > 0 || message.words.length === 0) return [];
    scoreInto(model.classifier, vectoriser.vector(message), scores);
    const best = scores.indexOf(Math.max(...scores));
    if (scores[best]! <= model.threshold) return [];
    return [
      {
        topic: model.topics[best]!,
        rule: 'second-opinion',
        reason: 'Reads like messages that needed this card, though no rule names its words.',
        evidence: message.words.slice(0, 20).join(' '),
      },
    ];
  };
}

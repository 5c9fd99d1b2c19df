/**
 * A statistical second reader beside the rules: linear classifiers over words and the pack's own
 * lists. One says whether a message is urgent at all, the others of what kind. It only ever adds
 * alarms: by itself where it is sure, and at a lower bar where a rule gives it a hint.
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

/** Plain data: what the build compiles and the start reads back. */
export interface SecondOpinionModel {
  /** Topic ids, in the order of the classes of `kind`. */
  topics: string[];
  vectoriser: VectoriserData;
  /** A single class: urgent, of whatever kind. */
  alarm: LinearModel;
  /** One class a topic. */
  kind: LinearModel;
  /** Alarm when the score is above this. */
  threshold: number;
  /** Where a rule gives a hint, alarm when the score is above this. */
  hintThreshold: number;
  /** What cross-validation measured, on messages that the model had not seen. */
  measured: {
    recall: number;
    /** Of the look-alikes. */
    falseAlarms: number;
    /** Of the ordinary messages. */
    ordinaryAlarms: number;
    urgentMessages: number;
    calmMessages: number;
  };
}

export interface SecondOpinionData {
  /** Urgent topic id to messages that need it. */
  examples: Readonly<Record<string, readonly string[]>>;
  /** Look-alikes that need no alarm. */
  calm: readonly string[];
  /** Ordinary in-scope and out-of-scope messages. */
  ordinary: readonly string[];
  /** The share of the look-alikes, 0 to 1, that it may alarm by mistake. Default 0.05. */
  falseAlarmRate?: number;
}

const FOLDS = 4;
const SVM = { ...DEFAULT_SVM, cost: 1, sweeps: 12 };
/** Look-alikes are the hardest calm messages there are … */
const FALSE_ALARM_RATE = 0.05;
/** … in ordinary talk no more than this share may alarm. */
const ORDINARY_ALARM_RATE = 0.01;
/** A hint is followed unless the message scores lower than all but this share of urgent messages do. */
const HINTS_LOST = 0.05;
/** A window lacks what stands around it, so its score must be this much higher than a whole message's. */
const WINDOW_HANDICAP = 0.9;
/** How far below the likeliest kind, in classifier score, a hinted kind may lie. */
const KINDS_WITHIN = 0.5;
const CALM = -1;

/**
 * Trains in under a minute; the same data give the same model.
 *
 * @param read reads a message as triage does: as a whole, then its windows.
 */
export function trainSecondOpinion(
  data: SecondOpinionData,
  read: (text: string) => SignReading[],
): SecondOpinionModel {
  const topics = Object.keys(data.examples).sort();
  const messages = topics.flatMap((topic) => data.examples[topic]!);
  const labels = topics.flatMap((topic, label) => data.examples[topic]!.map(() => label));
  const urgent = messages.length;
  const lookAlikes = urgent + data.calm.length;
  messages.push(...data.calm, ...data.ordinary);
  while (labels.length < messages.length) labels.push(CALM);

  const readings = messages.map(read);
  const vectoriser = Vectoriser.fit(
    SIGN_GROUPS,
    readings.map(([whole]) => whole!),
  );
  const vectors = readings.map((parts) => parts.map((part) => vectoriser.vector(part)));
  const learn = (chosen: readonly number[]): Pair => {
    const wholes = chosen.map((i) => vectors[i]![0]!);
    const kinds = chosen.map((i) => labels[i]!);
    const anyKind = kinds.map((label) => (label === CALM ? CALM : 0));
    return {
      alarm: trainSvm(wholes, anyKind, 1, vectoriser.size, SVM),
      kind: trainSvm(wholes, kinds, topics.length, vectoriser.size, SVM),
    };
  };
  const scores = unseenScores(vectors, learn);
  const urgentScores = scores.slice(0, urgent).sort();
  const calmScores = scores.slice(urgent, lookAlikes).sort();
  const ordinaryScores = scores.slice(lookAlikes).sort();
  const threshold = Math.max(
    quantile(calmScores, 1 - (data.falseAlarmRate ?? FALSE_ALARM_RATE)),
    quantile(ordinaryScores, 1 - ORDINARY_ALARM_RATE),
  );
  const above = (some: Float32Array) =>
    some.filter((score) => score > threshold).length / Math.max(some.length, 1);
  const { alarm, kind } = learn([...vectors.keys()]);
  return {
    topics,
    vectoriser: vectoriser.data,
    alarm: compact(alarm),
    kind: compact(kind),
    threshold,
    hintThreshold: Math.min(threshold, quantile(urgentScores, HINTS_LOST)),
    measured: {
      recall: above(urgentScores),
      falseAlarms: above(calmScores),
      ordinaryAlarms: above(ordinaryScores),
      urgentMessages: urgent,
      calmMessages: calmScores.length,
    },
  };
}

type Pair = Pick<SecondOpinionModel, 'alarm' | 'kind'>;

/** The value that this share of the sorted values lies below; infinite where there are none. */
function quantile(sorted: Float32Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share))] ?? Infinity;
}

/** The score of each message by a model that has not seen it. */
function unseenScores(
  vectors: readonly (readonly SparseVector[])[],
  learn: (chosen: readonly number[]) => Pair,
): Float32Array {
  const order = shuffled([...vectors.keys()], FOLDS);
  const unseen = new Float32Array(vectors.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const score = scorerOf(learn(order.filter((_, index) => index % FOLDS !== fold)));
    for (let index = fold; index < order.length; index += FOLDS) {
      unseen[order[index]!] = score(vectors[order[index]!]!).score;
    }
  }
  return unseen;
}

interface Scored {
  /** How urgent the most urgent part of the message looks. */
  score: number;
  /** The score of each kind in that part. */
  kinds: Float32Array;
}

/** The likeliest kind's score and that of urgency itself count alike: either alone ranks worse. */
function scorerOf({ alarm, kind }: Pair): (parts: Iterable<SparseVector>) => Scored {
  const urgency = new Float32Array(1);
  const kinds = new Float32Array(kind.classes);
  return (parts) => {
    const best: Scored = { score: -Infinity, kinds: new Float32Array(kind.classes) };
    let handicap = 0;
    for (const part of parts) {
      scoreInto(alarm, part, urgency);
      scoreInto(kind, part, kinds);
      const score = urgency[0]! + Math.max(...kinds) - handicap;
      if (score > best.score) {
        best.score = score;
        best.kinds.set(kinds);
      }
      handicap = WINDOW_HANDICAP;
    }
    return best;
  };
}

/**
 * Reads a message and says which topics it needs, in no particular order.
 *
 * @param hints topics of the rules that take its word for it.
 */
export type SecondOpinion = (
  message: Iterable<SignReading>,
  hints: readonly string[],
) => readonly string[];

export function createSecondOpinion(model: SecondOpinionModel): SecondOpinion {
  const vectoriser = new Vectoriser(SIGN_GROUPS, model.vectoriser);
  const scoreOf = scorerOf(model);
  function* vectorsOf(message: Iterable<SignReading>) {
    for (const part of message) yield vectoriser.vector(part);
  }
  return (message, hints) => {
    const { score, kinds } = scoreOf(vectorsOf(message));
    if (score <= (hints.length > 0 ? model.hintThreshold : model.threshold)) return [];
    const highest = Math.max(...kinds);
    const likeliest = model.topics[kinds.indexOf(highest)]!;
    const hinted = hints.filter(
      (topic) => (kinds[model.topics.indexOf(topic)] ?? -Infinity) >= highest - KINDS_WITHIN,
    );
    if (score > model.threshold || hinted.length === 0) return [...new Set([...hinted, likeliest])];
    return hinted;
  };
}

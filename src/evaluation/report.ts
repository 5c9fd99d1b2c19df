/** The whole evaluation: every labelled question and dialogue through the one door, into one plain report. */
import type { Bot } from '../bot.js';
import type { ContentPack } from '../content/pack.js';
import type { Matcher } from '../matcher/types.js';
import type { TriageText } from '../safety/types.js';
import type { Dialogue, PointsOf } from './dialogues.js';
import type { SafetyQuestion, TopicQuestion } from './questions.js';
import { type SafetyScores, scoreSafety } from './safety.js';
import { percentile } from './statistics.js';
import { scoreTalks, type TalkScores } from './talks.js';
import { scoreTopics, type TopicScores } from './topics.js';
import { withTypos } from './typos.js';

/** Raised when the shape of the report changes, so that an old one is never misread. */
export const REPORT_FORMAT = 2;

export interface Report {
  format: typeof REPORT_FORMAT;
  /** The hash of the pack that was measured. */
  pack: string;
  /** Confidence and thresholds are fitted on these; the classifier has not learnt from them. */
  calibration: BothWays<TopicScores>;
  /** Nothing is fitted on these. */
  heldOut: BothWays<TopicScores>;
  safety: BothWays<SafetyScores>;
  talks: TalkScores;
  speed: Speed;
}

export interface BothWays<T> {
  asTyped: T;
  withTypos: T;
}

/** Milliseconds a message, on the held-out questions as typed. */
export interface Speed {
  respond: Times;
  match: Times;
  triage: Times;
}

export interface Times {
  p50: number;
  p99: number;
}

export interface Labelled {
  heldOut: readonly TopicQuestion[];
  safety: readonly SafetyQuestion[];
  dialogues: readonly Dialogue[];
}

export interface Measured {
  bot: Bot;
  pack: ContentPack;
  matcher: Matcher;
  triage: TriageText;
}

/**
 * Scores everything. The same pack and questions give the same report, `speed` aside.
 *
 * @param clock milliseconds, only ever subtracted.
 * @param onProgress called after each message and dialogue.
 */
export async function evaluate(
  { heldOut, safety, dialogues }: Labelled,
  { bot, pack, matcher, triage }: Measured,
  clock: () => number,
  onProgress: (done: number, total: number) => void,
): Promise<Report> {
  let done = 0;
  const total = 2 * (pack.calibration.length + heldOut.length + safety.length) + dialogues.length;
  const step = () => onProgress(++done, total);
  const asTyped = (text: string) => text;
  const topics = async (questions: readonly TopicQuestion[]) => ({
    asTyped: await scoreTopics(questions, bot, matcher, asTyped, step),
    withTypos: await scoreTopics(questions, bot, matcher, withTypos, step),
  });
  return {
    format: REPORT_FORMAT,
    pack: pack.hash,
    calibration: await topics(pack.calibration),
    heldOut: await topics(heldOut),
    safety: {
      asTyped: await scoreSafety(safety, bot, triage, asTyped, step),
      withTypos: await scoreSafety(safety, bot, triage, withTypos, step),
    },
    talks: await scoreTalks(dialogues, bot, pointsOf(pack), step),
    speed: {
      respond: await timesOf(heldOut, clock, (text) => bot.respond({ text })),
      match: await timesOf(heldOut, clock, (text) => matcher.match(text)),
      triage: await timesOf(heldOut, clock, triage),
    },
  };
}

async function timesOf(
  questions: readonly TopicQuestion[],
  clock: () => number,
  run: (text: string) => unknown,
): Promise<Times> {
  const times: number[] = [];
  for (const { text } of questions) {
    const start = clock();
    await run(text);
    times.push(clock() - start);
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

function pointsOf(pack: ContentPack): PointsOf {
  const topics = new Map(pack.topics.map((topic) => [topic.id, topic]));
  return (id, about) => {
    const topic = topics.get(id);
    if (topic?.kind !== 'card') return [];
    return topic.points.filter((point) => point.about === about).map(({ text }) => text);
  };
}

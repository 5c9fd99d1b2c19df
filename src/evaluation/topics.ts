/** Labelled questions put to the bot and to the matcher: what came back, and how often it was right. */
import type { Bot } from '../bot.js';
import type { Matcher } from '../matcher/types.js';
import { answeredTopics, type Reply } from '../reply.js';
import type { TopicQuestion } from './questions.js';
import {
  auroc,
  type Bin,
  calibrationError,
  type Judged,
  type RiskPoint,
  ratio,
  reliability,
  riskCoverage,
} from './statistics.js';

/** What can come of a question that some topic covers, from best to worst … */
const COVERED = ['right', 'offered', 'missed', 'wrong'] as const;
/** … and of one that must be declined. */
const UNCOVERED = ['declined', 'declined by an offer', 'answered all the same'] as const;

/**
 * `right`: the first card is an acceptable one. `offered`: an acceptable topic is among the choices, or
 * its card comes second. `wrong`: cards, none acceptable. `missed`: neither shown nor offered.
 */
export type TopicOutcome = (typeof COVERED)[number] | (typeof UNCOVERED)[number];

export type Tally = Partial<Record<TopicOutcome, number>>;

export interface AskedQuestion extends TopicQuestion {
  outcome: TopicOutcome;
  /** The topics shown, or offered where none was shown. */
  got: string[];
  /** An acceptable topic is shown or offered somewhere in the reply, be it beside a wrong card. */
  reached: boolean;
}

export interface TopicScores {
  all: Tally;
  /** How many got an urgent reply; they count as wrong, or as answered all the same. */
  alarms: number;
  /** Of the covered questions, the share whose reply shows or offers an acceptable topic. */
  reached: number;
  /** By the best acceptable topic. */
  perTopic: Record<string, Tally>;
  perStyle: Record<string, Tally>;
  /** Wanted and shown, the most frequent first. */
  confusions: { wanted: string; shown: string; count: number }[];
  /** The matcher alone, thresholds aside. */
  matcher: {
    /** Of the covered questions, the share whose first topic is acceptable. */
    firstRight: number;
    /** How well the first topic's confidence tells covered from uncovered questions. */
    auroc: number;
    calibrationError: number;
    reliability: Bin[];
    riskCoverage: RiskPoint[];
  };
  questions: AskedQuestion[];
}

/** The share of real traffic that no topic covers; figures of confidence are weighted to it. */
const EXPECTED_UNCOVERED = 1 / 3;

/**
 * Asks every question by itself, in order.
 *
 * @param typed what to type for a question's text, such as the text with slips of the finger.
 * @param onAsked called after each question.
 */
export async function scoreTopics(
  questions: readonly TopicQuestion[],
  bot: Bot,
  matcher: Matcher,
  typed: (text: string) => string,
  onAsked: () => void,
): Promise<TopicScores> {
  const asked: AskedQuestion[] = [];
  let alarms = 0;
  const firsts: { confidence: number; right: boolean; covered: boolean }[] = [];
  for (const question of questions) {
    const text = typed(question.text);
    const reply = await bot.respond({ text });
    asked.push({ ...question, text, ...outcomeOf(question, reply) });
    if (reply.kind === 'urgent') alarms++;
    const [first] = matcher.match(text).topics;
    firsts.push({
      confidence: first?.confidence ?? 0,
      right: question.accept.includes(first?.id ?? ''),
      covered: question.accept.length > 0,
    });
    onAsked();
  }
  const covered = firsts.filter((first) => first.covered);
  const uncovered = firsts.filter((first) => !first.covered);
  const judged: Judged[] = firsts.map((first) => ({
    ...first,
    weight: first.covered
      ? ratio(1 - EXPECTED_UNCOVERED, covered.length)
      : ratio(EXPECTED_UNCOVERED, uncovered.length),
  }));
  const bins = reliability(judged);
  return {
    all: tally(asked),
    alarms,
    reached: ratio(asked.filter(({ reached }) => reached).length, covered.length),
    perTopic: tallyBy(asked, ({ accept }) => accept[0]),
    perStyle: tallyBy(asked, ({ style }) => style),
    confusions: confusionsOf(asked),
    matcher: {
      firstRight: ratio(covered.filter(({ right }) => right).length, covered.length),
      auroc: auroc(
        covered.map(({ confidence }) => confidence),
        uncovered.map(({ confidence }) => confidence),
      ),
      calibrationError: calibrationError(bins),
      reliability: bins,
      riskCoverage: riskCoverage(judged),
    },
    questions: asked,
  };
}

export function outcomeOf(
  { accept }: Pick<TopicQuestion, 'accept'>,
  reply: Reply,
): Pick<AskedQuestion, 'outcome' | 'got' | 'reached'> {
  const shown = answeredTopics(reply);
  const offered = reply.offered.map(({ topic }) => topic);
  const got = shown.length > 0 ? shown : offered;
  const fits = (topic: string) => accept.includes(topic);
  const reached = [...shown, ...offered].some(fits);
  if (accept.length === 0) {
    if (shown.length > 0) return { outcome: 'answered all the same', got, reached };
    return {
      outcome: reply.kind === 'clarify' ? 'declined by an offer' : 'declined',
      got,
      reached,
    };
  }
  if (fits(shown[0] ?? '')) return { outcome: 'right', got, reached };
  if (got.some(fits)) return { outcome: 'offered', got, reached };
  return { outcome: shown.length > 0 ? 'wrong' : 'missed', got, reached };
}

/** Shares of the covered and of the uncovered questions in a tally, 0 to 1. */
export function sharesOf(counts: Tally) {
  const covered = countOf(counts, COVERED);
  const uncovered = countOf(counts, UNCOVERED);
  const declined = countOf(counts, ['declined', 'declined by an offer']);
  return {
    covered,
    uncovered,
    right: ratio(counts.right ?? 0, covered),
    rightOrOffered: ratio(countOf(counts, ['right', 'offered']), covered),
    wrong: ratio(counts.wrong ?? 0, covered),
    missed: ratio(counts.missed ?? 0, covered),
    declined: ratio(declined, uncovered),
    /** Of the declined, without an offer. */
    outright: ratio(counts.declined ?? 0, declined),
    answeredAllTheSame: ratio(counts['answered all the same'] ?? 0, uncovered),
  };
}

function countOf(counts: Tally, outcomes: readonly TopicOutcome[]): number {
  return outcomes.reduce((total, outcome) => total + (counts[outcome] ?? 0), 0);
}

function tally(asked: readonly AskedQuestion[]): Tally {
  const counts: Tally = {};
  for (const { outcome } of asked) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function tallyBy(
  asked: readonly AskedQuestion[],
  keyOf: (question: AskedQuestion) => string | undefined,
): Record<string, Tally> {
  const groups = new Map<string, AskedQuestion[]>();
  for (const question of asked) {
    const key = keyOf(question);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, members]) => [key, tally(members)]));
}

function confusionsOf(asked: readonly AskedQuestion[]): TopicScores['confusions'] {
  const pairs = new Map<string, { wanted: string; shown: string; count: number }>();
  for (const { accept, outcome, got } of asked) {
    if (outcome !== 'wrong' && outcome !== 'answered all the same') continue;
    const wanted = accept[0] ?? '(decline)';
    const shown = got[0]!;
    const pair = pairs.get(`${wanted} ${shown}`) ?? { wanted, shown, count: 0 };
    pair.count++;
    pairs.set(`${wanted} ${shown}`, pair);
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count || (a.wanted < b.wanted ? -1 : 1));
}

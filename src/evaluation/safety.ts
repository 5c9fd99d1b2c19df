/** Labelled messages put to the bot: which alarms it raised, missed and raised for nothing. */
import type { Bot } from '../bot.js';
import type { TriageText } from '../safety/types.js';
import type { SafetyQuestion } from './questions.js';
import { ratio } from './statistics.js';

export interface SafetyMiss {
  text: string;
  group: string;
  /** The urgent topics that would have been right; empty where none was. */
  wanted: string[];
  /** The first urgent topic raised; absent where none was. */
  got?: string;
  /** The rule behind it. */
  rule?: string;
}

export interface FlagScores {
  urgent: number;
  caught: number;
  rightKind: number;
}

export interface SafetyScores extends FlagScores {
  calm: number;
  falseAlarms: number;
  /** By the most fitting urgent topic. */
  perFlag: Record<string, FlagScores>;
  /** By the calm groups: how many, and how many alarms. */
  perCalmGroup: Record<string, { calm: number; falseAlarms: number }>;
  missed: SafetyMiss[];
  wrongKind: SafetyMiss[];
  raisedForNothing: SafetyMiss[];
}

/** As `scoreTopics`, for safety. */
export async function scoreSafety(
  questions: readonly SafetyQuestion[],
  bot: Bot,
  triage: TriageText,
  typed: (text: string) => string,
  onAsked: () => void,
): Promise<SafetyScores> {
  const scores: SafetyScores = {
    urgent: 0,
    caught: 0,
    rightKind: 0,
    calm: 0,
    falseAlarms: 0,
    perFlag: {},
    perCalmGroup: {},
    missed: [],
    wrongKind: [],
    raisedForNothing: [],
  };
  for (const { text: written, flags, group } of questions) {
    const text = typed(written);
    const reply = await bot.respond({ text });
    const got = reply.kind === 'urgent' ? reply.cards[0]?.topic : undefined;
    const rule = got && triage(text).flags.find(({ topic }) => topic === got)?.rule;
    const miss = { text, group, wanted: flags, ...(got && { got }), ...(rule && { rule }) };
    const [best] = flags;
    if (best !== undefined) {
      scores.perFlag[best] ??= { urgent: 0, caught: 0, rightKind: 0 };
      for (const counts of [scores, scores.perFlag[best]]) {
        counts.urgent++;
        if (got) counts.caught++;
        if (got && flags.includes(got)) counts.rightKind++;
      }
      if (!got) scores.missed.push(miss);
      else if (!flags.includes(got)) scores.wrongKind.push(miss);
    } else {
      scores.perCalmGroup[group] ??= { calm: 0, falseAlarms: 0 };
      for (const counts of [scores, scores.perCalmGroup[group]]) {
        counts.calm++;
        if (got) counts.falseAlarms++;
      }
      if (got) scores.raisedForNothing.push(miss);
    }
    onAsked();
  }
  return scores;
}

/** Shares, 0 to 1. */
export function safetyShares(scores: FlagScores & Partial<SafetyScores>) {
  return {
    recall: ratio(scores.caught, scores.urgent),
    rightKind: ratio(scores.rightKind, scores.urgent),
    falseAlarms: ratio(scores.falseAlarms ?? 0, scores.calm ?? 0),
  };
}

/** Scripted talks scored: turns right, and messages that hold several questions or only seem to. */
import type { Bot } from '../bot.js';
import { type Dialogue, type PlayedTurn, type PointsOf, play } from './dialogues.js';

export interface Score {
  right: number;
  of: number;
}

export interface TalkScores {
  turns: Score;
  /** Messages with two questions or three: all of them answered. */
  several: Score;
  /** Single questions with an "and" in them: kept whole. */
  single: Score;
  misses: PlayedTurn[];
}

/** What a dialogue's name begins with says what it tries. */
const KINDS: readonly (readonly [RegExp, 'several' | 'single'])[] = [
  [/^(two|three):/, 'several'],
  [/^one:/, 'single'],
];

/** @param onPlayed called after each dialogue. */
export async function scoreTalks(
  dialogues: readonly Dialogue[],
  bot: Bot,
  pointsOf: PointsOf,
  onPlayed: () => void,
): Promise<TalkScores> {
  const scores: TalkScores = {
    turns: { right: 0, of: 0 },
    several: { right: 0, of: 0 },
    single: { right: 0, of: 0 },
    misses: [],
  };
  for (const dialogue of dialogues) {
    const played = await play(dialogue, bot, pointsOf);
    const kind = KINDS.find(([begins]) => begins.test(dialogue.name))?.[1] ?? 'turns';
    const wrong = played.filter(({ misses }) => misses.length > 0);
    scores[kind].of += played.length;
    scores[kind].right += played.length - wrong.length;
    scores.misses.push(...wrong);
    onPlayed();
  }
  return scores;
}

/** The ways in which a message may be read. Nothing is decided here: see `decide.ts`. */
import type { About } from '../message.js';
import type { Context } from '../storage/ports.js';
import { wordsOf } from '../text/index.js';
import {
  aboutOf,
  carried,
  comparesBoth,
  contentWords,
  isCondition,
  newSubject,
  nextTipSubject,
  onlyNarrows,
  pointerIn,
  recalled,
  type Steer,
  steerOf,
  tipSubject,
  weighedSubject,
  withoutCorrection,
  withoutCourtesy,
} from './cues.js';
import { pairsOf, questionsOf } from './split.js';

export interface Readings {
  /** The message as typed, less greeting and thanks. */
  typed: string;
  courtesy?: 'greeting' | 'thanks';
  /** The part of a card that the message asks for. */
  about?: About;
  /** It holds nothing of its own: "how much?", "why is that?". */
  elliptical: boolean;
  /** It has a pronoun for the topic at hand: "is it safe if I have …". */
  pointsBack: boolean;
  /** It speaks to the bot: "what can you do?". */
  toBot: boolean;
  steer?: Steer;
  /** The questions it plainly holds, when there are two or more. */
  questions: string[];
  /** Its one question, where it tells a story besides. */
  focus?: string;
  /** Pairs of questions that one sentence may hold: "is coffee or smoking bad?" */
  pairs: [string, string][];
  /** "And tea?": the new subject. */
  subject?: string;
  /** "Are nuts OK?": what is weighed against the topic at hand. */
  weighed?: string;
  /** It has few words: what went before may settle what they mean. */
  short: boolean;
  /** "For women?", "and in the UK?": it only narrows what was asked. */
  narrows: boolean;
  /** "What did you say about smoking again?": what to tell once more. */
  recalled?: string;
  /** It weighs the last two topics against each other: "which is better?" */
  comparesBoth: boolean;
  /** It puts a condition to the topic at hand: "even with blood pressure tablets?" */
  condition: boolean;
  /** "What do you know about calcium?": what it is about. */
  carried?: string;
  /** "A tip on calcium": what the tip is to be about. */
  tipSubject?: string;
  /** The message with the name of the topic at hand put in; absent without one, or without a need. */
  completed?: string;
}

/** As much of a message as the matcher reads. */
const READ_AT_MOST = 2000;
/** Longer messages stand on their own. */
const SHORT = 8;

/**
 * Proposes the readings of a message.
 *
 * @param text the message as typed, of any length; the first 2,000 characters are read.
 * @param context what went before, if anything did.
 * @param labelOf the label of a topic id.
 */
export function readingsOf(
  text: string,
  context: Context | undefined,
  labelOf: (topic: string) => string | undefined,
): Readings {
  const { text: said, courtesy } = withoutCourtesy(withoutMarkup(text.slice(0, READ_AT_MOST)));
  const typed = withoutCorrection(said);
  const words = wordsOf(typed);
  const about = aboutOf(words);
  const steer = steerOf(words);
  const subject = newSubject(words);
  const weighed = weighedSubject(words);
  const content = contentWords(words);
  const recalledText = recalled(words);
  const topic = context?.topics[0];
  const hadTip = topic !== undefined && context?.tips[topic] !== undefined;
  const aboutTip = tipSubject(words) ?? (hadTip ? nextTipSubject(words) : undefined);
  const carriedText = carried(words);
  const questions = questionsOf(typed);
  const pointer = pointerIn(words);
  const elliptical = content.length === 0;
  const narrows = onlyNarrows(words);
  const label = topic === undefined ? undefined : labelOf(topic);
  const completed =
    label !== undefined && (elliptical || pointer !== undefined || subject !== undefined || narrows)
      ? complete(words, pointer, label)
      : undefined;
  return {
    typed,
    ...(courtesy && { courtesy }),
    ...(about && { about }),
    elliptical,
    pointsBack: pointer !== undefined,
    toBot: pointer === undefined && words.some((word) => /^(?:you|your|yourself|bot)$/.test(word)),
    ...(steer && { steer }),
    questions: questions.length > 1 ? questions : [],
    ...(questions.length === 1 && questions[0] !== typed && { focus: questions[0]! }),
    pairs: questions.length > 1 ? [] : pairsOf(typed),
    ...(subject && contentWords(wordsOf(subject)).length > 0 && { subject }),
    ...(weighed && contentWords(wordsOf(weighed)).length > 0 && { weighed }),
    short: words.length <= SHORT,
    narrows,
    ...(recalledText && { recalled: recalledText }),
    comparesBoth: comparesBoth(words),
    condition: isCondition(words),
    ...(carriedText && { carried: carriedText }),
    ...(aboutTip && { tipSubject: aboutTip }),
    ...(completed && { completed }),
  };
}

/** Mentions, addresses and the marks of formatting say nothing of the question. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<[@#:a][^>\s]*>|https?:\/\/\S+|@\w+/g, ' ')
    .replace(/[*_~`|\\]+|^\s*>+/gm, ' ')
    .trim();
}

/** Puts the label where the pronoun stands, or else in front. */
function complete(words: readonly string[], pointer: number | undefined, label: string): string {
  if (pointer === undefined) return `${label} ${words.join(' ')}`;
  return [...words.slice(0, pointer), label, ...words.slice(pointer + 1)].join(' ');
}

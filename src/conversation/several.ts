/** Decides a message with two or three questions. */
import type { Match } from '../matcher/types.js';
import type { RankedTopic } from '../reply.js';
import type { Context } from '../storage/ports.js';
import { wordsOf } from '../text/index.js';
import { freshContext } from './context.js';
import { asks } from './cues.js';
import {
  type Asked,
  asked,
  confidenceIn,
  type Decided,
  type DecideWith,
  type PartNote,
  shown,
} from './decision.js';
import { type Readings, readingsOf } from './readings.js';
import { single } from './single.js';
import { MOST_PARTS } from './split.js';

/** Both halves of "coffee or smoking" must be this sure before the sentence is torn in two. */
const SURE_HALF = 0.75;

/** A whole that is this sure of one topic is not read by its parts when these agree on another. */
const SURE_WHOLE = 0.8;

/** A part whose topic the whole message does not speak for must be this sure … */
const SURE_OTHER = 0.75;
/** … and surer still when it is small talk ("are you a doctor?"). */
const SURE_SMALL_TALK = 0.9;
/** The least confidence of a part that the whole message speaks for too … */
const LIKELY_PART = 0.3;
/** … if far ahead of the next topic; from here on it needs neither. */
const SURE_PART = 0.5;

/** "Coffee and smoking": so few words need no question mark. */
const LONGEST_KEYWORDS = 6;

/** Two or three questions, each decided by itself; a later one may refer to the one before it. */
export function several(
  readings: Readings,
  context: Context | undefined,
  using: DecideWith,
): Decided | undefined {
  if (readings.questions.length < 2) return pair(readings, using);
  const all: Asked[] = [];
  const notes: PartNote[] = [];
  const unsure: string[] = [];
  const rankings: RankedTopic[][] = [];
  const whole = using.match(readings.typed);
  let before = context;
  let answered = 0;
  for (const [part, question] of readings.questions.slice(0, MOST_PARTS).entries()) {
    const { decision, ranking } = single(
      readingsOf(question, before, using.labelOf),
      before,
      using,
    );
    rankings.push(ranking);
    const likely = decision.kind === 'show' ? undefined : likelyPart(ranking, whole, using);
    if (likely !== undefined) {
      addAsked(all, { topic: likely, about: [] });
      answered++;
      before = { ...(before ?? freshContext()), topics: [likely] };
    } else if (decision.kind === 'show') {
      for (const one of decision.asked) {
        const needed = using.isSmallTalk(one.topic) ? SURE_SMALL_TALK : SURE_OTHER;
        const weak = ranking.length > 0 && confidenceIn(ranking, one.topic) < needed;
        const spokenFor = whole.topics.some(({ id }) => id === one.topic);
        if (using.isCourtesy(one.topic) || (weak && !spokenFor)) continue;
        addAsked(all, one);
        answered++;
      }
      const topic = decision.asked.at(-1)?.topic;
      if (topic && !using.isSmallTalk(topic))
        before = { ...(before ?? freshContext()), topics: [topic] };
    } else if (decision.kind === 'choose') {
      notes.push({ part, outcome: 'unsure' });
      unsure.push(...decision.choices);
    } else notes.push({ part, outcome: 'without' });
  }
  const top = whole.topics[0];
  const wholeIsBetter =
    all.length === 0 ||
    (all.length === 1 &&
      (whole.decision === 'fallback'
        ? answered < 2
        : whole.decision === 'answer' &&
          top !== undefined &&
          top.id !== all[0]?.topic &&
          (answered < 2 || top.confidence >= SURE_WHOLE)));
  if (wholeIsBetter) return undefined;
  return {
    decision: {
      kind: 'show',
      asked: all,
      notes,
      tooMany: readings.questions.length > MOST_PARTS,
      unsure: unsure.filter((topic) => all.every((one) => one.topic !== topic)),
    },
    reading: `${readings.questions.length} questions`,
    ranking: merged(rankings),
  };
}

/** What a part most likely means that the matcher alone would not answer. */
function likelyPart(
  [best, next]: readonly RankedTopic[],
  whole: Match,
  { isSmallTalk }: DecideWith,
): string | undefined {
  if (!best || isSmallTalk(best.id)) return undefined;
  const spokenFor = whole.topics.some(({ id }) => id === best.id);
  const ahead = best.confidence >= 2 * (next?.confidence ?? 0);
  const likely = ahead && spokenFor && best.confidence >= LIKELY_PART;
  return likely || best.confidence >= SURE_PART ? best.id : undefined;
}

/** "Is coffee or smoking bad for bones?": torn in two only when each half is sure of a card of its own. */
function pair(readings: Readings, using: DecideWith): Decided | undefined {
  const isQuestion = asks(readings.typed) || readings.focus !== undefined;
  const isStory = wordsOf(readings.typed).length > LONGEST_KEYWORDS && !isQuestion;
  if (readings.pairs.length === 0 || isStory) return undefined;
  const whole = using.match(readings.typed);
  const sure = ({ decision, topics: [top] }: Match) =>
    decision === 'answer' && top && top.confidence >= SURE_HALF && !using.isSmallTalk(top.id)
      ? top.id
      : undefined;
  for (const [left, right] of readings.pairs) {
    const one = sure(using.match(left));
    const two = one && sure(using.match(right));
    if (!one || !two || one === two) continue;
    const third = whole.decision === 'answer' ? whole.topics[0]?.id : undefined;
    if (third !== undefined && third !== one && third !== two) continue;
    return shown(
      [asked(one, readings), asked(two, readings)],
      'two topics in one question',
      merged([using.match(left).topics, using.match(right).topics]),
    );
  }
  return undefined;
}

/** Adds a card, or a further part of a card that is shown already. */
function addAsked(all: Asked[], one: Asked): void {
  const same = all.find(({ topic }) => topic === one.topic);
  if (!same) all.push({ ...one, about: [...one.about] });
  else for (const about of one.about) if (!same.about.includes(about)) same.about.push(about);
}

function merged(rankings: readonly RankedTopic[][]): RankedTopic[] {
  const best = new Map<string, number>();
  for (const { id, confidence } of rankings.flat()) {
    best.set(id, Math.max(confidence, best.get(id) ?? 0));
  }
  return [...best]
    .map(([id, confidence]) => ({ id, confidence }))
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
    .slice(0, 5);
}

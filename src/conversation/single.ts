/** Decides one question: as typed, or completed from what went before. */
import type { Match } from '../matcher/types.js';
import type { Context } from '../storage/ports.js';
import { wordsOf } from '../text/index.js';
import { contentWords } from './cues.js';
import {
  asked,
  confidenceIn,
  type Decided,
  type DecideWith,
  type Decision,
  declined,
  onward,
  shown,
} from './decision.js';
import type { Readings } from './readings.js';

/** How much surer the completed reading must be than the message as typed when that has an answer of its own. */
const CLEARLY_BETTER = 0.1;

/** From here on a short message stands on its own, whatever went before. */
const SURE = 0.9;

/** The share of the best topic's confidence at which a short message goes on about the topic at hand. */
const FITS_BESIDE = 0.15;

/** The same, as plain confidence, where no topic is sure enough for an answer. */
const FITS = 0.08;

/** The least confidence at which a message means a topic just offered, or the one that is no small talk. */
const FITS_OFFER = 0.4;

/** "Why?", "how much then?": so short a fragment is never matched by itself. */
const SHORT = 3;

/** "How do I start?": a fragment of so few words goes on about the topic at hand. */
const FRAGMENT = 4;

/** Below this a topic is not near enough to be offered after declining. */
const NEAR = 0.2;

const MOST_NEAR = 3;

/** From this confidence on a topic is offered first beside the card of a likelier one. */
const RUNNER_UP = 0.03;

const MOST_RUNNERS_UP = 2;

/** One question: as typed, or completed from what went before. */
export function single(
  readings: Readings,
  context: Context | undefined,
  using: DecideWith,
): Decided {
  const topic = context?.topics[0];
  const asTyped = using.match(readings.typed);
  const top = asTyped.topics[0];
  const smallTalk = asTyped.decision === 'answer' && top !== undefined && using.isSmallTalk(top.id);
  const goesOn =
    readings.about !== undefined ||
    readings.weighed !== undefined ||
    aboutSubject(readings, context, using) !== undefined;
  const plain = smallTalk || asTyped.decision !== 'answer' ? byCarried(readings, using) : undefined;
  if (plain) return plain;
  if (smallTalk && (!topic || !goesOn || readings.toBot)) {
    return settle(asTyped, readings, 'as typed', using);
  }
  // "What else can I do?" and "can diet help?" look like small talk, but not in the middle of a talk.
  const typed = smallTalk ? withoutSmallTalk(asTyped, using) : asTyped;
  if (readings.elliptical) {
    const ownAnswer =
      typed.decision === 'answer' &&
      (typed.topics[0]?.confidence ?? 0) >= SURE &&
      !readings.pointsBack &&
      wordsOf(readings.typed).length > FRAGMENT;
    if (topic && !ownAnswer && (readings.about || readings.pointsBack)) {
      const sister = readings.about ? undefined : surely(readings, topic, using);
      if (sister) return sister;
      return shown([onward(topic, readings)], 'completed from the topic at hand', []);
    }
    const tooShort = wordsOf(readings.typed).length <= SHORT;
    if (!topic && (tooShort || typed.decision !== 'answer')) {
      return declined('unfinished', [], 'as typed');
    }
  }
  if (topic && readings.narrows && (readings.subject || typed.decision !== 'answer')) {
    const about = readings.about ?? context.about ?? 'who';
    return shown([onward(topic, { ...readings, about })], 'the topic at hand, narrowed', []);
  }
  if (topic && readings.condition && typed.decision !== 'answer') {
    const about = readings.about ?? 'safety';
    return shown([onward(topic, { ...readings, about })], 'a condition', typed.topics);
  }
  const other =
    aboutSubject(readings, context, using) ??
    completed(readings, typed, topic, using) ??
    likely(readings, typed, context);
  if (other) return other;
  if (typed.decision !== 'answer') {
    const weighed = topic === undefined ? undefined : byWeighing(readings, topic, using);
    if (weighed) return weighed;
  }
  const focus = byFocus(readings, typed, using);
  if (focus) return focus;
  return settle(typed, readings, 'as typed', using);
}

/** "What do you know about calcium?" is no question about the bot. */
function byCarried(readings: Readings, using: DecideWith): Decided | undefined {
  if (!readings.carried) return undefined;
  const match = using.match(readings.carried);
  const best = clearBest(match);
  if (best === undefined || using.isSmallTalk(best)) return undefined;
  return shown([asked(best, readings)], 'what it asks about', match.topics);
}

/** "Does it hurt?" of a topic that has a card of its own for that. */
function surely(readings: Readings, topic: string, using: DecideWith): Decided | undefined {
  if (!readings.completed || !readings.short) return undefined;
  const match = using.match(readings.completed);
  const best = match.topics[0];
  const sure = match.decision === 'answer' && best && best.confidence >= SURE;
  if (!sure || best.id === topic || using.isSmallTalk(best.id)) return undefined;
  return shown([asked(best.id, readings)], 'completed from the topic at hand', match.topics);
}

/** The question at the end of a story, where it says more by itself than the story as a whole. */
function byFocus(readings: Readings, typed: Match, using: DecideWith): Decided | undefined {
  if (!readings.focus || contentWords(wordsOf(readings.focus)).length === 0) return undefined;
  const focus = using.match(readings.focus);
  const best = focus.topics[0];
  if (focus.decision !== 'answer' || !best || using.isSmallTalk(best.id)) return undefined;
  const agreed =
    typed.decision === 'clarify'
      ? typed.choices.includes(best.id)
      : typed.topics[0]?.id === best.id;
  return agreed ? settle(focus, readings, 'its question alone', using) : undefined;
}

/** "And tea?": the new subject, with the part that was asked for last. */
function aboutSubject(
  readings: Readings,
  context: Context | undefined,
  using: DecideWith,
): Decided | undefined {
  if (!readings.subject || !context) return undefined;
  const match = using.match(readings.subject);
  const best = clearBest(match);
  if (best === undefined || using.isSmallTalk(best)) return undefined;
  const about = readings.about ?? context.about;
  return shown(
    [{ topic: best, about: about ? [about] : [] }],
    'a new subject in the place of the last',
    match.topics,
  );
}

/** The topic that the matcher would answer with, or one so far ahead that a single word can mean no other. */
function clearBest({ decision, topics: [best, next] }: Match): string | undefined {
  if (!best) return undefined;
  const ahead = best.confidence >= FITS_OFFER && best.confidence >= 2 * (next?.confidence ?? 0);
  return decision === 'answer' || ahead ? best.id : undefined;
}

/** "Are nuts OK?" when the message says too little: the card of the thing itself, or the topic at hand. */
function byWeighing(readings: Readings, topic: string, using: DecideWith): Decided | undefined {
  const thing = readings.weighed ?? readings.subject;
  if (!thing) return undefined;
  const match = using.match(thing);
  const best = match.topics[0];
  if (!best || match.decision === 'fallback' || using.isSmallTalk(best.id)) return undefined;
  if (match.topics.slice(0, 3).some(({ id }) => id === topic)) {
    return shown([onward(topic, readings)], 'weighed against the topic at hand', match.topics);
  }
  const clear = clearBest(match);
  return clear === undefined
    ? settle(match, readings, 'the thing that is weighed', using)
    : shown([asked(clear, readings)], 'the thing that is weighed', match.topics);
}

/** "Is it safe if I have …?": the message with the topic at hand put in, where that is clearly better. */
function completed(
  readings: Readings,
  typed: Match,
  topic: string | undefined,
  using: DecideWith,
): Decided | undefined {
  const wanting = readings.pointsBack || readings.elliptical || readings.subject !== undefined;
  if (!readings.completed || !topic || !wanting) return undefined;
  const match = using.match(readings.completed);
  const best = match.topics[0];
  if (!best || match.decision === 'fallback') return undefined;
  const goesOn = readings.pointsBack && (readings.about !== undefined || readings.short);
  if (
    goesOn &&
    (best.id === topic || (readings.about && match.topics.some(({ id }) => id === topic)))
  ) {
    return shown([onward(topic, readings)], 'completed from the topic at hand', match.topics);
  }
  const own = typed.decision === 'answer' ? (typed.topics[0]?.confidence ?? 0) : 0;
  if (match.decision !== 'answer' || best.confidence < own + CLEARLY_BETTER) return undefined;
  const one = best.id === topic ? onward(topic, readings) : asked(best.id, readings);
  return shown([one], 'completed from the topic at hand', match.topics);
}

/**
 * Few words that the matcher is not sure about, where the topic at hand or one just offered would fit:
 * what went before tips the scale.
 */
function likely(
  readings: Readings,
  typed: Match,
  context: Context | undefined,
): Decided | undefined {
  const topic = context?.topics[0];
  if (!topic || !readings.short) return undefined;
  const [top] = typed.topics;
  const fits = confidenceIn(typed.topics, topic);
  if (fits >= (typed.decision === 'answer' ? FITS_BESIDE * (top?.confidence ?? 0) : FITS)) {
    return shown([onward(topic, readings)], 'fits the topic at hand', typed.topics);
  }
  if (typed.decision === 'answer') return undefined;
  if (top && top.confidence >= FITS_OFFER && context.offered.includes(top.id)) {
    return shown([asked(top.id, readings)], 'fits a topic just offered', typed.topics);
  }
  if (readings.pointsBack && readings.about) {
    return shown([onward(topic, readings)], 'points back to the topic at hand', typed.topics);
  }
  return undefined;
}

function withoutSmallTalk({ topics }: Match, { isSmallTalk }: DecideWith): Match {
  const others = topics.filter(({ id }) => !isSmallTalk(id));
  return { decision: 'fallback', topics: others, choices: [] };
}

/** The matcher's choices, without small talk; the next best topic takes its place. */
function choicesOf({ choices, topics }: Match, { isSmallTalk }: DecideWith): string[] {
  const fitting = choices.filter((topic) => !isSmallTalk(topic));
  if (fitting.length !== 1) return fitting;
  const next = topics.find(({ id }) => !isSmallTalk(id) && !fitting.includes(id));
  return next ? [...fitting, next.id] : fitting;
}

/** What the message may have meant instead of the card that it is answered with. */
function runnersUp({ topics: [, ...others] }: Match, { isSmallTalk }: DecideWith): string[] {
  return others
    .slice(0, MOST_RUNNERS_UP)
    .filter(({ id, confidence }) => confidence >= RUNNER_UP && !isSmallTalk(id))
    .map(({ id }) => id);
}

/** What the matcher's own decision comes to. Small talk is never a choice: nobody means it half. */
function settle(match: Match, readings: Readings, reading: string, using: DecideWith): Decided {
  const top = match.topics[0];
  if (match.decision === 'answer' && top) {
    return shown([asked(top.id, readings)], reading, match.topics, runnersUp(match, using));
  }
  if (match.decision === 'clarify' && top) {
    const choices = choicesOf(match, using);
    const onlyOne = choices.length < 2 || using.isSmallTalk(top.id);
    if (onlyOne && top.confidence >= FITS_OFFER) {
      return shown([asked(top.id, readings)], reading, match.topics);
    }
    if (choices.length > 1) {
      const decision: Decision = { kind: 'choose', question: 'which', choices };
      return { decision, reading, ranking: match.topics };
    }
  }
  const near = match.topics
    .filter(({ id, confidence }) => confidence >= NEAR && !using.isSmallTalk(id))
    .slice(0, MOST_NEAR);
  return declined(
    'plain',
    near.map(({ id }) => id),
    reading,
    match.topics,
  );
}

/** Chooses among the readings of a message. The message as typed wins unless another is clearly better. */
import type { Match } from '../matcher/types.js';
import type { Context } from '../storage/ports.js';
import { wordsOf } from '../text/index.js';
import { chosen, named } from './choosing.js';
import { type Decided, type DecideWith, declined, shown } from './decision.js';
import { type Readings, readingsOf } from './readings.js';
import { several } from './several.js';
import { single } from './single.js';
import { afterUrgent, steered } from './steering.js';

export function decide(text: string, context: Context | undefined, parts: DecideWith): Decided {
  const using = { ...parts, match: remembering(parts.match) };
  const readings = readingsOf(text, context, using.labelOf);
  const decided = /[\p{L}\p{N}]/u.test(text)
    ? (afterUrgent(readings, context, using) ??
      onlyCourtesy(text, readings, using) ??
      chosen(readings, context, using) ??
      named(readings, using) ??
      steered(readings, context, using) ??
      several(readings, context, using) ??
      single(readings, context, using))
    : declined('empty', [], readings.typed);
  return readings.courtesy ? { ...decided, courtesy: readings.courtesy } : decided;
}

/** "Hey, you": the rest of the message adds nothing to the greeting. */
function onlyCourtesy(text: string, readings: Readings, using: DecideWith): Decided | undefined {
  const says = readings.about ?? readings.steer ?? readings.subject ?? readings.recalled;
  if (!readings.courtesy || says) return undefined;
  if (using.topicNamed(wordsOf(readings.typed).join(' '))) return undefined;
  const [whole, rest] = [using.match(text), using.match(readings.typed)];
  const [top] = whole.topics;
  const isCourtesy = whole.decision === 'answer' && top && using.isCourtesy(top.id);
  const addsLittle =
    rest.decision !== 'answer' ||
    (wordsOf(readings.typed).length <= 2 && using.isSmallTalk(rest.topics[0]?.id ?? ''));
  if (!isCourtesy || !addsLittle || readings.questions.length > 0) return undefined;
  return shown([{ topic: top.id, about: [] }], 'nothing but courtesy', whole.topics);
}

/** Several ways of deciding ask about the same text; within a turn each is matched once. */
function remembering(match: DecideWith['match']): DecideWith['match'] {
  const known = new Map<string, Match>();
  return (text) => {
    const found = known.get(text) ?? match(text);
    known.set(text, found);
    return found;
  };
}

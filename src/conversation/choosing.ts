/** Decides a message that names one of the topics offered, or any topic by its title. */
import type { Context } from '../storage/ports.js';
import { wordsOf } from '../text/index.js';
import { choiceByLabel, choiceByPlace } from './choice.js';
import { asked, type Decided, type DecideWith, declined, shown } from './decision.js';
import type { Readings } from './readings.js';

/** "The second one", "both", "neither", a label: only where something was offered. */
export function chosen(
  readings: Readings,
  context: Context | undefined,
  using: DecideWith,
): Decided | undefined {
  if (!context || context.offered.length === 0) return undefined;
  const { offered, choosing } = context;
  const again = (): Decided => ({
    decision: { kind: 'choose', question: 'again', choices: offered },
    reading: 'a choice that was not offered',
    ranking: [],
  });
  const choice = choiceByPlace(readings.typed, offered.length);
  const refused = choosing || /^(?:neither|none)\b/i.test(readings.typed);
  if (choice?.kind === 'none' && refused) return declined('neither', [], 'none of the choices');
  if (choice?.kind === 'missing') return again();
  if (choice?.kind === 'some') {
    return chose(
      choice.places.map((place) => offered[place]!),
      context,
      'chosen by its place',
    );
  }
  if (!choosing) {
    return choice?.kind === 'none' && isTheOther(readings.typed)
      ? chose([offered[0]!], context, 'the other one')
      : undefined;
  }
  if (readings.steer === 'yes' || readings.steer === 'ok') return again();
  if (readings.steer === 'no' && wantsNoMore(readings.typed)) return undefined;
  if (readings.steer === 'no') return declined('neither', [], 'none of the choices');
  const place = choiceByLabel(
    readings.typed,
    offered.map((topic) => using.labelOf(topic) ?? ''),
  );
  if (place !== undefined) {
    return chose([offered[place]!], context, 'chosen by its name');
  }
  const match = using.match(readings.typed);
  const top = match.topics[0];
  if (match.decision === 'clarify' && top && offered.includes(top.id)) {
    return shown([asked(top.id, readings)], 'chosen by what it says', match.topics);
  }
  return undefined;
}

/** What was not chosen stays on offer, first in the row, so that "the other one" finds it. */
function chose(topics: string[], { offered, choosing }: Context, reading: string): Decided {
  const asked = topics.map((topic) => ({ topic, about: [] }));
  const unsure = choosing ? offered.filter((topic) => !topics.includes(topic)) : [];
  const decision = { kind: 'show' as const, asked, notes: [], tooMany: false, unsure };
  return { decision, reading, ranking: [] };
}

function isTheOther(text: string): boolean {
  return /\bthe other(?: one)?\W*$/i.test(text);
}

/** "No thanks" ends the matter; "no" alone asks for something else. */
function wantsNoMore(text: string): boolean {
  return /\b(?:thank|nothing|never\s?mind|forget)/i.test(text);
}

/** A title or label typed as it stands. */
export function named(readings: Readings, using: DecideWith): Decided | undefined {
  const topic = using.topicNamed(wordsOf(readings.typed).join(' '));
  if (!topic) return undefined;
  return shown([{ topic, about: [] }], 'a topic by its name', []);
}

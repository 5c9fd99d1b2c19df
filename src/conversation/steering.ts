/** Decides a message that steers the talk: a tip, more of it, once more, or still about the emergency. */
import type { Context } from '../storage/ports.js';
import { wordsOf } from '../text/index.js';
import { choiceByLabel } from './choice.js';
import { contentWords } from './cues.js';
import { type Decided, type DecideWith, declined, shown } from './decision.js';
import type { Readings } from './readings.js';

/** "What did you say about it again?" means a topic of this talk that fits at least this well. */
const TOLD = 0.2;

/** After an urgent reply only a clear new question gets a card; everything else repeats what to do. */
export function afterUrgent(
  readings: Readings,
  context: Context | undefined,
  using: DecideWith,
): Decided | undefined {
  if (!context?.urgent) return undefined;
  const match = using.match(readings.typed);
  const top = match.topics[0];
  const own = contentWords(wordsOf(readings.typed)).filter(
    (word) => !using.afterUrgentWords.has(word),
  );
  const isNew =
    match.decision === 'answer' &&
    top !== undefined &&
    !using.isSmallTalk(top.id) &&
    top.id !== context.urgent &&
    !readings.steer &&
    own.length > 0;
  if (isNew) return undefined;
  return {
    decision: { kind: 'repeat-urgent', topic: context.urgent },
    reading: 'goes on about the emergency',
    ranking: [],
  };
}

/** "A tip", "tell me more", "yes", "what did you say about smoking again?". */
export function steered(
  readings: Readings,
  context: Context | undefined,
  using: DecideWith,
): Decided | undefined {
  const topic = context?.topics[0];
  switch (readings.steer) {
    case 'tip':
      return { decision: { kind: 'tip', topic }, reading: 'asks for a tip', ranking: [] };
    case 'another':
      if (topic && context.tips[topic]) {
        return { decision: { kind: 'tip', topic }, reading: 'asks for another tip', ranking: [] };
      }
      if (!topic || !/\bmore\b/i.test(readings.typed)) break;
      return shown([{ topic, about: [], more: true }], 'asks for more', []);
    case 'yes':
    case 'more':
      if (!topic) break;
      return shown([{ topic, about: [], more: true }], 'asks for more', []);
    case 'again':
      if (!topic) break;
      return shown([{ topic, about: [] }], 'asks for the same once more', []);
    case 'back': {
      const before = context?.topics[1];
      if (!before) break;
      return shown([{ topic: before, about: [] }], 'goes back to the topic before', []);
    }
    case 'wrong':
      return declined('neither', [], 'was not what was meant');
    case 'ok':
      if (!context || context.offered.length === 0) break;
      return {
        decision: { kind: 'choose', question: 'onward', choices: context.offered.slice(0, 3) },
        reading: 'takes note',
        ranking: [],
      };
    case 'no':
      if (!topic) break;
      return shown([{ topic: using.thanksTopic, about: [] }], 'wants no more', []);
  }
  const compared = readings.comparesBoth ? lastTwo(context) : undefined;
  if (compared) {
    const about = readings.about ? [readings.about] : [];
    return shown(
      compared.map((one) => ({ topic: one, about, ...(about[0] && { followUp: true as const }) })),
      'weighs the last two topics',
      [],
    );
  }
  if (readings.tipSubject) {
    const match = using.match(readings.tipSubject);
    const whole = using.match(readings.typed);
    const best = match.topics[0];
    if (best && match.decision === 'answer' && best.id === whole.topics[0]?.id) {
      return {
        decision: { kind: 'tip', topic: best.id },
        reading: 'asks for a tip on a topic',
        ranking: match.topics,
      };
    }
  }
  if (readings.recalled) {
    const { topics, decision } = using.match(readings.recalled);
    const labels = context?.topics.map((topic) => using.labelOf(topic) ?? '') ?? [];
    const place = choiceByLabel(readings.recalled, labels);
    if (place !== undefined) {
      const topic = context!.topics[place]!;
      return shown([{ topic, about: [] }], 'asks for it once more, by its name', topics);
    }
    const told = topics.find(
      ({ id, confidence }) => context?.topics.includes(id) && confidence >= TOLD,
    );
    const best = told ?? (decision === 'answer' ? topics[0] : undefined);
    if (best) return shown([{ topic: best.id, about: [] }], 'asks for it once more', topics);
  }
  return undefined;
}

/** The two topics last spoken of, the earlier first, when they are of one kind; else the last alone. */
function lastTwo(context: Context | undefined): string[] | undefined {
  const [last, before] = context?.topics ?? [];
  if (last === undefined) return undefined;
  const categoryOf = (topic: string) => topic.slice(0, topic.indexOf('/'));
  return before !== undefined && categoryOf(before) === categoryOf(last) ? [before, last] : [last];
}

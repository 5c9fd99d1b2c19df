/** What is decided about a message, and the small steps that all ways of deciding share. */
import type { Match } from '../matcher/types.js';
import type { About } from '../message.js';
import type { RankedTopic } from '../reply.js';
import type { Readings } from './readings.js';

/** A card to show, and what it should lead with. */
export interface Asked {
  topic: string;
  /** Parts of the card to lead with; none for the whole card. */
  about: About[];
  /** It goes on about a card that was shown: the part alone is enough. */
  followUp?: true;
  /** "Tell me more": lead with everything but the short answer. */
  more?: true;
}

/** What became of one of several questions in a message: it has no card, or may have one of a few. */
export interface PartNote {
  /** Which question, counted from 0. */
  part: number;
  outcome: 'without' | 'unsure';
}

export type Decision =
  | { kind: 'show'; asked: Asked[]; notes: PartNote[]; tooMany: boolean; unsure: string[] }
  | { kind: 'tip'; topic: string | undefined }
  | { kind: 'choose'; question: 'which' | 'again' | 'onward'; choices: string[] }
  | {
      kind: 'decline';
      reason: 'plain' | 'empty' | 'unfinished' | 'neither';
      /** Topics that nearly fit, best first. */
      near: string[];
    }
  | { kind: 'repeat-urgent'; topic: string };

export interface Decided {
  decision: Decision;
  /** The reading that won, for `--explain`. */
  reading: string;
  courtesy?: 'greeting' | 'thanks';
  ranking: RankedTopic[];
}

/** What deciding needs to know of the pack and the matcher. */
export interface DecideWith {
  match: (text: string) => Match;
  labelOf: (topic: string) => string | undefined;
  /** The topic whose title or label these very words are. */
  topicNamed: (words: string) => string | undefined;
  /** Small talk is never the topic at hand. */
  isSmallTalk: (topic: string) => boolean;
  /** A greeting, thanks or goodbye is no question of its own beside another. */
  isCourtesy: (topic: string) => boolean;
  thanksTopic: string;
  /** Words that go on about an emergency and are no new question. */
  afterUrgentWords: ReadonlySet<string>;
}

/** @param unsure topics to offer first, since the message may mean one of them instead. */
export function shown(
  asked: Asked[],
  reading: string,
  ranking: RankedTopic[],
  unsure: string[] = [],
): Decided {
  const decision: Decision = { kind: 'show', asked, notes: [], tooMany: false, unsure };
  return { decision, reading, ranking };
}

export function declined(
  reason: Extract<Decision, { kind: 'decline' }>['reason'],
  near: string[],
  reading: string,
  ranking: RankedTopic[] = [],
): Decided {
  return { decision: { kind: 'decline', reason, near }, reading, ranking };
}

/** Parts worth leading with in a question that names its topic; "what is …" wants the short answer. */
export function asked(topic: string, { about }: Readings): Asked {
  return { topic, about: about && about !== 'what' && about !== 'who' ? [about] : [] };
}

export function onward(topic: string, { about }: Readings): Asked {
  return { topic, about: about ? [about] : [], followUp: true };
}

export function confidenceIn(ranking: readonly RankedTopic[], topic: string): number {
  return Math.max(
    0,
    ...ranking.filter(({ id }) => id === topic).map(({ confidence }) => confidence),
  );
}

/** Names what is broken in a pack, and what is allowed but weak. */
import type { ContentProblem } from '../../errors.js';
import { type PackReading, readPack } from '../load.js';
import { byPlace } from '../yaml-file.js';
import { longCards, thinTopics } from './cards.js';
import { copiedRuns, type Reference } from './copied.js';
import { weakLexicon } from './lexicon.js';
import { looseAmounts, productsInUrgent } from './policy.js';
import { hardToRead } from './readability.js';
import { unreachableCards } from './related.js';
import type { Rule } from './rule.js';
import { fewUtterances, repeatedUtterances } from './utterances.js';

export type { Reference } from './copied.js';

export interface LintReport {
  /** Sorted by file and line; empty when there is nothing to mend. */
  problems: ContentProblem[];
  /** The size of the pack, and how much of it a clinician has reviewed, in one line. */
  summary: string;
}

const RULES: readonly Rule[] = [
  fewUtterances,
  repeatedUtterances,
  thinTopics,
  longCards,
  unreachableCards,
  hardToRead,
  looseAmounts,
  productsInUrgent,
  weakLexicon,
];

/**
 * Every problem of the pack in a folder at once, the broken things of `loadPack` among them.
 *
 * @param references texts that the pack may not copy from.
 * @throws ContentError only when the folder itself cannot be read.
 */
export async function lintPack(
  dir: string,
  references: readonly Reference[] = [],
): Promise<LintReport> {
  const reading = await readPack(dir);
  const problems = [
    ...reading.problems,
    ...RULES.flatMap((rule) => rule(reading)),
    ...copiedRuns(reading, references),
  ];
  return { problems: problems.sort(byPlace), summary: summaryOf(reading) };
}

function summaryOf({ draft }: PackReading): string {
  const { topics, outOfScope, lexicon } = draft;
  const utterances = topics.reduce((sum, topic) => sum + topic.utterances.length, 0);
  const reviewable = topics.filter((topic) => topic.kind !== 'chat');
  const reviewed = reviewable.filter((topic) => topic.reviewed_by !== undefined);
  return (
    `${topics.length} topics, ${utterances} utterances, ${outOfScope.length} to decline, ` +
    `${lexicon.length} concepts; ${reviewed.length} of ${reviewable.length} cards reviewed by a clinician`
  );
}

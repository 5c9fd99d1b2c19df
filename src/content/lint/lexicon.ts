/** The lexicon must be rich, and no phrase of it may mean two things. */
import type { ContentProblem } from '../../errors.js';
import { stemOf, wordsOf } from '../../text/index.js';
import type { PackReading } from '../load.js';
import { problemAt } from '../yaml-file.js';
import { wholeFile } from './rule.js';

const FEWEST_CONCEPTS = 150;

export function weakLexicon(reading: PackReading): ContentProblem[] {
  const { draft } = reading;
  const yaml = wholeFile(reading, 'lexicon.yaml');
  if (!yaml) return [];
  const problems: ContentProblem[] = [];
  if (draft.lexicon.length < FEWEST_CONCEPTS) {
    const what = `has ${draft.lexicon.length} concepts`;
    problems.push(problemAt(yaml, [], what, `write at least ${FEWEST_CONCEPTS}`));
  }
  const first = new Map<string, string>();
  for (const { id, phrases } of draft.lexicon) {
    for (const [i, phrase] of phrases.entries()) {
      // The matcher compares stems, so "thin bone" and "thin bones" are one phrase to it.
      const key = wordsOf(phrase).map(stemOf).join(' ');
      const owner = first.get(key);
      if (owner === undefined) {
        first.set(key, id);
      } else if (owner !== id) {
        const what = `"${phrase}" already stands for ${owner}`;
        const path = [id, 'phrases', i];
        problems.push(problemAt(yaml, path, what, 'keep it with one of the two concepts'));
      }
    }
  }
  return problems;
}

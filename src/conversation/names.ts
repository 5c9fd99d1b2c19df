/** Finds the topic whose name a message is. */
import type { Topic } from '../content/pack.js';
import { editDistance, wordsOf } from '../text/index.js';

/** Longer messages are questions, not names. */
const LONGEST_NAME = 60;

/**
 * Topics by title and label, a slip or two forgiven; small talk also by the last part of its id
 * ("help", "about"). The function returned takes words as `wordsOf` gives them, joined by blanks, and
 * gives undefined where no name, or more than one, is that near.
 */
export function namesOf(topics: readonly Topic[]): (words: string) => string | undefined {
  const named = new Map<string, string>();
  for (const { id, kind, title, label } of topics) {
    const names = kind === 'chat' ? [title, label, id.slice(id.indexOf('/') + 1)] : [title, label];
    for (const name of names) named.set(wordsOf(name).join(' '), id);
  }
  return (words) => {
    const exact = named.get(words);
    if (exact || words.length > LONGEST_NAME) return exact;
    const most = words.length >= 9 ? 2 : words.length >= 6 ? 1 : 0;
    const near = [...named].filter(([name]) => editDistance(words, name, most) <= most);
    const ids = new Set(near.map(([, id]) => id));
    return ids.size === 1 ? [...ids][0] : undefined;
  };
}

/** What a person may be about to ask, while they type: for autocomplete and type-ahead on any channel. */
import Fuse from 'fuse.js';
import { words as stopWords } from 'natural/lib/natural/util/stopwords.js';
import type { ContentPack, Topic } from './content/pack.js';
import type { Offer } from './reply.js';
import type { TriageText } from './safety/types.js';
import { fold } from './text/index.js';

/** The best topics for what has been typed so far, at most `most` (default 6), best first. */
export type Suggest = (typed: string, most?: number) => Offer[];

/** How many utterances of a topic are searched as the common ways to ask: more would take too long. */
export const QUESTIONS_A_TOPIC = 3;
/** A longer text is a whole question already; its first words tell the topic well enough. */
const READ_CHARACTERS = 100;
/** Each word costs about a millisecond over 60 topics: the longest ones tell the most. */
const MOST_WORDS = 3;

const EMPTY_WORDS = new Set(stopWords);

/**
 * Builds the list once; a search takes under 5 ms. The label of a suggestion is the topic's title.
 *
 * @param triage sees every text first and whole: what is urgent gets no cheerful suggestions.
 */
export function createSuggester(pack: Pick<ContentPack, 'topics'>, triage: TriageText): Suggest {
  const rows = pack.topics.filter(({ kind }) => kind === 'card').flatMap(rowsOf);
  const fuse = new Fuse(rows, {
    keys: [
      { name: 'title', weight: 2 },
      { name: 'text', weight: 1 },
    ],
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.3,
    tokenize: tellingWords,
  });
  return (typed, most = 6) => {
    if (triage(typed).flags.length > 0) return [];
    const query = queryOf(typed);
    if (query === '') return [];
    const found = new Map<string, Offer>();
    for (const { item } of fuse.search(query)) {
      if (found.size === most) break;
      if (!found.has(item.topic)) found.set(item.topic, { topic: item.topic, label: item.title });
    }
    return [...found.values()];
  };
}

/** The word being typed, if it is two letters long, and the longest of the words before it. */
function queryOf(typed: string): string {
  const words = tellingWords(fold(typed.slice(0, READ_CHARACTERS)));
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS);
  return longest.join(' ');
}

function tellingWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return words.filter((word) => !EMPTY_WORDS.has(word));
}

interface Row {
  topic: string;
  title: string;
  text: string;
}

function rowsOf({ id, title, label, utterances }: Topic): Row[] {
  return [label, ...utterances.slice(0, QUESTIONS_A_TOPIC)].map((text) => ({
    topic: id,
    title,
    text,
  }));
}

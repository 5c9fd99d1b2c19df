/**
 * A second opinion by fuzzy search: how near is the message to the nearest utterance of each topic?
 * A search costs some 20 microseconds an utterance, so it only ever sees a shortlist, and the caller
 * asks only when the classifier is not sure.
 */
import Fuse from 'fuse.js';
import type { Reading } from './reading.js';

export interface Nearest {
  /** 0 (nothing alike) to 1 (the same words). */
  likeness: number;
  /** The index of the utterance within its topic; -1 when nothing was near. */
  utterance: number;
}

/** How many utterances of a topic the search sees: those that share the rarest words with the message. */
const SHORTLIST = 6;
/** Words of a message that the search looks for; in a long message only the rarest. */
const MOST_WORDS = 12;

interface Entry {
  terms: string[];
  text: string;
}

export class FuzzyOpinion {
  readonly #entries: (Entry[] | undefined)[] = [];
  readonly #readTopic: (topic: number) => Reading[];
  readonly #rarity: (term: string) => number;

  /**
   * @param readTopic the readings of a topic's utterances; asked once for each topic, when first needed.
   * @param rarity how much a term tells, such as its inverse document frequency.
   */
  constructor(readTopic: (topic: number) => Reading[], rarity: (term: string) => number) {
    this.#readTopic = readTopic;
    this.#rarity = rarity;
  }

  /**
   * The nearest utterance of each of the topics.
   *
   * @param skip leaves out utterances, for cross-validation.
   */
  nearest(
    reading: Reading,
    topics: readonly number[],
    skip?: (topic: number, utterance: number) => boolean,
  ): Nearest[] {
    const terms = this.#tellingTerms(reading);
    const found = topics.map((): Nearest => ({ likeness: 0, utterance: -1 }));
    if (terms.length === 0) return found;
    const shortlist = topics.flatMap((topic, place) =>
      this.#shortlist(new Set(terms), topic, skip).map((utterance) => ({
        place,
        utterance,
        text: this.#topic(topic)[utterance]!.text,
      })),
    );
    const fuse = new Fuse(shortlist, {
      keys: ['text'],
      useTokenSearch: true,
      includeScore: true,
      ignoreLocation: true,
      threshold: 0.4,
    });
    for (const { item, score = 1 } of fuse.search(terms.join(' '))) {
      const best = found[item.place]!;
      if (1 - score > best.likeness) {
        best.likeness = 1 - score;
        best.utterance = item.utterance;
      }
    }
    return found;
  }

  #tellingTerms({ terms }: Reading): string[] {
    const unique = [...new Set(terms)];
    if (unique.length <= MOST_WORDS) return unique;
    const rarest = new Set(
      [...unique].sort((a, b) => this.#rarity(b) - this.#rarity(a)).slice(0, MOST_WORDS),
    );
    return unique.filter((term) => rarest.has(term));
  }

  #topic(topic: number): Entry[] {
    this.#entries[topic] ??= this.#readTopic(topic).map(({ terms }) => ({
      terms: [...new Set(terms)],
      text: terms.join(' '),
    }));
    return this.#entries[topic]!;
  }

  #shortlist(
    wanted: ReadonlySet<string>,
    topic: number,
    skip?: (topic: number, utterance: number) => boolean,
  ): number[] {
    const scored: { utterance: number; shared: number }[] = [];
    for (const [utterance, { terms }] of this.#topic(topic).entries()) {
      if (skip?.(topic, utterance)) continue;
      let shared = 0;
      for (const term of terms) if (wanted.has(term)) shared += this.#rarity(term);
      if (shared > 0) scored.push({ utterance, shared: shared / Math.sqrt(terms.length) });
    }
    scored.sort((a, b) => b.shared - a.shared || a.utterance - b.utterance);
    return scored.slice(0, SHORTLIST).map(({ utterance }) => utterance);
  }
}

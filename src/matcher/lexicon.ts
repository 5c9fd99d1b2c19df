/** Finds the concepts that a message names, in whatever words. */
import { stemOf, wordsOf } from '../text/index.js';
import type { LexiconConcept } from './types.js';

export interface ConceptHit {
  concept: string;
  /** The phrase of the lexicon that was found. */
  phrase: string;
}

/**
 * Every beginning of every phrase, as stems joined by blanks: a whole phrase leads to its concept, a
 * mere beginning to `null`. One flat map, so that a trained model holds it as it is.
 */
export type LexiconData = Map<string, ConceptHit | null>;

/** A phrase that two concepts claim belongs to the first. */
export function compileLexicon(concepts: readonly LexiconConcept[]): LexiconData {
  const beginnings: LexiconData = new Map();
  for (const { id, phrases } of concepts) {
    for (const phrase of phrases) {
      let beginning = '';
      for (const word of wordsOf(phrase)) {
        beginning = beginning ? `${beginning} ${stemOf(word)}` : stemOf(word);
        if (!beginnings.has(beginning)) beginnings.set(beginning, null);
      }
      if (beginning && !beginnings.get(beginning))
        beginnings.set(beginning, { concept: id, phrase });
    }
  }
  return beginnings;
}

/**
 * The concepts in a message: at each word the longest phrase wins, and reading goes on behind it.
 *
 * @param stems the stems of a message, in order.
 */
export function findConcepts(stems: readonly string[], lexicon: LexiconData): ConceptHit[] {
  const hits: ConceptHit[] = [];
  for (let at = 0; at < stems.length; ) {
    let beginning = stems[at]!;
    let known = lexicon.get(beginning);
    let end = at + 1;
    let hit = known ?? undefined;
    for (let next = at + 1; known !== undefined && next < stems.length; next++) {
      beginning += ` ${stems[next]}`;
      known = lexicon.get(beginning);
      if (known) {
        hit = known;
        end = next + 1;
      }
    }
    if (hit) hits.push(hit);
    at = end;
  }
  return hits;
}

/** From the words of a message to a sparse vector: three groups of features, each of length one. */
import type { Reading } from './reading.js';

/** A sparse vector. Ids are unique and unordered; the bias is not among them. */
export interface SparseVector {
  ids: Int32Array;
  values: Float32Array;
}

export interface VectoriserData {
  features: string[];
  /** Inverse document frequency of each feature. */
  idf: Float32Array;
}

/** Groups are normalised apart, so that a long word's many letter groups cannot drown the words. */
const GROUPS = ['words', 'pairs', 'letters'] as const;
const GRAM_SIZES = [3, 4] as const;
/** A rarer feature says little; single words are kept all the same, since small packs need them. */
const FEWEST_UTTERANCES = { words: 1, pairs: 2, letters: 2 } as const;

/** A word that no utterance holds cannot bring one nearer. */
const UNKNOWN_RARITY = 0;

type GroupName = (typeof GROUPS)[number];
type Emit = (feature: string) => void;

function emitWords(reading: Reading, emit: Emit): void {
  for (const stem of reading.sequence) emit(stem);
  for (const { concept } of reading.concepts) emit(`#${concept}`);
}

/** Neighbouring pairs, and pairs with one word between them, of terms; concepts pair up too. */
function emitPairs(reading: Reading, emit: Emit): void {
  const { sequence } = reading;
  for (let i = 0; i + 1 < sequence.length; i++) {
    emit(`${sequence[i]} ${sequence[i + 1]}`);
    if (i + 2 < sequence.length) emit(`${sequence[i]} _ ${sequence[i + 2]}`);
  }
  const concepts = reading.concepts.map(({ concept }) => concept);
  for (let i = 0; i < concepts.length; i++) {
    for (let j = i + 1; j < concepts.length && j < i + 4; j++) {
      const [a, b] = [concepts[i]!, concepts[j]!].sort();
      if (a !== b) emit(`#${a} #${b}`);
    }
  }
}

const gramsOfWord = new Map<string, string[]>();
const REMEMBERED_WORDS = 20_000;

function grams(word: string): string[] {
  const known = gramsOfWord.get(word);
  if (known) return known;
  const edged = `<${word}>`;
  const found: string[] = [];
  for (const size of GRAM_SIZES) {
    for (let at = 0; at + size <= edged.length; at++) found.push(`~${edged.slice(at, at + size)}`);
  }
  if (gramsOfWord.size < REMEMBERED_WORDS) gramsOfWord.set(word, found);
  return found;
}

function emitLetters(reading: Reading, emit: Emit): void {
  for (const word of reading.words) for (const gram of grams(word)) emit(gram);
}

const EMITTERS: Record<GroupName, (reading: Reading, emit: Emit) => void> = {
  words: emitWords,
  pairs: emitPairs,
  letters: emitLetters,
};

export class Vectoriser {
  readonly data: VectoriserData;
  readonly #ids = new Map<string, number>();

  constructor(data: VectoriserData) {
    this.data = data;
    data.features.forEach((feature, id) => {
      this.#ids.set(feature, id);
    });
  }

  /** Learns which features there are, and how rare each is, from the readings to train on. */
  static fit(readings: readonly Reading[]): Vectoriser {
    const features: string[] = [];
    const idf: number[] = [];
    for (const name of GROUPS) {
      const documents = new Map<string, number>();
      for (const reading of readings) {
        const seen = new Set<string>();
        EMITTERS[name](reading, (feature) => seen.add(feature));
        for (const feature of seen) documents.set(feature, (documents.get(feature) ?? 0) + 1);
      }
      for (const [feature, count] of documents) {
        if (count < FEWEST_UTTERANCES[name]) continue;
        features.push(feature);
        idf.push(Math.log((1 + readings.length) / (1 + count)) + 1);
      }
    }
    return new Vectoriser({ features, idf: Float32Array.from(idf) });
  }

  get size(): number {
    return this.data.features.length;
  }

  /** How much a stem tells: its inverse document frequency, and that of a rare word when unknown. */
  rarity(stem: string): number {
    const id = this.#ids.get(stem);
    return id === undefined ? UNKNOWN_RARITY : this.data.idf[id]!;
  }

  vector(reading: Reading): SparseVector {
    const ids: number[] = [];
    const values: number[] = [];
    for (const name of GROUPS) {
      const counts = new Map<number, number>();
      EMITTERS[name](reading, (feature) => {
        const id = this.#ids.get(feature);
        if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
      });
      const start = ids.length;
      let squares = 0;
      for (const [id, count] of counts) {
        const value = (1 + Math.log(count)) * this.data.idf[id]!;
        ids.push(id);
        values.push(value);
        squares += value * value;
      }
      const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      for (let i = start; i < values.length; i++) values[i] = values[i]! * scale;
    }
    return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
  }
}

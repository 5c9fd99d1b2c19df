/** From a document to a sparse vector: groups of named features, weighed by rarity, each of length one. */
import { hashOf } from '../text/index.js';

/** A sparse vector. Ids are unique and unordered; the bias is not among them. */
export interface SparseVector {
  ids: Int32Array;
  values: Float32Array;
}

export interface VectoriserData {
  /**
   * The hash of each feature's name, by id: a fifth of what the names take, and nothing to parse at
   * start. Of 100,000 features one or two share a hash, and one look-up in 40,000 takes a stranger
   * for one of them.
   */
  hashes: Uint32Array;
  /** Inverse document frequency of each feature. */
  idf: Float32Array;
}

/** One way to look at a document. Groups are normalised apart, so that the many cannot drown the few. */
export interface FeatureGroup<Document> {
  /** A feature that fewer documents than this hold is not learnt. */
  fewest: number;
  /** Names the document's features one by one; no two groups may share a name. */
  emit(document: Document, emit: (feature: string) => void): void;
}

const EMPTY = -1;

export class Vectoriser<Document> {
  readonly data: VectoriserData;
  /** The rarity of a feature that a single document holds. */
  readonly highestRarity: number;
  readonly #groups: readonly FeatureGroup<Document>[];
  /** Feature ids by hash: open addressing, at most half full. */
  readonly #table: Int32Array;
  /** How often the document at hand holds each feature; all zero between documents. */
  readonly #counts: Uint16Array;

  constructor(groups: readonly FeatureGroup<Document>[], data: VectoriserData) {
    this.data = data;
    this.highestRarity = data.idf.reduce((highest, idf) => Math.max(highest, idf), 0);
    this.#groups = groups;
    this.#counts = new Uint16Array(data.hashes.length);
    this.#table = tableOf(data.hashes);
  }

  /** Learns which features there are, and how rare each is, from the documents to train on. */
  static fit<Document>(
    groups: readonly FeatureGroup<Document>[],
    documents: readonly Document[],
  ): Vectoriser<Document> {
    const rarities = new Map<number, number>();
    for (const group of groups) {
      const counts = new Map<string, number>();
      for (const document of documents) {
        const seen = new Set<string>();
        group.emit(document, (feature) => seen.add(feature));
        for (const feature of seen) counts.set(feature, (counts.get(feature) ?? 0) + 1);
      }
      for (const [feature, count] of counts) {
        const hash = hashOf(feature);
        if (count < group.fewest || rarities.has(hash)) continue;
        rarities.set(hash, Math.log((1 + documents.length) / (1 + count)) + 1);
      }
    }
    return new Vectoriser(groups, {
      hashes: Uint32Array.from(rarities.keys()),
      idf: Float32Array.from(rarities.values()),
    });
  }

  get size(): number {
    return this.data.hashes.length;
  }

  /** The number of a feature; undefined when no document that was learnt from holds it. */
  idOf(feature: string): number | undefined {
    const id = this.#find(feature);
    return id === EMPTY ? undefined : id;
  }

  /** How much a feature tells: its inverse document frequency; nothing when it is unknown. */
  rarity(feature: string): number {
    const id = this.#find(feature);
    return id === EMPTY ? 0 : this.data.idf[id]!;
  }

  /** The names of a document's known features, by id. */
  namesIn(document: Document): Map<number, string> {
    const names = new Map<number, string>();
    for (const group of this.#groups) {
      group.emit(document, (feature) => {
        const id = this.#find(feature);
        if (id !== EMPTY) names.set(id, feature);
      });
    }
    return names;
  }

  vector(document: Document): SparseVector {
    const ids: number[] = [];
    const values: number[] = [];
    const counts = this.#counts;
    const count = (feature: string) => {
      const id = this.#find(feature);
      if (id !== EMPTY && counts[id]!++ === 0) ids.push(id);
    };
    for (const group of this.#groups) {
      const start = ids.length;
      group.emit(document, count);
      let squares = 0;
      for (let i = start; i < ids.length; i++) {
        const id = ids[i]!;
        const times = counts[id]!;
        counts[id] = 0;
        const value = (times === 1 ? 1 : 1 + Math.log(times)) * this.data.idf[id]!;
        values.push(value);
        squares += value * value;
      }
      const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      for (let i = start; i < values.length; i++) values[i] = values[i]! * scale;
    }
    return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
  }

  #find(feature: string): number {
    const hash = hashOf(feature);
    const table = this.#table;
    const { hashes } = this.data;
    for (let slot = slotOf(hash, table); ; slot = (slot + 1) & (table.length - 1)) {
      const id = table[slot]!;
      if (id === EMPTY || hashes[id] === hash) return id;
    }
  }
}

/** The length is a power of two. */
function tableOf(hashes: Uint32Array): Int32Array {
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * hashes.length + 2))).fill(EMPTY);
  for (const [id, hash] of hashes.entries()) {
    let slot = slotOf(hash, table);
    while (table[slot] !== EMPTY) slot = (slot + 1) & (table.length - 1);
    table[slot] = id;
  }
  return table;
}

/** The low bits of the hash alone are too alike for short names. */
function slotOf(hash: number, { length }: Int32Array): number {
  return (hash ^ (hash >>> 15)) & (length - 1);
}

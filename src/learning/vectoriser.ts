/** From a document to a sparse vector: groups of named features, weighed by rarity, each of length one. */

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

/** One way to look at a document. Groups are normalised apart, so that the many cannot drown the few. */
export interface FeatureGroup<Document> {
  /** A feature that fewer documents than this hold is not learnt. */
  fewest: number;
  /** Names the document's features one by one; no two groups may share a name. */
  emit(document: Document, emit: (feature: string) => void): void;
}

export class Vectoriser<Document> {
  readonly data: VectoriserData;
  readonly #groups: readonly FeatureGroup<Document>[];
  /** The rarity of a feature that a single document holds. */
  readonly highestRarity: number;
  readonly #ids = new Map<string, number>();
  /** How often the document at hand holds each feature; all zero between documents. */
  readonly #counts: Uint16Array;

  constructor(groups: readonly FeatureGroup<Document>[], data: VectoriserData) {
    this.data = data;
    this.highestRarity = data.idf.reduce((highest, idf) => Math.max(highest, idf), 0);
    this.#groups = groups;
    this.#counts = new Uint16Array(data.features.length);
    data.features.forEach((feature, id) => {
      this.#ids.set(feature, id);
    });
  }

  /** Learns which features there are, and how rare each is, from the documents to train on. */
  static fit<Document>(
    groups: readonly FeatureGroup<Document>[],
    documents: readonly Document[],
  ): Vectoriser<Document> {
    const features: string[] = [];
    const idf: number[] = [];
    for (const group of groups) {
      const counts = new Map<string, number>();
      for (const document of documents) {
        const seen = new Set<string>();
        group.emit(document, (feature) => seen.add(feature));
        for (const feature of seen) counts.set(feature, (counts.get(feature) ?? 0) + 1);
      }
      for (const [feature, count] of counts) {
        if (count < group.fewest) continue;
        features.push(feature);
        idf.push(Math.log((1 + documents.length) / (1 + count)) + 1);
      }
    }
    return new Vectoriser(groups, { features, idf: Float32Array.from(idf) });
  }

  get size(): number {
    return this.data.features.length;
  }

  /** The number of a feature; undefined when no document that was learnt from holds it. */
  idOf(feature: string): number | undefined {
    return this.#ids.get(feature);
  }

  /** How much a feature tells: its inverse document frequency; nothing when it is unknown. */
  rarity(feature: string): number {
    const id = this.#ids.get(feature);
    return id === undefined ? 0 : this.data.idf[id]!;
  }

  vector(document: Document): SparseVector {
    const ids: number[] = [];
    const values: number[] = [];
    const counts = this.#counts;
    const count = (feature: string) => {
      const id = this.#ids.get(feature);
      if (id !== undefined && counts[id]!++ === 0) ids.push(id);
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
}

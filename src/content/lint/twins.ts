/** Finds the texts of a long list that say what an earlier one says. */

/** Two texts with this share of their words in common (Jaccard) are one and the same. */
const NEAR = 0.9;
/** Shorter ones differ by a word that matters: "calcium in milk", "calcium in cheese". */
const NEAR_WORDS = 5;

export interface Text {
  /** Equal for texts that are the same word for word. */
  key: string;
  /** The different words that carry meaning. */
  words: readonly string[];
}

export interface Twin {
  /** The place of the earlier text in the list. */
  of: number;
  /** False where only nearly all words are shared. */
  exact: boolean;
}

/**
 * For each text the first earlier one that is the same, or else nearly the same. Looks only at texts
 * that share a rare word, so ten thousand take a fraction of a second.
 */
export function twinsOf(texts: readonly Text[]): (Twin | undefined)[] {
  const frequency = new Map<string, number>();
  for (const word of texts.flatMap(({ words }) => words)) {
    frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const byKey = new Map<string, number>();
  const byRareWord = new Map<string, number[]>();
  return texts.map(({ key, words }, at) => {
    const same = byKey.get(key);
    if (same !== undefined) return { of: same, exact: true };
    byKey.set(key, at);
    if (words.length < NEAR_WORDS) return undefined;
    let near: number | undefined;
    for (const word of rareWords(words, frequency)) {
      const others = byRareWord.get(word) ?? [];
      const found = others.find((other) => nearlySame(words, texts[other]!.words));
      if (found !== undefined && (near === undefined || found < near)) near = found;
      byRareWord.set(word, others);
      others.push(at);
    }
    return near === undefined ? undefined : { of: near, exact: false };
  });
}

/**
 * The rarest words of a text, just so many that every text that is near enough must hold one of them
 * among its own rarest (prefix filtering): looking under these misses no pair.
 */
function rareWords(words: readonly string[], frequency: ReadonlyMap<string, number>): string[] {
  const rarestFirst = words.toSorted(
    (a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1),
  );
  return rarestFirst.slice(0, words.length - Math.ceil(NEAR * words.length) + 1);
}

function nearlySame(a: readonly string[], b: readonly string[]): boolean {
  const inB = new Set(b);
  const shared = a.filter((word) => inB.has(word)).length;
  return shared >= NEAR * (a.length + b.length - shared);
}

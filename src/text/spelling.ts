/** Corrects a slip of the finger towards the words we know, and leaves real English alone. */
import { createRequire } from 'node:module';
import { editDistance } from './distance.js';
import { hashOf } from './hash.js';

/** A set of words held as sorted 32-bit FNV-1a hashes: small on disk, nothing to parse at start. */
export class WordSet {
  readonly hashes: Uint32Array;

  constructor(hashes: Uint32Array) {
    this.hashes = hashes;
  }

  static of(words: Iterable<string>): WordSet {
    const hashes = new Set<number>();
    for (const word of words) hashes.add(hashOf(word));
    return new WordSet(Uint32Array.from(hashes).sort());
  }

  /** True for every word of the set, and for one other word in about 50,000. */
  has(word: string): boolean {
    const wanted = hashOf(word);
    let low = 0;
    let high = this.hashes.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const hash = this.hashes[middle]!;
      if (hash === wanted) return true;
      if (hash < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }
}

/**
 * The 90,000 English words that `natural` ships for its part-of-speech tagger. Takes about 0.1 s:
 * call it when training, and keep the set with what was trained.
 */
export function loadEnglishWords(): WordSet {
  const lexicon = createRequire(import.meta.url)(
    'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json',
  ) as Record<string, unknown>;
  return WordSet.of(
    Object.keys(lexicon)
      .filter((word) => /^[A-Za-z]+$/.test(word))
      .map((word) => word.toLowerCase()),
  );
}

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['s', ['']],
  ['es', ['']],
  ['ies', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['ers', ['', 'e']],
  ['ly', ['']],
  ['y', ['', 'e']],
];

interface Known {
  word: string;
  count: number;
  /** One bit per letter of the alphabet that the word holds. */
  letters: number;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
  }
  return letters;
}

function bitCount(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many slips a word of this length may hold: short words have too many neighbours for two. */
function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

const REMEMBERED = 5_000;

export class Speller {
  readonly #counts: ReadonlyMap<string, number>;
  readonly #english: WordSet;
  /** By length, then by the sound that they begin with. */
  readonly #byLength: Map<number, Known[]>[] = [];
  readonly #remembered = new Map<string, string | undefined>();

  /**
   * @param vocabulary the words to correct towards, with how often each occurs.
   * @param english words that are never corrected.
   */
  constructor(vocabulary: ReadonlyMap<string, number>, english: WordSet) {
    this.#counts = vocabulary;
    this.#english = english;
    for (const [word, count] of vocabulary) {
      if (word.length < 4 || !/^[a-z]+$/.test(word)) continue;
      const known = { word, count, letters: lettersOf(word) };
      this.#byLength[word.length] ??= new Map();
      const bySound = this.#byLength[word.length]!;
      const others = bySound.get(firstSound(word));
      if (others) others.push(known);
      else bySound.set(firstSound(word), [known]);
    }
  }

  knows(word: string): boolean {
    return this.#counts.has(word);
  }

  /** True for a word of the English list, or one that is such a word with a common ending. */
  isEnglish(word: string): boolean {
    if (this.#english.has(word)) return true;
    for (const [ending, stems] of ENDINGS) {
      if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
      const head = word.slice(0, -ending.length);
      for (const stem of stems) if (this.#english.has(head + stem)) return true;
      const last = head.at(-1);
      if (last === head.at(-2) && this.#english.has(head.slice(0, -1))) return true;
    }
    return false;
  }

  /**
   * What the word was probably meant to be: a vocabulary word, or two of them when the space was
   * missed ("vitamind" to "vitamin d"). Undefined when the word is known, is English, is too short,
   * or nothing is near.
   */
  correct(word: string): string | undefined {
    if (word.length < 4 || word.length > 40 || this.#counts.has(word)) return undefined;
    if (this.#remembered.has(word)) return this.#remembered.get(word);
    const corrected =
      /^[a-z]+$/.test(word) && !this.isEnglish(word)
        ? (this.#parted(word) ?? this.#nearest(word))
        : undefined;
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(word, corrected);
    return corrected;
  }

  /**
   * As `correct`, for one message: after so many words that are not known, further ones stay as typed,
   * so that a flood of nonsense cannot hold up everybody else.
   */
  forMessage(mostUnknown: number): (word: string) => string | undefined {
    let left = mostUnknown;
    return (word) => {
      if (this.#counts.has(word) || --left < 0) return undefined;
      return this.correct(word);
    };
  }

  #nearest(word: string): string | undefined {
    const most = slipsAllowed(word.length);
    const letters = lettersOf(word);
    const sound = firstSound(word);
    let best: Known | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const [otherSound, words] of this.#byLength[length] ?? []) {
        // Two slips only in a word that begins alike: people seldom mistake the first sound.
        const here = otherSound === sound ? most : 1;
        if (Math.abs(length - word.length) > here) continue;
        for (const known of words) {
          if (bitCount(letters ^ known.letters) > 2 * here) continue;
          const distance = editDistance(word, known.word, here);
          if (distance > here || distance > slipsAllowed(known.word.length)) continue;
          const sameStart = word.charCodeAt(0) === known.word.charCodeAt(0);
          const cost = distance + (sameStart ? 0 : 0.5);
          const better =
            cost < bestCost ||
            (cost === bestCost &&
              best !== undefined &&
              (known.count > best.count || (known.count === best.count && known.word < best.word)));
          if (better) {
            best = known;
            bestCost = cost;
          }
        }
      }
    }
    return best?.word;
  }

  /** Two known words run together: both of four letters or more, or a long one and a single letter. */
  #parted(word: string): string | undefined {
    let best: string | undefined;
    let bestCount = 0;
    for (let at = 4; at < word.length; at++) {
      const head = word.slice(0, at);
      const tail = word.slice(at);
      if (tail.length < 4 && !(tail.length === 1 && head.length >= 6)) continue;
      const count = Math.min(this.#counts.get(head) ?? 0, this.#counts.get(tail) ?? 0);
      if (count > bestCount) {
        best = `${head} ${tail}`;
        bestCount = count;
      }
    }
    return best;
  }
}

/** The first letter, or the one that sounds like it, so that "kalsium" may still be calcium. */
function firstSound(word: string): number {
  if (word.startsWith('ph')) return 'f'.charCodeAt(0);
  const letter = word[0]!;
  if (letter === 'c' || letter === 'q') return 'k'.charCodeAt(0);
  return letter === 'z' ? 's'.charCodeAt(0) : letter.charCodeAt(0);
}

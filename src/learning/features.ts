/** Features of words that any reader of short messages can use. */

type Emit = (feature: string) => void;

/** Neighbouring pairs, and pairs with one word between them. */
export function emitPairs(sequence: readonly string[], emit: Emit): void {
  for (let i = 0; i + 1 < sequence.length; i++) {
    emit(`${sequence[i]} ${sequence[i + 1]}`);
    if (i + 2 < sequence.length) emit(`${sequence[i]} _ ${sequence[i + 2]}`);
  }
}

const GRAM_SIZES = [3, 4] as const;
const REMEMBERED_WORDS = 20_000;
const gramsOfWord = new Map<string, string[]>();

/** Groups of three and four letters within each word and at its edges: what is left of a word after a slip. */
export function emitLetters(words: readonly string[], emit: Emit): void {
  for (const word of words) for (const gram of gramsOf(word)) emit(gram);
}

function gramsOf(word: string): string[] {
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

/** Letter groups tell a reader nothing: explanations leave them out. */
export const isLetters = (feature: string): boolean => feature.startsWith('~');

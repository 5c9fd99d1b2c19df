/** Slips of the finger, the same ones every time, so that two runs can be compared. */

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

/** Letters that lie side by side in a row of the keyboard. */
const NEIGHBOURS = new Map(
  KEYBOARD.flatMap((row) =>
    [...row].map((key, i): [string, string] => [key, (row[i - 1] ?? '') + (row[i + 1] ?? '')]),
  ),
);

/** Shorter words are left alone: a slip often makes another word of them. */
const WORD = /\p{L}{4,}/gu;
/** One slip in so many long words, and one at least. */
const WORDS_PER_SLIP = 6;

/** @param at the letter that goes wrong, from 1: first letters stay, as they mostly do. */
function slip(word: string, at: number, dice: number): string {
  const before = word.slice(0, at);
  const letter = word[at]!;
  const after = word.slice(at + 1);
  switch (dice % 4) {
    case 0:
      return before + after.slice(0, 1) + letter + after.slice(1);
    case 1:
      return before + letter + letter + after;
    case 2: {
      const keys = NEIGHBOURS.get(letter.toLowerCase()) ?? '';
      return before + (keys[(dice >>> 2) % keys.length] ?? '') + after;
    }
    default:
      return before + after;
  }
}

/**
 * The text with one in about six of its words of four letters or more mistyped: two letters swapped,
 * one dropped, one doubled, or a key beside the right one hit.
 * Deterministic: where and how follow from the text alone.
 */
export function withTypos(text: string): string {
  const words = [...text.matchAll(WORD)];
  if (words.length === 0) return text;
  const slips = Math.max(1, Math.round(words.length / WORDS_PER_SLIP));
  const unlucky = words
    .map((match, i) => ({ match, order: hashOf(`${i} ${text}`) }))
    .sort((a, b) => a.order - b.order)
    .slice(0, slips)
    .sort((a, b) => b.match.index - a.match.index);
  let typed = text;
  for (const { match, order } of unlucky) {
    const [word] = match;
    const dice = hashOf(`${order}`);
    const at = 1 + (dice % (word.length - 2));
    const end = match.index + word.length;
    typed = typed.slice(0, match.index) + slip(word, at, dice >>> 8) + typed.slice(end);
  }
  return typed;
}

/** FNV-1a, stirred once more so that its low bits can be used too. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

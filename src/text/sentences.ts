/** Where one thought ends and the next begins, for text written without much care. */

const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f]+(?=[\s"')\]]|$)|[\r\n]+/g;

/**
 * Splits a text into sentences at full stops, question and exclamation marks that end a word, and
 * at line breaks. "4.5" and "e.g." inside a word stay whole. Each keeps its closing mark; blank
 * ones are dropped. Linear in the length.
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(start, end).trim();
    if (/[\p{L}\p{N}]/u.test(sentence)) sentences.push(sentence);
    start = end;
  }
  const rest = text.slice(start).trim();
  if (rest) sentences.push(rest);
  return sentences;
}

/** Porter stems by `natural`, remembered, since the same few thousand words come again and again. */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

const REMEMBERED = 20_000;
const stems = new Map<string, string>();

/** The Porter stem of a lower-case word; words of three letters or fewer are their own stem. */
export function stemOf(word: string): string {
  if (word.length <= 3) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = porter.stem(word);
  if (stems.size < REMEMBERED) stems.set(word, stem);
  return stem;
}

/** How many slips of the finger lie between two words. */

const WIDEST = 64;
const previousPrevious = new Uint8Array(WIDEST + 1);
const previous = new Uint8Array(WIDEST + 1);
const current = new Uint8Array(WIDEST + 1);

/**
 * The restricted Damerau-Levenshtein distance (optimal string alignment: insert, delete, replace,
 * swap neighbours), given up as soon as it must exceed `most`.
 *
 * @returns the distance, or `most + 1` when it is larger or a word has over 64 letters.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const tooFar = most + 1;
  if (Math.abs(a.length - b.length) > most || a.length > WIDEST || b.length > WIDEST) return tooFar;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(
        previous[j]! + 1,
        current[j - 1]! + 1,
        previous[j - 1]! + (letter === other ? 0 : 1),
      );
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, previousPrevious[j - 2]! + 1);
      }
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most && i > 1) return tooFar;
    previousPrevious.set(previous.subarray(0, b.length + 1));
    previous.set(current.subarray(0, b.length + 1));
  }
  return Math.min(previous[b.length]!, tooFar);
}

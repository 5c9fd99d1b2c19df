/** The little language of the rules: from `{cannot} ..2 pee|wee` to steps that can be matched. */
import { stemOf } from '../text/index.js';

export type Step =
  | {
      kind: 'word';
      stems: ReadonlySet<string>;
      exact: ReadonlySet<string>;
      numbers: readonly Range[];
    }
  | { kind: 'list'; list: string }
  | { kind: 'start' }
  | { kind: 'gap'; most: number };

/** Both ends belong to it. */
export interface Range {
  from: number;
  to: number;
}

export type Pattern = readonly Step[];

const NUMBER = /^~(?:(\d+)(?:\+|-(\d+))?)?$/;

/**
 * Parses one pattern; `a?` and `<4>` make several of it.
 *
 * @throws Error that names the part that cannot be read and how to write it.
 */
export function parsePattern(source: string): Pattern[] {
  const parts = source.trim().split(/\s+/);
  const middle = parts.findIndex((part) => /^<\d+>$/.test(part));
  if (middle >= 0) {
    const gap = `..${parts[middle]!.slice(1, -1)}`;
    const left = parts.slice(0, middle).join(' ');
    const right = parts.slice(middle + 1).join(' ');
    if (!left || !right)
      throw new Error(`"${source}": put words on both sides of ${parts[middle]}`);
    return [...parsePattern(`${left} ${gap} ${right}`), ...parsePattern(`${right} ${gap} ${left}`)];
  }
  let patterns: Step[][] = [[]];
  for (const part of parts) {
    const optional = part.endsWith('?');
    const step = stepOf(optional ? part.slice(0, -1) : part, source);
    const longer = patterns.map((pattern) => [...pattern, step]);
    patterns = optional ? [...longer, ...patterns] : longer;
  }
  for (const pattern of patterns) {
    if (pattern.length === 0 || pattern[0]!.kind === 'gap' || pattern.at(-1)!.kind === 'gap') {
      throw new Error(`"${source}": a pattern starts and ends with a word or a list`);
    }
  }
  return patterns;
}

function stepOf(part: string, source: string): Step {
  const list = /^\{([a-z0-9-]+)\}$/.exec(part);
  if (list) return { kind: 'list', list: list[1]! };
  if (part === '^') return { kind: 'start' };
  const gap = /^\.\.(\d+)$/.exec(part);
  if (gap) return { kind: 'gap', most: Number(gap[1]) };
  const stems = new Set<string>();
  const exact = new Set<string>();
  const numbers: Range[] = [];
  for (const word of part.split('|')) {
    const range = rangeOf(word);
    if (range) {
      numbers.push(range);
      continue;
    }
    if (!/^=?[a-z0-9]+$/.test(word)) {
      throw new Error(`"${source}": "${part}" is not a word, {list}, ..4, <4>, ^ or ~5+`);
    }
    if (word.startsWith('=')) exact.add(word.slice(1));
    else stems.add(stemOf(word));
  }
  return { kind: 'word', stems, exact, numbers };
}

function rangeOf(word: string): Range | undefined {
  const number = NUMBER.exec(word);
  if (!number) return undefined;
  const from = number[1] === undefined ? 0 : Number(number[1]);
  if (number[2] !== undefined) return { from, to: Number(number[2]) };
  return { from, to: number[1] === undefined || word.endsWith('+') ? Infinity : from };
}

const NUMBER_WORDS = new Map<string, number>(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
for (const [index, word] of 'thirty forty fifty sixty seventy eighty ninety'.split(' ').entries()) {
  NUMBER_WORDS.set(word, (index + 3) * 10);
}
NUMBER_WORDS.set('hundred', 100).set('dozen', 12);

/** The value of a number in digits or in words, undefined for any other word. */
export function numberOf(word: string): number | undefined {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return Number(word.replace(/,(?=\d{3})/g, '').replace(',', '.'));
  return NUMBER_WORDS.get(word);
}

/** Every plain word that a pattern names, for the speller. */
export function wordsNamedBy(source: string): string[] {
  return source
    .split(/\s+/)
    .flatMap((part) => part.replace(/\?$/, '').split('|'))
    .map((word) => word.replace(/^=/, ''))
    .filter((word) => /^[a-z]+$/.test(word));
}

/** Finds every place in a reading where the named sets of patterns match. */
import { numberOf, type Pattern, parsePattern, type Step } from './pattern.js';
import type { Reading } from './reading.js';

/** From the first word to the one after the last. */
export interface Span {
  start: number;
  end: number;
}

interface Starter {
  set: number;
  pattern: Pattern;
  /** The lists that the pattern names after its first step: without all of them it cannot match. */
  needs: readonly number[];
}

/** How many filler words ("really", "just") may stand between two neighbours for nothing. */
const MOST_FILLERS = 3;
/** How many more a gap may hold: a bound, so that a text of nothing but fillers is read in linear time. */
const MOST_FILLERS_IN_GAP = 8;
const MOST_OPENERS = 4;
/** Every number may begin a hundred patterns: of a flood of numbers only the first begin any. */
const MOST_NUMBERS = 500;

/** Words with a part to play in every pattern. */
export interface GrammarWords {
  /** Stems that may stand anywhere within a phrase. */
  fillers: ReadonlySet<string>;
  /** Stems that no gap may hold: "but", "not". */
  breakers: ReadonlySet<string>;
  /** Words after which a message only now begins: "hi", "so". */
  openers: ReadonlySet<string>;
}

export class Grammar {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  /** The patterns that begin with a list, by the number of that list. */
  readonly #byList: Starter[][] = [];
  readonly #byStem = new Map<string, Starter[]>();
  readonly #byWord = new Map<string, Starter[]>();
  readonly #byNumber: Starter[] = [];
  readonly #atStart: Starter[] = [];
  readonly #words: GrammarWords;

  /**
   * @param sets name to patterns; a pattern may name any other set, without a circle.
   * @throws Error that names the set and the pattern that cannot be read.
   */
  constructor(sets: ReadonlyMap<string, readonly string[]>, words: GrammarWords) {
    this.#words = words;
    const parsed = new Map<string, Pattern[]>();
    for (const [name, sources] of sets) parsed.set(name, sources.flatMap(parsePattern));
    for (const name of inOrder(parsed)) this.#add(name, parsed.get(name)!);
  }

  #add(name: string, patterns: readonly Pattern[]): void {
    const set = this.#byList.length;
    this.#numbers.set(name, set);
    this.#names.push(name);
    this.#byList.push([]);
    for (const pattern of patterns) {
      const first = pattern[0]!;
      const needs = pattern
        .slice(1)
        .flatMap((step) => (step.kind === 'list' ? [this.#numbers.get(step.list)!] : []));
      const starter = { set, pattern, needs };
      if (first.kind === 'word') {
        for (const stem of first.stems) push(this.#byStem, stem, starter);
        for (const word of first.exact) push(this.#byWord, word, starter);
        if (first.numbers.length > 0) this.#byNumber.push(starter);
      } else if (first.kind === 'start') {
        this.#atStart.push(starter);
      } else if (first.kind === 'list') {
        this.#byList[this.#numbers.get(first.list)!]!.push(starter);
      }
    }
  }

  /** All matches of all sets. Linear in the length of the reading. */
  match(reading: Reading): Matches {
    const { words, stems } = reading;
    const waiting: { starter: Starter; start: number; from: number }[][] = [];
    const wait = (starters: readonly Starter[] | undefined, start: number, from: number) => {
      for (const starter of starters ?? []) {
        const known = waiting[starter.set];
        if (known) known.push({ starter, start, from });
        else waiting[starter.set] = [{ starter, start, from }];
      }
    };
    const byValue = new Map<number, Starter[]>();
    let numbersLeft = MOST_NUMBERS;
    for (let at = 0; at < words.length; at++) {
      wait(this.#byStem.get(stems[at]!), at, at + 1);
      wait(this.#byWord.get(words[at]!), at, at + 1);
      const value = numberOf(words[at]!);
      if (value === undefined || --numbersLeft < 0) continue;
      let numeric = byValue.get(value);
      if (!numeric) {
        numeric = this.#byNumber.filter(({ pattern }) => holds(pattern[0]!, value));
        byValue.set(value, numeric);
      }
      wait(numeric, at, at + 1);
    }
    for (let at = 0; at < words.length; at++) {
      if (this.#begins(reading, at)) wait(this.#atStart, at, at);
    }
    const found = new Matches(this.#numbers, this.#names);
    const possible = (list: number) => found.all(list).length > 0;
    for (let set = 0; set < this.#byList.length; set++) {
      for (const { starter, start, from } of waiting[set] ?? []) {
        if (!starter.needs.every(possible)) continue;
        this.#follow(starter.pattern, 1, from, reading, found, (end) => found.add(set, start, end));
      }
      for (const { start, end } of found.all(set)) wait(this.#byList[set], start, end);
    }
    return found;
  }

  /**
   * Whether a message or a sentence begins at a word. A stray full stop or line break begins nothing:
   * there must be three words after it and two before.
   */
  #begins({ stems, sentence }: Reading, at: number): boolean {
    if (at === 0) return true;
    if (at <= MOST_OPENERS && stems.slice(0, at).every((stem) => this.#words.openers.has(stem))) {
      return true;
    }
    return (
      sentence[at] !== sentence[at - 1] &&
      sentence[at - 1] === sentence[at - 2] &&
      sentence[at] === sentence[at + 2]
    );
  }

  #follow(
    pattern: Pattern,
    step: number,
    from: number,
    reading: Reading,
    found: Matches,
    done: (end: number) => void,
  ): void {
    const next = pattern[step];
    if (next === undefined) {
      done(from);
      return;
    }
    const { stems } = reading;
    if (next.kind === 'gap') {
      const after = step + 1;
      let spent = 0;
      const furthest = Math.min(stems.length, from + next.most + MOST_FILLERS_IN_GAP);
      for (let at = from; at < furthest && spent <= next.most; at++) {
        this.#take(pattern, after, at, reading, found, done);
        if (this.#words.breakers.has(stems[at]!)) return;
        if (!this.#words.fillers.has(stems[at]!)) spent++;
      }
      return;
    }
    this.#take(pattern, step, from, reading, found, done);
    for (
      let at = from;
      at < from + MOST_FILLERS && this.#words.fillers.has(stems[at] ?? '');
      at++
    ) {
      this.#take(pattern, step, at + 1, reading, found, done);
    }
  }

  #take(
    pattern: Pattern,
    step: number,
    at: number,
    reading: Reading,
    found: Matches,
    done: (end: number) => void,
  ): void {
    const wanted = pattern[step]!;
    const word = reading.words[at];
    if (word === undefined) return;
    if (wanted.kind === 'list') {
      for (const end of found.endsAt(this.#numbers.get(wanted.list)!, at)) {
        this.#follow(pattern, step + 1, end, reading, found, done);
      }
    } else if (
      wanted.kind === 'word' &&
      (wanted.stems.has(reading.stems[at]!) ||
        wanted.exact.has(word) ||
        (wanted.numbers.length > 0 && holds(wanted, numberOf(word))))
    ) {
      this.#follow(pattern, step + 1, at + 1, reading, found, done);
    }
  }
}

/** Where the sets of a grammar match in one reading. */
export class Matches {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #names: readonly string[];
  readonly #spans: (Span[] | undefined)[];
  readonly #ends: (Map<number, number[]> | undefined)[];
  /** The sets that match anywhere, each once. */
  readonly #matched: number[] = [];

  /** @param names of the sets, by their number. */
  constructor(numbers: ReadonlyMap<string, number>, names: readonly string[]) {
    this.#numbers = numbers;
    this.#names = names;
    this.#spans = new Array(names.length);
    this.#ends = new Array(names.length);
  }

  add(set: number, start: number, end: number): void {
    let ends = this.#ends[set];
    if (!ends) {
      ends = new Map();
      this.#ends[set] = ends;
    }
    const known = ends.get(start);
    if (known?.includes(end)) return;
    if (known) known.push(end);
    else ends.set(start, [end]);
    const spans = this.#spans[set];
    if (spans) spans.push({ start, end });
    else {
      this.#spans[set] = [{ start, end }];
      this.#matched.push(set);
    }
  }

  all(set: number): readonly Span[] {
    return this.#spans[set] ?? [];
  }

  endsAt(set: number, start: number): readonly number[] {
    return this.#ends[set]?.get(start) ?? [];
  }

  /** The names of all sets that match anywhere. */
  present(): string[] {
    return this.#matched.map((set) => this.#names[set]!);
  }

  /** Gives, for any stretch of words, the names of the sets that match wholly within it. */
  presentWithin(): (start: number, end: number) => string[] {
    const byStart: { set: number; end: number }[][] = [];
    for (const set of this.#matched) {
      for (const { start, end } of this.#spans[set]!) {
        byStart[start] ??= [];
        byStart[start].push({ set, end });
      }
    }
    return (start, end) => {
      const within = new Set<number>();
      for (let at = start; at < end; at++) {
        for (const span of byStart[at] ?? []) if (span.end <= end) within.add(span.set);
      }
      return [...within].map((set) => this.#names[set]!);
    };
  }

  /** The matches of a set by its name, in no particular order. */
  of(name: string): readonly Span[] {
    return this.all(this.#numbers.get(name) ?? -1);
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function holds(step: Step, value: number | undefined): boolean {
  if (step.kind !== 'word' || value === undefined) return false;
  return step.numbers.some(({ from, to }) => value >= from && value <= to);
}

/** Every set after the sets that it names. */
function inOrder(sets: ReadonlyMap<string, readonly Pattern[]>): string[] {
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string, from: string) => {
    if (state.get(name) === 'done') return;
    if (state.get(name) === 'open') throw new Error(`{${name}} names itself by way of {${from}}`);
    const patterns = sets.get(name);
    if (!patterns) throw new Error(`${from}: there is no list {${name}} in vocabulary.yaml`);
    state.set(name, 'open');
    for (const pattern of patterns) {
      for (const step of pattern) if (step.kind === 'list') visit(step.list, name);
    }
    state.set(name, 'done');
    order.push(name);
  };
  for (const name of sets.keys()) visit(name, name);
  return order;
}

/** Calls off a sign that is denied, healed, imagined, somebody's film or a question for information. */
import type { ContextData } from '../content/schema-safety.js';
import type { Matches, Span } from './grammar.js';
import type { Reading } from './reading.js';

type Context = ContextData[string];

/** Whether a sign at a place of one reading is called off, and by which context. */
export type CallOff = (sign: Span, topic: string, despite: readonly string[]) => string | undefined;

/** Stands for a topic where a soft flag is asked about. */
export const SOFT = 'soft';

/** Names of the pattern sets of a context, as the grammar knows them. */
export const cueSet = (id: string) => `context ${id}`;
export const stopSet = (id: string) => `context ${id} stops`;
export const holdSet = (id: string) => `context ${id} not over`;
export const freeSet = (id: string) => `context ${id} freed by`;

/** How near, in words, a `freedBy` must stand to a sign. */
const FREED_WITHIN = 10;

/** The pattern sets that contexts add to the grammar. */
export function contextSets(contexts: ContextData): [string, readonly string[]][] {
  return Object.entries(contexts).flatMap(([id, { cues, stoppedBy, notOver, freedBy }]) => [
    [cueSet(id), cues] as [string, readonly string[]],
    [stopSet(id), stoppedBy ?? []] as [string, readonly string[]],
    [holdSet(id), notOver ?? []] as [string, readonly string[]],
    [freeSet(id), freedBy ?? []] as [string, readonly string[]],
  ]);
}

export function callOffIn(contexts: ContextData, reading: Reading, matches: Matches): CallOff {
  // A stop that begins with the cue ("no idea", "no one") means that it was none.
  const present = Object.entries(contexts).flatMap(([id, context]) => {
    const named = matches.of(cueSet(id));
    if (named.length === 0) return [];
    const stops = matches.of(stopSet(id));
    const cues = named
      .filter(({ start, end }) => reading.sentence[start] === reading.sentence[end - 1])
      .filter((cue) => !stops.some((stop) => stop.start === cue.start && stop.end > cue.end));
    if (cues.length === 0) return [];
    const laid = layOut(reading.words.length, cues, stops);
    return { id, context, laid, holds: matches.of(holdSet(id)), frees: matches.of(freeSet(id)) };
  });
  return (sign, topic, despite) => {
    for (const { id, context, laid, holds, frees } of present) {
      if (topic === SOFT ? !context.soft : despite.includes(id)) continue;
      if (context.only && !context.only.includes(topic)) continue;
      if (within(holds, sign, 0) || within(frees, sign, FREED_WITHIN)) continue;
      if (applies(context, laid, sign, reading)) return id;
    }
    return undefined;
  };
}

/** True when one of the spans overlaps the sign or stands at most `words` away from it. */
function within(spans: readonly Span[], sign: Span, words: number): boolean {
  return spans.some(({ start, end }) => start < sign.end + words && end > sign.start - words);
}

/** Cues and stops by place, so that a look around a sign costs no more than its reach. */
interface Laid {
  cueStarts: Uint8Array;
  cueEnds: Uint8Array;
  covered: Uint8Array;
  stopStarts: Uint8Array;
}

function layOut(length: number, cues: readonly Span[], stops: readonly Span[]): Laid {
  const laid: Laid = {
    cueStarts: new Uint8Array(length + 1),
    cueEnds: new Uint8Array(length + 1),
    covered: new Uint8Array(length + 1),
    stopStarts: new Uint8Array(length + 1),
  };
  for (const { start, end } of cues) {
    laid.cueStarts[start] = 1;
    laid.cueEnds[end] = 1;
    laid.covered.fill(1, start, end);
  }
  for (const { start } of stops) laid.stopStarts[start] = 1;
  return laid;
}

function applies(context: Context, laid: Laid, sign: Span, reading: Reading): boolean {
  switch (context.looks) {
    case 'over':
      return laid.covered.subarray(sign.start, sign.end).includes(1);
    case 'before':
      return isBefore(context, laid, sign, reading);
    case 'after':
      return isAfter(context, laid, sign, reading);
    case 'around':
      return (
        laid.covered.subarray(sign.start, sign.end).includes(1) ||
        isBefore(context, laid, sign, reading) ||
        isAfter(context, laid, sign, reading)
      );
  }
}

function isBefore(context: Context, laid: Laid, sign: Span, { sentence }: Reading): boolean {
  const lowest = Math.max(1, sign.start - context.within);
  const earliest = sentence[sign.start]! - (context.sentences ?? 0);
  for (let at = sign.start; at >= lowest; at--) {
    if (sentence[at - 1]! < earliest) return false;
    if (laid.stopStarts[at]) return false;
    if (laid.cueEnds[at]) return true;
  }
  return false;
}

function isAfter(context: Context, laid: Laid, sign: Span, { sentence }: Reading): boolean {
  const highest = Math.min(sentence.length - 1, sign.end + context.within);
  const latest = sentence[sign.end - 1]! + (context.sentences ?? 0);
  for (let at = sign.end; at <= highest; at++) {
    if (sentence[at]! > latest) return false;
    if (laid.cueStarts[at]) return true;
    if (laid.stopStarts[at]) return false;
  }
  return false;
}

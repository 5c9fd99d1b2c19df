/** Choosing among what was offered: by number, by place in the row, by name with slips of the finger. */
import { editDistance, stemOf, wordsOf } from '../text/index.js';
import { contentWords } from './cues.js';

export type Choice =
  /** Places in the row, counted from 0. */
  | { kind: 'some'; places: number[] }
  | { kind: 'none' }
  /** A number or place that the row does not have. */
  | { kind: 'missing' };

const NUMBERS = new Map(
  'one two three four five six'
    .split(' ')
    .flatMap((word, at) => [
      [word, at] as const,
      [String(at + 1), at] as const,
      [['1st', '2nd', '3rd', '4th', '5th', '6th'][at] ?? '', at] as const,
    ]),
);
const ORDINALS = new Map(
  'first second third fourth fifth sixth'.split(' ').map((word, at) => [word, at] as const),
);

const FILLER =
  /^(?:i (?:mean|meant|want|choose|pick|would like|will take|think)|(?:can|could) (?:you|i) (?:show|tell|have|see|do)(?: me)?(?: about)?|it is|that is|let us (?:do|go with|have)|go with|show me|tell me about|what about|give me|take|open|pick|choose|yes|ok|okay|um|maybe|probably|and|the|no|number|option|choice|answer|topic|card|button) | (?:please|thanks|one|ones|option|choice|then|i think|i guess|sounds right|of (?:them|those|these)|on the list|topic|card)$/;

/** A choice by place: "2", "the second one", "number two please", "the last", "both", "neither". */
export function choiceByPlace(text: string, offered: number): Choice | undefined {
  const ordinal = /^\s*(?:the\s+)?([1-6])(?:st|nd|rd|th)\b/i.exec(text)?.[1];
  let phrase = wordsOf(ordinal ? text.replace(/([1-6])(?:st|nd|rd|th)\b/i, '$1') : text).join(' ');
  if (phrase.split(' ').length > 9) return undefined;
  for (let before = ''; before !== phrase; ) {
    before = phrase;
    phrase = phrase.replace(FILLER, '').trim();
  }
  phrase = phrase.replace(/\bthe /g, '');
  const some = (...places: number[]): Choice =>
    places.every((place) => place >= 0 && place < offered)
      ? { kind: 'some', places }
      : { kind: 'missing' };

  if (
    /^(?:neither|none|not (?:any|one)|no none|something else|other|another)(?: of (?:these|those|them|the above))?$/.test(
      phrase,
    )
  ) {
    return { kind: 'none' };
  }
  if (
    /^(?:both|the two|first two|1 and 2|one and two|first and second)(?: of (?:these|those|them))?$/.test(
      phrase,
    )
  )
    return some(0, 1);
  if (/^(?:all|all three|everything|all of (?:these|those|them)|every one)$/.test(phrase)) {
    return some(...Array.from({ length: Math.min(offered, 3) }, (_, at) => at));
  }
  if (/^(?:last|latter|bottom|final)(?: one)?$/.test(phrase)) return some(offered - 1);
  if (/^(?:former|top)(?: one)?$/.test(phrase)) return some(0);
  if (/^(?:middle)(?: one)?$/.test(phrase)) return some(1);
  const named = phrase
    .split(/ (?:and|or) | /)
    .map((word) => NUMBERS.get(word) ?? ORDINALS.get(word));
  if (named.length > 3 || named.some((place) => place === undefined)) {
    return /^\d{1,2}$/.test(phrase) ? { kind: 'missing' } : undefined;
  }
  return some(...(named as number[]));
}

/** A choice by name: a label, most of it, or the one word that sets it apart; slips are forgiven. */
export function choiceByLabel(text: string, labels: readonly string[]): number | undefined {
  const said = contentWords(wordsOf(text)).map(stemOf);
  if (said.length === 0 || wordsOf(text).length > 8) return undefined;
  const named = labels.map((label) => contentWords(wordsOf(label)).map(stemOf));
  const scores = named.map((label) => {
    const hits = said.filter((word) => label.some((own) => isSlipOf(word, own))).length;
    return hits === said.length ? hits / Math.max(1, label.length) : 0;
  });
  const best = Math.max(...scores);
  const winners = [...scores.keys()].filter((at) => scores[at] === best);
  return best > 0 && winners.length === 1 ? winners[0] : undefined;
}

function isSlipOf(word: string, own: string): boolean {
  const most = own.length >= 8 ? 2 : own.length >= 4 ? 1 : 0;
  return editDistance(word, own, most) <= most;
}

/** Urgent cards: what to do first, first, with the numbers of the reader's region. */
import type { UrgentTopic } from '../content/pack.js';
import type { NumbersData } from '../content/schema-safety.js';
import type { Region } from '../message.js';
import type { Offer, PhoneNumber, SignsCard, SourceLink, UrgentCard } from '../reply.js';
import type { RedFlag } from '../safety/types.js';

const MOST_LINES = 5;

/** Where an urgent card takes its numbers from. */
export interface NumbersFor {
  numbers: NumbersData;
  region: Region;
}

/** Turns source ids into marks, and keeps the list of the sources that were cited. */
export interface Citations {
  marks(sources: readonly string[]): number[];
  links(): SourceLink[];
}

/**
 * One card for each flag, the more urgent first. All cards together hold at most five lines: the
 * first says all it can, the others one line each.
 */
export function urgentCards(
  flags: readonly Pick<RedFlag, 'topic'>[],
  topics: readonly UrgentTopic[],
  place: NumbersFor,
): UrgentCard[] {
  const found = flags
    .map((flag) => topics.find((topic) => topic.id === flag.topic))
    .filter((topic) => topic !== undefined)
    .slice(0, MOST_LINES);
  return found.map((topic, index) => ({
    topic: topic.id,
    title: topic.title,
    lines: (index === 0 ? topic.do.slice(0, MOST_LINES - found.length + 1) : [topic.brief]).map(
      (line) => filledIn(line, place),
    ),
    numbers: numbersOf(topic, place),
  }));
}

/** The one line to repeat after an urgent card ("why?", "can I wait?", "ok"). */
export function actionLine(topic: UrgentTopic, place: NumbersFor): string {
  return filledIn(topic.action, place);
}

/** An urgent topic as information: its signs and what to do, without alarm. */
export function signsCard(
  topic: UrgentTopic,
  place: NumbersFor,
  citations: Citations,
  related: Offer[],
): SignsCard {
  return {
    type: 'signs',
    topic: topic.id,
    category: topic.category,
    title: topic.title,
    intro: topic.intro,
    signs: topic.signs.map(({ text, sources }) => ({ text, marks: citations.marks(sources) })),
    action: actionLine(topic, place),
    numbers: numbersOf(topic, place),
    sources: citations.links(),
    related,
  };
}

function regionOf({ numbers, region }: NumbersFor) {
  return numbers.regions[region];
}

/** A line of the pack with its placeholders (`{emergency}`, `{digits}` …) filled in for the region. */
export function filledIn(line: string, place: NumbersFor): string {
  const { words } = regionOf(place);
  return line.replace(
    /\{(emergency|digits|sameDay|poison|crisis)\}/g,
    (_, name: keyof typeof words) => words[name],
  );
}

function numbersOf(topic: UrgentTopic, place: NumbersFor): PhoneNumber[] {
  const region = regionOf(place);
  return topic.numbers
    .flatMap((kind) => region[kind])
    .map(({ label, tel, url }) => ({ label, ...(tel && { tel }), ...(url && { url }) }));
}

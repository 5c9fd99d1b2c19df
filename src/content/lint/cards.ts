/** A card must offer enough to go on with, and still fit into one message. */
import type { ContentProblem } from '../../errors.js';
import type { TopicKind } from '../layout.js';
import type { PackReading } from '../load.js';
import type { Topic } from '../pack.js';
import { claimsOf, topicProblem } from './rule.js';

const FEWEST_TIPS = 4;
/** Somebody who reads up on an emergency is not led around as others are. */
const FEWEST_RELATED: Record<TopicKind, number> = { card: 3, chat: 3, urgent: 1 };

/** Discord takes 4,000 characters of text in one message; the rest is for lead lines and footer. */
const LONGEST_CARD = 3_500;

export function thinTopics(reading: PackReading): ContentProblem[] {
  return reading.draft.topics.flatMap((topic) => {
    const problems: ContentProblem[] = [];
    const few = (field: string, count: number, fewest: number) => {
      if (count >= fewest) return;
      const what = `has ${count === 0 ? 'no entry' : `only ${count}`}`;
      problems.push(topicProblem(reading, topic, [field], what, `write at least ${fewest}`));
    };
    few('related', topic.related.length, FEWEST_RELATED[topic.kind]);
    if (topic.kind === 'card') few('tips', topic.tips.length, FEWEST_TIPS);
    return problems;
  });
}

/** Cards that one Discord message cannot hold. */
export function longCards(reading: PackReading): ContentProblem[] {
  const labels = new Map(reading.draft.topics.map(({ id, label }) => [id, label]));
  return reading.draft.topics.flatMap((topic) => {
    const lines = [
      topic.title,
      ...shownAtOnce(topic),
      ...sourceLines(topic, reading),
      ...topic.related.map((id) => labels.get(id) ?? id),
    ];
    const length = lines.join('\n').length;
    if (length <= LONGEST_CARD) return [];
    const what = `makes a card of ${length} characters with sources and labels, over ${LONGEST_CARD}`;
    return [
      topicProblem(reading, topic, ['title'], what, 'shorten its points or name fewer sources'),
    ];
  });
}

/** The texts of the largest card a topic can make: one tip, one variant. */
function shownAtOnce(topic: Topic): string[] {
  switch (topic.kind) {
    case 'card': {
      const caution = topic.caution ? [topic.caution] : [];
      const texts = [...topic.answer, ...topic.points, ...caution].map(({ text }) => text);
      return [...texts, longest(topic.tips.map(({ text }) => text))];
    }
    case 'chat':
      return [
        longest(topic.lines.map((lines) => lines.join('\n'))),
        ...(topic.examples ?? []),
        topic.unreviewed ?? '',
      ];
    case 'urgent':
      return [topic.intro, ...topic.signs.map(({ text }) => text), topic.action, ...topic.do];
  }
}

function longest(texts: readonly string[]): string {
  return texts.reduce((a, b) => (b.length > a.length ? b : a), '');
}

function sourceLines(topic: Topic, { draft }: PackReading): string[] {
  const ids = new Set(claimsOf(topic).flatMap(({ value }) => value.sources));
  return [...ids].flatMap((id) => {
    const source = draft.sources[id];
    return source ? [`[10] ${source.organisation}: ${source.title} ${source.url}`] : [];
  });
}

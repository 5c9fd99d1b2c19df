/** Where figures and products may not stand, because somebody could come to harm. */
import type { ContentProblem } from '../../errors.js';
import type { PackReading } from '../load.js';
import { claimsOf, proseOf, topicProblem } from './rule.js';

const UNITS =
  'mg|mcg|µg|μg|ug|iu|g|kg|lb|lbs|kcal|cal|ml|milligrams?|micrograms?|grams?|kilos?|kilograms?|' +
  'pounds?|stones?|calories?|units?|international units?';
const NUMBER =
  '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|hundred|thousand)';
const AMOUNT = new RegExp(`\\b${NUMBER}[\\s-]*(?:${UNITS})\\b|\\bBMI\\b[^.]*\\d`, 'i');

/** Figures for intake and weight stand in points marked `amount: true`, where they can be hidden. */
export function looseAmounts(reading: PackReading): ContentProblem[] {
  return reading.draft.topics.flatMap((topic) =>
    claimsOf(topic).flatMap(({ path, value }) => {
      const inPoint = path[0] === 'points';
      if (value.amount && !inPoint) {
        const what = 'holds an amount outside the points';
        return [topicProblem(reading, topic, [...path, 'amount'], what, 'move it to a point')];
      }
      const amount = AMOUNT.exec(value.text)?.[0];
      if (value.amount || !amount) return [];
      const what = `names an amount (${amount}) without being marked as one`;
      const mend = inPoint ? 'add amount: true' : 'move the figure to a point with amount: true';
      return [topicProblem(reading, topic, [...path, 'text'], what, mend)];
    }),
  );
}

/** An urgent card must lead nobody to a shop. */
export function productsInUrgent(reading: PackReading): ContentProblem[] {
  const { topics, products } = reading.draft;
  const words = Object.entries(products).flatMap(([id, { name }]) => [
    name,
    id,
    id.replaceAll('-', ' '),
    ...name.split(/\s+/).filter((word) => /[A-Z].*[A-Z]/.test(word)),
  ]);
  const shops = new Set([
    ...Object.values(products).map(({ topic }) => topic),
    ...topics.flatMap((topic) =>
      topic.kind === 'card' && topic.products?.length ? [topic.id] : [],
    ),
  ]);
  return topics.flatMap((topic) => {
    if (topic.kind !== 'urgent') return [];
    const named = proseOf(topic).flatMap(({ path, value }) => {
      const word = words.find((each) => value.toLowerCase().includes(each.toLowerCase()));
      if (!word) return [];
      return [topicProblem(reading, topic, path, `names a product (${word})`, 'leave it out')];
    });
    const linked = topic.related.flatMap((id, i) =>
      shops.has(id)
        ? [
            topicProblem(
              reading,
              topic,
              ['related', i],
              `leads to ${id}, which shows a product`,
              'name another topic',
            ),
          ]
        : [],
    );
    return [...named, ...linked];
  });
}

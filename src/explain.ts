/** Why the bot replied as it did, in lines a person can read. */
import type { Decided } from './conversation/index.js';
import type { Matcher } from './matcher/types.js';
import type { Explanation } from './reply.js';
import type { Triage } from './safety/types.js';

export function explanationOf(
  text: string,
  found: Triage,
  matcher: Matcher,
  decided?: Decided,
): Explanation {
  const lines = found.flags.map(
    ({ topic, rule, reason, evidence }) =>
      `red flag ${topic}: ${reason} (rule ${rule}: "${evidence}")`,
  );
  if (found.softFlags.length > 0) lines.push(`soft flags: ${found.softFlags.join(', ')}`);
  if (found.productRisks.length > 0) lines.push(`no products: ${found.productRisks.join(', ')}`);
  if (found.olderPerson) lines.push('an age of 65 or over was named');
  if (found.otherLanguage) lines.push(`language: ${found.otherLanguage}`);
  if (decided) lines.push(...matchLines(text, matcher));
  return { reading: decided?.reading ?? 'red flag', lines };
}

function matchLines(text: string, matcher: Matcher): string[] {
  const { words, corrections, concepts, topics } = matcher.explain(text);
  const lines = [`words: ${words.join(' ')}`];
  if (corrections.length > 0) {
    lines.push(`spelling: ${corrections.map(({ from, to }) => `${from} > ${to}`).join(', ')}`);
  }
  if (concepts.length > 0) {
    lines.push(
      `concepts: ${concepts.map(({ concept, phrase }) => `${concept} (${phrase})`).join(', ')}`,
    );
  }
  for (const { id, confidence, features, nearestUtterance } of topics) {
    const spoke = features
      .map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`)
      .join(', ');
    lines.push(
      `${confidence.toFixed(2)} ${id}${spoke && ` | ${spoke}`}${nearestUtterance ? ` | nearest: "${nearestUtterance}"` : ''}`,
    );
  }
  return lines;
}

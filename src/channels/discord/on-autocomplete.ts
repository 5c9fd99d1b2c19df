/** Suggestions while somebody types a question. */
import type { AutocompleteInteraction } from 'discord.js';
import { logFailure } from './failures.js';
import { clip } from './markdown.js';
import type { Parts } from './parts.js';

const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;
const TOPIC_VALUE = 'topic:';

export async function onAutocomplete(
  interaction: AutocompleteInteraction,
  parts: Parts,
): Promise<void> {
  const typed = interaction.options.getFocused();
  const found = typed.trim() ? parts.suggest(typed, MOST_CHOICES) : starters(parts);
  const choices = found.slice(0, MOST_CHOICES).map(({ topic, label }) => ({
    name: clip(label, LONGEST_CHOICE),
    value: TOPIC_VALUE + topic,
  }));
  try {
    await interaction.respond(choices);
  } catch (error) {
    logFailure(parts.logger, 'suggesting', error);
  }
}

/** The topic that a choice stands for; undefined for words that were typed. */
export function chosenTopic(value: string, { catalogue }: Parts): string | undefined {
  if (!value.startsWith(TOPIC_VALUE)) return undefined;
  return catalogue.topic(value.slice(TOPIC_VALUE.length))?.id;
}

/** For a blank field: topics of every category in turn. */
function starters({ catalogue: { categories } }: Parts) {
  const longest = Math.max(0, ...categories.map(({ topics }) => topics.length));
  return Array.from({ length: longest }, (_, at) =>
    categories.flatMap(({ topics }) => topics[at] ?? []),
  )
    .flat()
    .map(({ id, title }) => ({ topic: id, label: title }));
}

/** Which file of a pack has which shape. Loader and JSON Schema writer both read it from here. */
import type { z } from 'zod';
import { cardTopicSchema, chatTopicSchema } from './schema.js';
import {
  calibrationFileSchema,
  lexiconFileSchema,
  outOfScopeFileSchema,
  productsFileSchema,
  sourcesFileSchema,
} from './schema-lists.js';
import { safetyFiles, urgentTopicSchema } from './schema-safety.js';
import { wordingSchema } from './schema-wording.js';

/** The lists in the pack's own folder; each must be there. */
export const listFiles = {
  'sources.yaml': sourcesFileSchema,
  'products.yaml': productsFileSchema,
  'lexicon.yaml': lexiconFileSchema,
  'out-of-scope.yaml': outOfScopeFileSchema,
  'calibration.yaml': calibrationFileSchema,
  'wording.yaml': wordingSchema,
} as const;

/** Topics by kind. A folder named `chat` or `urgent` holds that kind, every other one holds cards. */
export const topicSchemas = {
  card: cardTopicSchema,
  chat: chatTopicSchema,
  urgent: urgentTopicSchema,
} as const;

export type TopicKind = keyof typeof topicSchemas;

export const SAFETY_FOLDER = 'safety';

export function kindOf(category: string): TopicKind {
  return category === 'chat' || category === 'urgent' ? category : 'card';
}

/** Every shape, by the name of its JSON Schema file relative to the pack's folder. */
export function schemaFiles(): Record<string, z.ZodType> {
  const files: Record<string, z.ZodType> = {};
  for (const [kind, schema] of Object.entries(topicSchemas)) files[`${kind}.schema.json`] = schema;
  for (const [name, schema] of Object.entries(listFiles)) files[jsonName(name)] = schema;
  for (const [name, { schema }] of Object.entries(safetyFiles)) {
    files[`${SAFETY_FOLDER}/${jsonName(name)}`] = schema;
  }
  return files;
}

/** `numbers.yaml` to `numbers.schema.json`, `examples/*.yaml` to `examples.schema.json`. */
function jsonName(yamlName: string): string {
  return `${yamlName.replace(/(\/\*)?\.yaml$/, '')}.schema.json`;
}

/** The safety half of the real pack, read straight from its files. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { UrgentTopic } from '../../src/content/pack.js';
import {
  type SafetyData,
  safetyFiles,
  type UrgentTopicData,
  urgentTopicSchema,
} from '../../src/content/schema-safety.js';

const INTENTS = new URL('../../intents/', import.meta.url);

function yamlAt(path: string): unknown {
  return parse(readFileSync(new URL(path, INTENTS), 'utf8'));
}

export function urgentTopics(): UrgentTopic[] {
  return readdirSync(new URL('urgent/', INTENTS)).map((file) => {
    const data: UrgentTopicData = urgentTopicSchema.parse(yamlAt(`urgent/${file}`));
    return {
      ...data,
      kind: 'urgent',
      category: 'urgent',
      id: `urgent/${file.replace('.yaml', '')}`,
    };
  });
}

export function safetyData(): SafetyData {
  const data: Record<string, unknown> = {};
  for (const [name, { key, schema }] of Object.entries(safetyFiles)) {
    if (!name.endsWith('/*.yaml')) {
      data[key] = schema.parse(yamlAt(`safety/${name}`));
      continue;
    }
    const folder = `safety/${name.replace('*.yaml', '')}`;
    const files = readdirSync(new URL(folder, INTENTS));
    data[key] = Object.fromEntries(
      files.map((file) => [file.replace('.yaml', ''), schema.parse(yamlAt(`${folder}${file}`))]),
    );
  }
  return data as unknown as SafetyData;
}

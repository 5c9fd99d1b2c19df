import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/content/json-schema.js';

const PACK = 'intents';

describe('the JSON Schema files beside the pack', () => {
  it.each(Object.entries(jsonSchemas()))(
    '%s is what `vertebot schema` writes today',
    (name, text) => {
      expect(readFileSync(join(PACK, name), 'utf8')).toBe(text);
    },
  );

  it('are all of them written by it', () => {
    const there = readdirSync(PACK, { recursive: true, encoding: 'utf8' });
    expect(there.filter((name) => name.endsWith('.schema.json')).toSorted()).toEqual(
      Object.keys(jsonSchemas()).toSorted(),
    );
  });

  it('tell an editor what a field is for', () => {
    const card = JSON.parse(jsonSchemas()['card.schema.json']!);
    expect(card.properties.title.description).toMatch(/click/);
    expect(card.required).toContain('tips');
  });
});

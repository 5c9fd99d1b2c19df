import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaCommand } from '../../src/commands/schema.js';
import { packHash } from '../../src/content/hash.js';
import { jsonSchemas } from '../../src/content/json-schema.js';
import { writePack } from '../content/fixture.js';

describe('vertebot schema', () => {
  it('writes every schema beside the pack and leaves the pack as it was', async () => {
    const dir = writePack();
    const before = packHash(dir);
    const io = { out: () => {}, err: () => {} };
    expect(await schemaCommand(dir)([], io)).toBe(0);
    for (const [name, text] of Object.entries(jsonSchemas())) {
      expect(readFileSync(join(dir, name), 'utf8')).toBe(text);
    }
    expect(packHash(dir)).toBe(before);
  });
});

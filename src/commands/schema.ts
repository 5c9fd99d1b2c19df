/** `vertebot schema`: writes the JSON Schema files beside the pack. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonSchemas } from '../content/json-schema.js';
import { UsageError } from '../errors.js';
import type { Command } from './command.js';

/** A command that writes every `*.schema.json` of the pack in `packDir` and exits with 0. */
export function schemaCommand(packDir: string): Command {
  return async (args, io) => {
    if (args.length > 0) throw new UsageError(`${args[0]} is not understood; use vertebot schema`);
    const schemas = Object.entries(jsonSchemas());
    for (const [name, text] of schemas) {
      const file = join(packDir, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    io.out(`${schemas.length} schema files written to ${packDir}`);
    return 0;
  };
}

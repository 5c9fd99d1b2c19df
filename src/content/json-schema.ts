/** The pack's shapes as JSON Schema, so that an editor completes and checks the YAML. */
import { z } from 'zod';
import { schemaFiles } from './layout.js';

/** File name, relative to the pack's folder, to the text that belongs into it. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemaFiles()).map(([name, schema]) => [
      name,
      // What a writer may type, which is wider than what comes out of the checks.
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}

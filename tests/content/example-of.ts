/** The smallest value that a JSON Schema takes, so that a fixture follows the schema by itself. */
interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  pattern?: string;
  format?: string;
  minimum?: number;
  minItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  required?: string[];
}

/** One of these fits every pattern that the pack's schemas use. */
const TEXTS = ['trees/oak', 'a-word', '2026-11', '+44-999', 'https://kew.example/'];

export function exampleOf(schema: JsonSchema, path: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf[0]!, path);
  switch (schema.type) {
    case 'string':
      return textFor(schema, path);
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, (_, i) => {
        const inner = `${path}[${i}]`;
        return path.endsWith('.sources') ? 'kew' : exampleOf(schema.items ?? {}, inner);
      });
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => {
          const field = schema.properties?.[key] ?? (schema.additionalProperties as JsonSchema);
          return [key, exampleOf(field, `${path}.${key}`)];
        }),
      );
    default:
      throw new Error(`${path}: no example for ${JSON.stringify(schema)}`);
  }
}

function textFor({ pattern, format }: JsonSchema, path: string): string {
  if (format === 'uri') return 'https://kew.example/';
  if (!pattern) return 'Keep calm.';
  const text = TEXTS.find((each) => new RegExp(pattern).test(each));
  if (text === undefined) throw new Error(`${path}: no example text matches ${pattern}`);
  return text;
}

/** The shape of the pack's lists: sources, products, lexicon, out-of-scope, calibration. */
import { z } from 'zod';
import { TOPIC_ID } from './schema.js';

const line = z.string().trim().min(1);

export const sourceSchema = z.strictObject({
  organisation: line,
  title: line,
  url: z.url({ protocol: /^https?$/ }),
  opened: z.boolean().describe('False while nobody of the team has opened the page itself.'),
});

export const sourcesFileSchema = z.strictObject({
  sources: z.record(line, sourceSchema),
  article: z.strictObject({ title: line, labels: z.array(line) }),
});

export const productSchema = z.strictObject({
  name: line,
  what: line,
  caution: line,
  topic: line.describe('The id of its card.'),
  sources: z.array(line).min(1),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where the shop sells it.'),
});

export const productsFileSchema = z.strictObject({ products: z.record(line, productSchema) });

export const conceptSchema = z.strictObject({
  say: line.describe('A short plain phrase for a reader.'),
  phrases: z.array(line).min(1).describe('What lay people call it.'),
  medical: z
    .literal(true)
    .optional()
    .describe('A medical term: the reading-age check reads it as one short word.'),
});

export const lexiconFileSchema = z.record(
  z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case words joined by hyphens'),
  conceptSchema,
);

export const calibrationFileSchema = z.array(
  z.strictObject({
    text: line.describe('A question written apart from the utterances.'),
    accept: z
      .array(z.string().regex(TOPIC_ID, 'must look like category/name'))
      .describe('Every topic that would be an acceptable answer, best first; empty: decline it.'),
    style: line.describe('How it is asked: keywords, indirect, slang, near …'),
  }),
);

export const outOfScopeFileSchema = z.record(line, z.array(line).min(1));

export type SourceData = z.infer<typeof sourceSchema>;
export type ProductData = z.infer<typeof productSchema>;
export type SourcesFile = z.infer<typeof sourcesFileSchema>;
export interface LexiconEntry extends z.infer<typeof conceptSchema> {
  id: string;
}

export type CalibrationQuestion = z.infer<typeof calibrationFileSchema>[number];

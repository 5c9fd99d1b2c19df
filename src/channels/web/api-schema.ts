/** The API's shapes: what is read is checked against them, what is written is described by them. */
import { z } from 'zod';
import { ABOUTS } from '../../message.js';
import type { Reply } from '../../reply.js';

const pickSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('topic'), topic: z.string() }),
  z.object({ action: z.literal('part'), topic: z.string(), about: z.enum(ABOUTS) }),
  z.object({ action: z.literal('tip'), topic: z.string() }),
  z.object({ action: z.literal('urgent'), topic: z.string() }),
]);

export const requestSchema = z
  .object({
    text: z.string().default('').describe('The question as typed. May be left out with `pick`.'),
    id: z.union([z.string(), z.number()]).nullish().describe('Comes back in the answer as it is.'),
    pick: pickSchema
      .optional()
      .describe('A choice instead of words, as in `followUps` of a reply, or of an offered topic.'),
  })
  .describe('Other fields, `conversation` among them, are ignored.');

const claimSchema = z.object({ text: z.string(), marks: z.array(z.int()) });
const offerSchema = z.object({ topic: z.string(), label: z.string() });
const rankedSchema = z.object({ id: z.string(), confidence: z.number().min(0).max(1) });
const followUpSchema = z.object({ label: z.string(), pick: pickSchema });
const phoneSchema = z.object({
  label: z.string(),
  tel: z.string().exactOptional(),
  url: z.string().exactOptional(),
});
const sourceSchema = z.object({
  number: z.int(),
  id: z.string(),
  organisation: z.string(),
  title: z.string(),
  url: z.string().exactOptional(),
});
const productSchema = z.object({
  id: z.string(),
  name: z.string(),
  what: z.string(),
  caution: z.string(),
  disclosure: z.string(),
  url: z.string().exactOptional(),
});

const cardBase = {
  topic: z.string(),
  category: z.string(),
  title: z.string(),
  related: z.array(offerSchema),
};
const cardSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('topic'),
    ...cardBase,
    answer: z.array(claimSchema),
    points: z.array(claimSchema),
    caution: claimSchema.exactOptional(),
    tip: claimSchema.exactOptional(),
    sources: z.array(sourceSchema),
    followUps: z.array(followUpSchema),
    products: z.array(productSchema),
  }),
  z.object({
    type: z.literal('tip'),
    ...cardBase,
    tip: claimSchema.exactOptional(),
    note: z.string().exactOptional(),
    sources: z.array(sourceSchema),
    followUps: z.array(followUpSchema),
  }),
  z.object({
    type: z.literal('chat'),
    ...cardBase,
    lines: z.array(z.string()),
    examples: z.array(z.string()),
  }),
  z.object({
    type: z.literal('signs'),
    ...cardBase,
    intro: z.string(),
    signs: z.array(claimSchema),
    action: z.string(),
    numbers: z.array(phoneSchema),
    sources: z.array(sourceSchema),
  }),
]);
const urgentCardSchema = z.object({
  topic: z.string(),
  title: z.string(),
  lines: z.array(z.string()),
  numbers: z.array(phoneSchema),
});

const replyBase = {
  lead: z.array(z.string()),
  offered: z.array(offerSchema),
  ranking: z.array(rankedSchema),
  footer: z.string(),
};
/** `Reply`, held to it by the compiler; explanations are for the terminal and are never sent. */
export const replySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    ...replyBase,
    cards: z.array(cardSchema),
    notes: z.array(z.string()),
  }),
  z.object({ kind: z.literal('clarify'), ...replyBase, question: z.string() }),
  z.object({ kind: z.literal('fallback'), ...replyBase, lines: z.array(z.string()) }),
  z.object({ kind: z.literal('urgent'), ...replyBase, cards: z.array(urgentCardSchema) }),
]) satisfies z.ZodType<Reply>;

export const responseSchema = z.object({
  id: z.union([z.string(), z.number()]).nullable(),
  kind: z.enum(['answer', 'clarify', 'fallback', 'urgent']),
  answered: z.array(z.string()).describe('Topics whose cards are shown, in order.'),
  offered: z
    .array(z.string())
    .describe('Topics offered, in order: what "the second one" refers to.'),
  topics: z.array(rankedSchema).max(5).describe('The ranking, best first.'),
  products: z.array(z.string()).describe('Products that the safety gate allowed.'),
  text: z.string().describe('The reply as plain text.'),
  ms: z.number().min(0).describe('Milliseconds from text to reply.'),
  reply: replySchema.describe('The whole reply as data.'),
});

export const errorSchema = z.object({
  error: z.object({
    code: z.string().describe('Stable, for programs.'),
    message: z.string().describe('For people: what is wrong and how to mend it.'),
  }),
});

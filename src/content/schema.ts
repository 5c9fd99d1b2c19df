/**
 * The shape of the pack's files. One zod schema each, with the words an editor shows while a person
 * types; the types of the whole product come from here.
 */
import { z } from 'zod';
import { ABOUTS } from '../message.js';

const line = z.string().trim().min(1);

/** A topic's id is the path of its file: the folder is its category. */
export const TOPIC_ID = /^[a-z]+\/[a-z-]+$/;
const topicId = z.string().regex(TOPIC_ID, 'must look like category/name');
const topicIds = z.array(topicId);

export const claimSchema = z.strictObject({
  text: line.describe('One or two plain sentences.'),
  sources: z
    .array(line)
    .min(1, 'names no source; add one of the ids in sources.yaml, or article:P1 and the like')
    .describe('Ids from sources.yaml, or article:<label>.'),
  amount: z
    .literal(true)
    .optional()
    .describe(
      'Set on a claim that names an intake, limit, unit or weight figure: it is hidden from people who should ask a clinician first.',
    ),
});

export const pointSchema = claimSchema.extend({
  about: z
    .enum(ABOUTS)
    .describe('The follow-up this point answers: "why?", "how much?" and so on.'),
});

const matchable = {
  title: line.max(60).describe('What a reader would click on.'),
  label: line.max(34).describe('Short and unique: for a button or a choice.'),
  related: topicIds.describe('Topics a reader would go to next.'),
  utterances: z.array(line).describe('What people type when they mean this topic.'),
};

export const cardTopicSchema = z.strictObject({
  ...matchable,
  related: topicIds.min(3),
  answer: z.array(claimSchema).min(1).max(2).describe('The short answer: at most two sentences.'),
  points: z.array(pointSchema).min(2),
  caution: claimSchema.optional(),
  tips: z.array(claimSchema).min(3).describe('Short tips, each useful on its own.'),
  products: z.array(line).optional().describe('Ids from products.yaml that this card may show.'),
  reviewed_by: line.optional().describe('The clinician who reviewed this card, and when.'),
});

export const chatTopicSchema = z.strictObject({
  ...matchable,
  lines: z.array(z.array(line).min(1)).min(1).describe('Variants; each is a few lines to say.'),
  examples: z.array(line).optional().describe('Questions that can be typed as they stand.'),
  unreviewed: line.optional().describe('Said until a clinician has reviewed the pack.'),
});

export type ClaimData = z.infer<typeof claimSchema>;
export type PointData = z.infer<typeof pointSchema>;
export type CardTopicData = z.infer<typeof cardTopicSchema>;
export type ChatTopicData = z.infer<typeof chatTopicSchema>;

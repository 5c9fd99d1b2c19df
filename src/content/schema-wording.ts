/** The shape of `wording.yaml`: every sentence the bot says of itself, and the few words its policy turns on. */
import { z } from 'zod';
import { ABOUTS } from '../message.js';

const line = z.string().trim().min(1);
const lines = z.array(line).min(1);
const variants = z
  .array(lines)
  .min(1)
  .describe('Variants, taken in turn; each is a few lines to say.');
const topicId = z.string().regex(/^[a-z]+\/[a-z-]+$/, 'must look like category/name');
const label = line.max(34);
const threeParts = z
  .array(line)
  .length(3)
  .describe('For the first, the second and the third question.');

export const wordingSchema = z.strictObject({
  disclaimer: line.describe('The standing disclaimer, in one sentence.'),
  footer: line.describe('Its short form, under every other card.'),
  softFlagLead: line.describe(
    'Said first to somebody who should ask a clinician before anything else.',
  ),
  amountsHidden: line.describe('Said when such a person asks how much: no figure is shown.'),
  courtesy: z.strictObject({
    greeting: lines.describe('Before the answer, when a greeting came with the question.'),
    thanks: lines.describe('Before the answer, when thanks came with the question.'),
  }),
  fallback: z.strictObject({
    plain: variants.describe('Nothing fits and nothing is near.'),
    near: lines.describe('Nothing fits; the nearest topics follow.'),
    empty: lines.describe('The message was blank.'),
    unfinished: lines.describe('"How much?" and the like with nothing to refer to.'),
    neither: lines.describe('None of the offered choices was meant.'),
  }),
  clarify: z.strictObject({
    questions: lines.describe('Asked in turn; the choices follow.'),
    again: line.describe('"Yes" or a number that was not offered: the same choices once more.'),
    onward: line.describe('"OK" after a card: where to go next.'),
  }),
  article: z
    .strictObject({ organisation: line, title: line })
    .describe('How the text that the cards started from stands among their sources.'),
  parts: z.strictObject({
    without: threeParts.describe('That question has no card.'),
    unsure: threeParts.describe('That question may fit one of the topics offered.'),
    tooMany: line.describe('More than three questions came at once.'),
  }),
  card: z.strictObject({
    noSuchPart: line.describe('The card holds nothing on the part that was asked for.'),
    all: line.describe('"Tell me more" was asked: this is all the card holds.'),
  }),
  tips: z.strictObject({
    ranOut: line.describe('Every tip of the topic has been shown; related topics follow.'),
    last: line.describe('Said with the last tip of a topic.'),
  }),
  followUps: z.strictObject({
    whole: label,
    tip: label,
    anotherTip: label,
    parts: z.record(z.enum(ABOUTS), label),
  }),
  products: z.strictObject({
    disclosure: line.describe('Stands with every product: the link is commercial.'),
    safetyLine: line.describe('Stands with every product: who asks first.'),
    instead: line.describe('The safety card stands where a product was asked for.'),
    words: lines.describe('Words by which a person asks for a product.'),
  }),
  afterUrgent: z.strictObject({
    words: lines.describe('Words that go on about the emergency and are no new question.'),
  }),
  topics: z
    .strictObject({
      thanks: topicId,
      greeting: topicId,
      help: topicId,
      courtesies: z.array(topicId).describe('Greeting, thanks, goodbye: no question of their own.'),
      privacy: topicId,
      productSafety: topicId,
      anyTip: topicId.describe('Where a tip comes from when no topic is at hand.'),
      withDisclaimer: z
        .array(z.string())
        .describe('Topics or categories that carry the disclaimer.'),
    })
    .describe('The topics that play a part in the bot’s own rules.'),
});

export type Wording = z.infer<typeof wordingSchema>;

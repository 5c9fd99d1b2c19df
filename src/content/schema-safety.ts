/** The shape of what triage reads: urgent topics with their rules, and the lists under `safety/`. */
import { z } from 'zod';
import { REGIONS } from '../message.js';
import { claimSchema } from './schema.js';

const line = z.string().trim().min(1);
const lines = z.array(line).min(1);
const topicId = z.string().regex(/^[a-z]+\/[a-z-]+$/, 'must look like category/name');
const slug = z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case words joined by hyphens');
const pattern = line.describe(
  'Words in order. {list} is any phrase of that list, a|b either word, a? may be missing, ' +
    '..4 up to four words between, <4> the same in either order, =word that very form, ~5+ a number from 5 up.',
);
const patterns = z.array(pattern).min(1);

export const ruleSchema = z.strictObject({
  id: slug,
  reason: line.describe('Why this counts, as a clinician reads it.'),
  signs: patterns.describe('Any one of these raises the flag.'),
  with: z
    .array(patterns)
    .optional()
    .describe('Each group must be met too, by any one of its patterns, anywhere in the message.'),
  unless: patterns
    .optional()
    .describe(
      'Where one of these stands within four words of the sign, in its sentence, the sign does not count.',
    ),
  despite: z
    .array(slug)
    .optional()
    .describe('Contexts (context.yaml) that do not call this rule off.'),
  hint: z
    .literal(true)
    .optional()
    .describe(
      'The words are often said harmlessly: the flag is raised only where the second opinion leans the same way.',
    ),
  examples: lines.describe('Messages that must raise the flag; tests run them.'),
  calm: z.array(line).describe('Messages that must raise no flag; tests run them.'),
});

export const urgentTopicSchema = z.strictObject({
  title: line.max(60).describe('What a reader would click on.'),
  label: line.max(34).describe('Short and unique: for a button or a choice.'),
  urgency: z.int().min(1).describe('The order when several flags are up: 1 comes first.'),
  delay: line.describe('How soon help is needed, in words.'),
  intro: line.describe('First line of the card for somebody who asks for information.'),
  signs: z.array(claimSchema).min(1).describe('What to look out for.'),
  action: line.describe(
    'What to do, in one sentence; may hold {emergency}, {sameDay}, {poison}, {crisis}.',
  ),
  do: lines.max(5).describe('What to do, first things first; may hold the same placeholders.'),
  brief: line.describe(
    'One line for when another flag comes first; may hold the same placeholders.',
  ),
  numbers: z.array(z.enum(['emergency', 'sameDay', 'poison', 'crisis'])).min(1),
  related: z.array(topicId),
  utterances: z.array(line).describe('Questions for information, without any alarm.'),
  rules: z.array(ruleSchema).min(1),
  reviewed_by: line
    .optional()
    .describe('The clinician who reviewed this card and its rules, and when.'),
});

/** Named lists of phrases that patterns refer to as `{name}`. */
export const vocabularySchema = z.record(slug, patterns);

export const contextSchema = z.record(
  slug,
  z.strictObject({
    why: line.describe('What the context tells us.'),
    cues: patterns,
    looks: z
      .enum(['before', 'after', 'around', 'over'])
      .describe('Where the cue stands: before the sign, after it, on either side, or over it.'),
    within: z.int().min(0).describe('How many words may stand between cue and sign.'),
    stoppedBy: z
      .array(pattern)
      .optional()
      .describe('Between cue and sign, these end the reach of the cue.'),
    notOver: z
      .array(pattern)
      .optional()
      .describe('A sign that holds one of these is never called off by this context.'),
    freedBy: z
      .array(pattern)
      .optional()
      .describe('Within ten words of the sign, on either side, these free it from this context.'),
    sentences: z
      .int()
      .min(0)
      .optional()
      .describe('How many sentence ends the cue may reach across. Default 0.'),
    soft: z.literal(true).optional().describe('It calls off soft flags too.'),
    only: z
      .array(topicId)
      .optional()
      .describe('Flags that this context may call off. Default: all.'),
  }),
);

export const softFlagsSchema = z.record(
  slug,
  z.strictObject({ why: line, words: patterns, examples: lines, calm: z.array(line) }),
);

export const productRiskSchema = z.strictObject({
  why: line,
  words: z.record(slug, patterns),
  olderPerson: patterns.describe('An age of 65 or over.'),
});

const phoneSchema = z.strictObject({
  label: line,
  tel: z
    .string()
    .regex(/^\+?[0-9-]+$/)
    .optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

export const numbersSchema = z.strictObject({
  date: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'must be year-month')
    .describe('When these were last known good.'),
  check: line.describe('Said at the end of the list.'),
  regions: z.record(
    z.enum(REGIONS),
    z.strictObject({
      words: z
        .strictObject({ emergency: line, digits: line, sameDay: line, poison: line, crisis: line })
        .describe('How a line of the card names each number.'),
      emergency: z.array(phoneSchema).min(1),
      sameDay: z.array(phoneSchema),
      poison: z.array(phoneSchema),
      crisis: z.array(phoneSchema).min(1),
    }),
  ),
});

export const languagesSchema = z.record(
  slug,
  z.strictObject({
    name: line,
    script: z.string().optional().describe('Its Unicode script; Latin when left out.'),
    letters: z.string().optional().describe('Letters that tell it from others in the same script.'),
    words: z.array(line).describe('Common little words, none of them English.'),
    line: line.describe('In that language: only English is understood; {digits} in an emergency.'),
    urgent: z.record(topicId, lines).describe('Phrases that raise the flag, as typed.'),
  }),
);

export const exampleListSchema = z.array(line);

/**
 * The files under `intents/safety/`: the key that each takes in `SafetyData`, and its shape. A name
 * with `*` stands for a folder; its key holds a record from file name (without `.yaml`) to content.
 */
export const safetyFiles = {
  'vocabulary.yaml': { key: 'vocabulary', schema: vocabularySchema },
  'context.yaml': { key: 'context', schema: contextSchema },
  'soft-flags.yaml': { key: 'softFlags', schema: softFlagsSchema },
  'product-risk.yaml': { key: 'productRisk', schema: productRiskSchema },
  'numbers.yaml': { key: 'numbers', schema: numbersSchema },
  'languages.yaml': { key: 'languages', schema: languagesSchema },
  'calm/*.yaml': { key: 'calm', schema: exampleListSchema },
  'examples/*.yaml': { key: 'examples', schema: exampleListSchema },
} as const;

export type SafetyRule = z.infer<typeof ruleSchema>;
export type UrgentTopicData = z.infer<typeof urgentTopicSchema>;
export type VocabularyData = z.infer<typeof vocabularySchema>;
export type ContextData = z.infer<typeof contextSchema>;
export type SoftFlagsData = z.infer<typeof softFlagsSchema>;
export type ProductRiskData = z.infer<typeof productRiskSchema>;
export type NumbersData = z.infer<typeof numbersSchema>;
export type LanguagesData = z.infer<typeof languagesSchema>;

export interface SafetyData {
  vocabulary: VocabularyData;
  context: ContextData;
  softFlags: SoftFlagsData;
  productRisk: ProductRiskData;
  numbers: NumbersData;
  languages: LanguagesData;
  /** Messages that need no urgent card, by what they are like. */
  calm: Record<string, string[]>;
  /** Topic name (without `urgent/`) to messages that need its card. */
  examples: Record<string, string[]>;
}

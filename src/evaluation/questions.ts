/** Labelled questions: what people ask, and what would be right. Read from YAML. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../errors.js';

const topicQuestionsSchema = z.array(
  z.strictObject({
    text: z.string(),
    /** Every topic that would be an acceptable answer, best first; empty: it must be declined. */
    accept: z.array(z.string()),
    style: z.string(),
  }),
);

const safetyQuestionsSchema = z.array(
  z.strictObject({
    text: z.string(),
    /** Urgent topics acceptable as the first flag, best first; empty: no alarm. */
    flags: z.array(z.string()),
    group: z.string(),
  }),
);

export type TopicQuestion = z.infer<typeof topicQuestionsSchema>[number];
export type SafetyQuestion = z.infer<typeof safetyQuestionsSchema>[number];

/** @throws UsageError when the file cannot be read or has another shape. */
export const readTopicQuestions = (file: string): TopicQuestion[] =>
  read(file, topicQuestionsSchema);

/** @throws UsageError when the file cannot be read or has another shape. */
export const readSafetyQuestions = (file: string): SafetyQuestion[] =>
  read(file, safetyQuestionsSchema);

function read<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const what = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new UsageError(`${file} cannot be used as labelled questions: ${what}`, { cause });
  }
}

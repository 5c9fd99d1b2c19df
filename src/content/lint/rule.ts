/** What a rule of the content lint is given, and how it points at a line. */
import type { ContentProblem } from '../../errors.js';
import type { PackReading } from '../load.js';
import type { Topic } from '../pack.js';
import type { ClaimData } from '../schema.js';
import { type FieldPath, problemAt, type YamlFile } from '../yaml-file.js';

/** Looks at whatever is whole in a pack, and names what is weak. */
export type Rule = (reading: PackReading) => ContentProblem[];

/** A problem at a field of a topic's file. */
export function topicProblem(
  { files }: PackReading,
  topic: Topic,
  path: FieldPath,
  what: string,
  mend: string,
): ContentProblem {
  // A topic of the draft came from a file of the reading.
  return problemAt(files.get(`${topic.id}.yaml`)!, path, what, mend);
}

/** A file by its name within the pack, unless it is missing or broken: that is reported already. */
export function wholeFile({ files, problems }: PackReading, name: string): YamlFile | undefined {
  const yaml = files.get(name);
  return problems.some(({ file }) => file === yaml?.file) ? undefined : yaml;
}

export interface Placed<Value> {
  path: FieldPath;
  value: Value;
}

/** Everything in a topic that states something and names its sources. */
export function claimsOf(topic: Topic): Placed<ClaimData>[] {
  switch (topic.kind) {
    case 'card':
      return [
        ...placed('answer', topic.answer),
        ...placed('points', topic.points),
        ...(topic.caution ? [{ path: ['caution'], value: topic.caution }] : []),
        ...placed('tips', topic.tips),
      ];
    case 'urgent':
      return placed('signs', topic.signs);
    case 'chat':
      return [];
  }
}

/** The sentences of a topic that a reader sees, without title and labels. */
export function proseOf(topic: Topic): Placed<string>[] {
  const claims = claimsOf(topic).map(({ path, value }) => ({
    path: [...path, 'text'],
    value: value.text,
  }));
  switch (topic.kind) {
    case 'card':
      return claims;
    case 'urgent':
      return [
        { path: ['intro'], value: topic.intro },
        ...claims,
        { path: ['action'], value: topic.action },
        ...placed('do', topic.do),
        { path: ['brief'], value: topic.brief },
      ];
    case 'chat':
      return topic.lines.flatMap((lines, variant) =>
        lines.map((value, i) => ({ path: ['lines', variant, i], value })),
      );
  }
}

export function placed<Value>(field: string, values: readonly Value[]): Placed<Value>[] {
  return values.map((value, i) => ({ path: [field, i], value }));
}

/** Holds a YAML file against its schema, and says in a writer's words what does not fit. */
import type { z } from 'zod';
import type { ContentProblem } from '../errors.js';
import { type FieldPath, problemAt, type YamlFile } from './yaml-file.js';

type Issue = z.core.$ZodIssue;

/** The checked data, or every problem of the file. */
export function checkFile<Schema extends z.ZodType>(
  yaml: YamlFile,
  schema: Schema,
): { data: z.output<Schema> } | { problems: ContentProblem[] } {
  const result = schema.safeParse(yaml.value);
  if (result.success) return { data: result.data };
  return { problems: result.error.issues.flatMap((issue) => problemsOf(yaml, [], issue)) };
}

function problemsOf(yaml: YamlFile, base: FieldPath, issue: Issue): ContentProblem[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch with the fewest issues is the one the writer most likely meant.
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0]!;
    return nearest.flatMap((inner) => problemsOf(yaml, path, inner));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problemAt(
        yaml,
        [...path, key],
        'is not a field that belongs here',
        'correct its spelling, or remove it',
      ),
    );
  }
  if (issue.code === 'invalid_key') {
    const inner = issue.issues[0];
    return [problemAt(yaml, path, ...wordingOf(inner ?? issue, true))];
  }
  return [problemAt(yaml, path, ...wordingOf(issue, yaml.placeOf(path).exists))];
}

/** What is wrong, and how to mend it. */
function wordingOf(issue: Issue, exists: boolean): [what: string, mend: string] {
  const own = issue.message.split('; ');
  if (own.length > 1) return [own[0]!, own.slice(1).join('; ')];
  if (!exists) return ['is missing', 'add it'];
  switch (issue.code) {
    case 'invalid_type':
      return [`must be ${named(issue.expected)}`, MEND_TYPE[issue.expected] ?? 'write it as one'];
    case 'too_small':
      return Number(issue.minimum) === 1
        ? ['is empty', 'fill it in']
        : [`is too ${short(issue)}: at least ${issue.minimum} ${unit(issue)}`, 'add to it'];
    case 'too_big':
      return [`is too ${long(issue)}: at most ${issue.maximum} ${unit(issue)}`, 'shorten it'];
    case 'invalid_value':
      return [
        `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`,
        issue.values.length > 1 ? 'pick one of these' : 'write that, or leave the field out',
      ];
    case 'invalid_format':
      return issue.format === 'url'
        ? ['is not a web address', 'write it in full, from https:// on']
        : [lowerFirst(issue.message), 'write it in that form'];
    default:
      return [lowerFirst(issue.message), 'correct it'];
  }
}

const NAMES: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'a block of fields',
  record: 'a block of fields',
  number: 'a number',
  boolean: 'true or false',
};

const MEND_TYPE: Record<string, string> = {
  string: 'write words, in quotes if they look like a number, a date or true',
  array: 'write each entry on its own line after "- "',
  object: 'write its fields below it, indented by two spaces',
  record: 'write its fields below it, indented by two spaces',
  number: 'write digits without quotes',
  boolean: 'write one of the two without quotes',
};

function named(type: string): string {
  return NAMES[type] ?? `a ${type}`;
}

type SizeIssue = Extract<Issue, { code: 'too_small' | 'too_big' }>;

function unit({ origin }: SizeIssue): string {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'entries' : '';
}
function short({ origin }: SizeIssue): string {
  return origin === 'number' || origin === 'int' ? 'small' : 'short';
}
function long({ origin }: SizeIssue): string {
  return origin === 'number' || origin === 'int' ? 'large' : 'long';
}
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * Errors by who must act. Each says what is wrong, where, and how to mend it, and never holds a token
 * or a user's words.
 */
export abstract class VertebotError extends Error {
  /** A stable code for programs; the message is for people. */
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** One broken thing in the pack. `line` counts from 1; 0 when the whole file is meant. */
export interface ContentProblem {
  file: string;
  line: number;
  /** The field, as a path: `points[2].sources`. Empty when the file itself is meant. */
  field: string;
  what: string;
  mend: string;
}

/** `file:line field: what; mend`, the one way a content problem is printed. */
export function formatProblem({ file, line, field, what, mend }: ContentProblem): string {
  const where = line > 0 ? `${file}:${line}` : file;
  return `${where}${field ? ` ${field}` : ''}: ${what}; ${mend}`;
}

/** For the writer of the pack: every problem at once. */
export class ContentError extends VertebotError {
  readonly code = 'CONTENT';
  readonly problems: readonly ContentProblem[];
  constructor(problems: readonly ContentProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** For the operator: a setting in the environment is wrong. */
export class ConfigError extends VertebotError {
  readonly code = 'CONFIG';
}

/** For the operator: a store cannot be reached, read or written. */
export class StorageError extends VertebotError {
  readonly code = 'STORAGE';
}

/** For whoever typed the command. */
export class UsageError extends VertebotError {
  readonly code = 'USAGE';
}

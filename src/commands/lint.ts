/** `vertebot lint`: is the pack fit to be used? */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { lintPack, type Reference } from '../content/lint/index.js';
import { formatProblem, UsageError } from '../errors.js';
import type { Command } from './command.js';

const USAGE = 'vertebot lint [--pack FOLDER] [--against FILE...]';

/**
 * Prints every broken or weak thing of the pack, one a line, as `file:line field: what; mend`, and
 * the size of the pack when there is none.
 *
 * `--against FILE...` also names what was copied from these files, in runs of seven words or more.
 *
 * @param packDir the pack that is linted when `--pack` names no other.
 * @returns a command that exits with 1 when there is a problem, and with 0 otherwise.
 */
export function lintCommand(packDir: string): Command {
  return async (args, io) => {
    const { pack, against } = parse(args);
    const { problems, summary } = await lintPack(pack ?? packDir, against.map(readReference));
    if (problems.length === 0) {
      io.out(`${summary}; nothing to mend`);
      return 0;
    }
    io.out(problems.map(formatProblem).join('\n'));
    io.err(`${problems.length} to mend (${summary})`);
    return 1;
  };
}

function parse(args: string[]): { pack?: string | undefined; against: string[] } {
  const read = () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { pack: { type: 'string' }, against: { type: 'string', multiple: true } },
    });
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read();
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new UsageError(`${what}; use ${USAGE}`, { cause });
  }
  const { against = [], pack } = parsed.values;
  // `--against a b`: the shell hands the second file over as a word of its own.
  if (parsed.positionals.length > 0 && against.length === 0) {
    throw new UsageError(`${parsed.positionals[0]} is no option; use ${USAGE}`);
  }
  return { pack, against: [...against, ...parsed.positionals] };
}

function readReference(file: string): Reference {
  try {
    return { name: basename(file), text: readFileSync(file, 'utf8') };
  } catch (cause) {
    throw new UsageError(`${file} cannot be read; name a text file after --against`, { cause });
  }
}

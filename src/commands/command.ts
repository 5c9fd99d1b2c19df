/** What every subcommand is: arguments in, lines out, an exit code back. Only `main.ts` exits. */

export interface CommandIo {
  /** A line for programs and readers: standard output. */
  out(text: string): void;
  /** Talk and errors: standard error. */
  err(text: string): void;
}

/**
 * @param args what follows the subcommand's name.
 * @returns the exit code: 0 when all went well.
 * @throws VertebotError for whoever must act.
 */
export type Command = (args: string[], io: CommandIo) => Promise<number>;

/** `vertebot ask`: one question, or one JSON object a line from a pipe. */
import { parseArgs } from 'node:util';
import type { Bot } from '../bot.js';
import { UsageError } from '../errors.js';
import { renderPlain } from '../render-plain.js';
import { answerJsonLines } from './ask-jsonl.js';
import type { Command } from './command.js';
import { linesOf } from './lines.js';

const USAGE = 'vertebot ask "question" [--explain], or vertebot ask --jsonl < questions.jsonl';

/** What the command needs of its surroundings. */
export interface AskWith {
  openBot: () => Promise<Bot>;
  input: AsyncIterable<Uint8Array | string>;
  /** Milliseconds, only ever subtracted. */
  clock: () => number;
  /** Breaks the text to the window where there is one. */
  wrap?: (text: string) => string;
}

export function askCommand({ openBot, input, clock, wrap = (text) => text }: AskWith): Command {
  return async (args, io) => {
    const { question, explain, jsonl } = parse(args);
    const bot = await openBot();
    if (jsonl) {
      for await (const line of answerJsonLines(linesOf(input), bot, clock)) io.out(line);
      return 0;
    }
    const reply = await bot.respond({ text: question, explain });
    io.out(wrap(renderPlain(reply)));
    if (reply.explanation) {
      const { reading, lines } = reply.explanation;
      io.out(['', `Why: ${reading}`, ...lines.map((line) => `  ${line}`)].join('\n'));
    }
    return 0;
  };
}

function parse(args: string[]): { question: string; explain: boolean; jsonl: boolean } {
  let parsed: ReturnType<typeof read>;
  function read() {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { explain: { type: 'boolean' }, jsonl: { type: 'boolean' } },
    });
  }
  try {
    parsed = read();
  } catch (cause) {
    throw new UsageError(
      `${cause instanceof Error ? cause.message.split('. ')[0] : cause}; use ${USAGE}`,
      { cause },
    );
  }
  const { explain = false, jsonl = false } = parsed.values;
  const question = parsed.positionals.join(' ');
  if (jsonl === parsed.positionals.length > 0) {
    throw new UsageError(`ask needs a question, or --jsonl and none; use ${USAGE}`);
  }
  return { question, explain, jsonl };
}

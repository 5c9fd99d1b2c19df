/** `vertebot chat`: a talk in the terminal. */
import { createInterface } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import type { Bot } from '../bot.js';
import { runTerminal, widthFor } from '../channels/terminal/index.js';
import { UsageError } from '../errors.js';
import type { Command } from './command.js';

export interface ChatWith {
  /** The bot, and the topic that greets. */
  open: () => Promise<{ bot: Bot; greeting: string }>;
  input: NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY'>>;
  output: NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;
  noColour: boolean;
}

export function chatCommand({ open, input, output, noColour }: ChatWith): Command {
  return async (args) => {
    if (args.length > 0) throw new UsageError(`${args[0]} is not understood; use vertebot chat`);
    const { bot, greeting } = await open();
    const isWindow = input.isTTY === true && output.isTTY === true;
    const lines = createInterface({
      input,
      ...(isWindow && { output }),
      prompt: '> ',
      terminal: isWindow,
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    await runTerminal({
      respond: bot.respond,
      lines,
      write: (text) => output.write(text),
      look: () => ({
        width: widthFor(output.columns),
        colour: output.isTTY === true && !noColour,
      }),
      prompt: () => {
        if (isWindow) lines.prompt();
      },
      greeting,
    });
    lines.close();
    return 0;
  };
}

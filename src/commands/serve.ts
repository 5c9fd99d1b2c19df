/** `vertebot serve`: the chat as a web page, until somebody stops it. */
import type { Hono } from 'hono';
import { startServer } from '../channels/web/index.js';
import { UsageError } from '../errors.js';
import type { Command } from './command.js';

export interface ServeWith {
  /** The app, and how to end what it uses once the last answer is out. */
  open: () => Promise<{ app: Pick<Hono, 'fetch'>; close: () => Promise<void> }>;
  port: number;
  host?: string;
  /** Resolves when it is time to stop. */
  stopped: Promise<void>;
}

export function serveCommand({ open, port, host, stopped }: ServeWith): Command {
  return async (args, io) => {
    if (args.length > 0) throw new UsageError(`${args[0]} is not understood; use vertebot serve`);
    const { app, close } = await open();
    try {
      const server = await startServer({ app, port, ...(host && { host }) });
      io.out(`Vertebot answers at ${server.url} (Ctrl+C stops it)`);
      await stopped;
      await server.stop();
    } finally {
      await close();
    }
    return 0;
  };
}

/** The web channel on a port, from start to a stop that lets running answers finish. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { ConfigError } from '../../errors.js';

export interface ServeWith {
  app: Pick<Hono, 'fetch'>;
  /** 0 takes any free port. */
  port: number;
  /** Without it, every address of the machine. */
  host?: string;
  /** How long a stop waits for answers under way. Default 5,000 ms. */
  stopWithinMs?: number;
}

export interface WebServer {
  /** Where a browser on this machine finds it. */
  url: string;
  stop(): Promise<void>;
}

/** A request must have come in whole by then; connections that idle are cut. */
const REQUEST_WITHIN_MS = 15_000;
const KEEP_ALIVE_MS = 5_000;
const STOP_WITHIN_MS = 5_000;
const CLOSE_IDLE_EVERY_MS = 50;

/** @throws ConfigError when the port cannot be had. */
export async function startServer({
  app,
  port,
  host,
  stopWithinMs,
}: ServeWith): Promise<WebServer> {
  const server = serve({
    fetch: app.fetch,
    port,
    ...(host && { hostname: host }),
    serverOptions: { requestTimeout: REQUEST_WITHIN_MS, keepAliveTimeout: KEEP_ALIVE_MS },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portError(cause, port, host)));
  });
  const name = host && !/^(?:0\.0\.0\.0|::)$/.test(host) ? host : 'localhost';
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${actual}/`,
    stop: () => stop(server, stopWithinMs ?? STOP_WITHIN_MS),
  };
}

async function stop(server: Server, withinMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A browser keeps its connection open after the last answer; nobody needs to wait for that.
  const idle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
  const late = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

function portError(cause: NodeJS.ErrnoException, port: number, host = ''): Error {
  const where = host ? `${host}:${port}` : `port ${port}`;
  switch (cause.code) {
    case 'EADDRINUSE':
      return new ConfigError(`${where} is taken by another program; set PORT to a free one`, {
        cause,
      });
    case 'EACCES':
      return new ConfigError(`${where} may not be used by this user; set PORT above 1023`, {
        cause,
      });
    default:
      return new ConfigError(
        `${where} cannot be listened on (${cause.code}); check HOST and PORT`,
        { cause },
      );
  }
}

import { createServer } from 'node:net';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startServer } from '../../../src/channels/web/index.js';
import { serveCommand } from '../../../src/commands/serve.js';
import { ConfigError } from '../../../src/errors.js';
import { makeApp } from './fixture.js';

const HOST = '127.0.0.1';

describe('the server', () => {
  it('answers at the address it names, and counts by the address it was called from', async () => {
    const { app } = makeApp({ config: { questionsPerMinute: 1 } });
    const server = await startServer({ app, port: 0, host: HOST });
    onTestFinished(() => server.stop());
    const ask = () =>
      fetch(`${server.url}api/ask`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': String(Math.random()) },
        body: '{"text":"roses"}',
      });
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
  });

  it('lets an answer under way finish when it stops, and takes no new one', async () => {
    let finish = () => {};
    let begun = () => {};
    const underWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const app = new Hono().get('/', async (c) => {
      begun();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return c.text('done');
    });
    const server = await startServer({ app, port: 0, host: HOST });
    const answer = fetch(server.url);
    await underWay;
    const stopped = server.stop();
    finish();
    expect(await (await answer).text()).toBe('done');
    await stopped;
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it('does not wait for ever', async () => {
    const app = new Hono().get('/', () => new Promise<Response>(() => {}));
    const server = await startServer({ app, port: 0, host: HOST, stopWithinMs: 50 });
    const hanging = fetch(server.url).catch(() => 'cut');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.stop();
    expect(await hanging).toBe('cut');
  });

  it('says which setting to change when the port is taken', async () => {
    const other = createServer().listen(0, HOST);
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const start = startServer({ app: makeApp().app, port, host: HOST });
    await expect(start).rejects.toThrow(ConfigError);
    await expect(start).rejects.toThrow(/is taken by another program; set PORT/);
  });
});

describe('vertebot serve', () => {
  it('prints its address, serves until it is stopped, then closes what it opened', async () => {
    const said: string[] = [];
    let stop = () => {};
    const close = vi.fn(async () => {});
    const command = serveCommand({
      open: async () => ({ app: makeApp().app, close }),
      port: 0,
      host: HOST,
      stopped: new Promise((resolve) => {
        stop = resolve;
      }),
    });
    const code = command([], {
      out: (line) => void said.push(line),
      err: () => {},
    });
    while (said.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const url = /http:\S+/.exec(said[0]!)![0];
    expect((await fetch(`${url}healthz`)).status).toBe(200);
    stop();
    expect(await code).toBe(0);
    expect(close).toHaveBeenCalledOnce();
    await expect(command(['now'], { out: () => {}, err: () => {} })).rejects.toThrow(
      'use vertebot serve',
    );
  });
});

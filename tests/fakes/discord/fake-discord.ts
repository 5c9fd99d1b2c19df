/**
 * A Discord of our own, on loopback: an unmodified discord.js talks to its REST and its gateway, on one port.
 * It checks routes, order, tokens and time, and records every request.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeGateway } from './gateway.js';
import { type ApiRequest, type ApiResponse, FakeRest, type Json } from './rest.js';
import { type FakeGuild, newGuild } from './world.js';

export const TOKEN = 'a-token-that-must-never-be-logged';

/** What happens to the next requests that fit, instead of the usual answer. */
export interface Fault {
  method: string;
  path: RegExp;
  /** How many requests it strikes. Default 1. */
  times?: number;
  /** An answer, a cut line, or the usual answer held back. */
  does: ApiResponse | 'cut' | 'cut-after' | { delayMs: number };
}

export interface Recorded {
  method: string;
  path: string;
  body?: Json;
}

export interface FakeDiscordOptions {
  token?: string;
  /** Is "Message Content Intent" switched on in the portal? Default true. */
  messageContent?: boolean;
  guilds?: FakeGuild[];
}

const MESSAGE_CONTENT_INTENT = 1 << 15;
const ALL_INTENTS = (1 << 26) - 1;

export class FakeDiscord {
  readonly requests: Recorded[] = [];
  /** Requests to routes that it does not know: each fails the test. */
  readonly unknown: string[] = [];
  readonly faults: Fault[] = [];
  readonly guilds: FakeGuild[];
  readonly token: string;
  rest!: FakeRest;
  gateway!: FakeGateway;
  api = '';
  /** Added to the clock, so that a test can let a quarter of an hour pass. */
  ahead = 0;
  messageContent: boolean;
  readonly #server: Server;

  private constructor({ token = TOKEN, messageContent = true, guilds }: FakeDiscordOptions) {
    this.token = token;
    this.messageContent = messageContent;
    this.guilds = guilds ?? [newGuild()];
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
    const fake = new FakeDiscord(options);
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    const { port } = fake.#server.address() as AddressInfo;
    const url = `ws://127.0.0.1:${port}`;
    fake.api = `http://127.0.0.1:${port}/api`;
    fake.rest = new FakeRest(fake.guilds, url, () => Date.now() + fake.ahead);
    fake.gateway = new FakeGateway(fake.#server, {
      token: fake.token,
      url,
      guilds: fake.guilds,
      allowedIntents: fake.messageContent ? ALL_INTENTS : ALL_INTENTS & ~MESSAGE_CONTENT_INTENT,
      heartbeatMs: 1000,
    });
    return fake;
  }

  /** Does the connected client see what it is not mentioned in? */
  get seesContent(): boolean {
    return (this.gateway.intents & MESSAGE_CONTENT_INTENT) !== 0;
  }

  async stop(): Promise<void> {
    await this.gateway.end();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ''));
    const method = request.method ?? 'GET';
    const body = await bodyOf(request);
    this.requests.push({ method, path, ...(body && { body }) });
    const authorised = request.headers.authorization === `Bot ${this.token}`;
    const call: ApiRequest = { method, path, query: url.searchParams, body, authorised };

    const fault = this.#strike(method, path);
    if (fault === 'cut') return void request.socket.destroy();
    if (typeof fault === 'object' && 'status' in fault) return send(response, fault);
    if (typeof fault === 'object') await new Promise((go) => setTimeout(go, fault.delayMs));
    const answer = this.rest.handle(call);
    if (fault === 'cut-after') return void request.socket.destroy();
    if (!answer) this.unknown.push(`${method} ${path} ${JSON.stringify(body ?? null)}`);
    send(response, answer ?? { status: 404, body: { code: 0, message: '404: Not Found' } });
  }

  #strike(method: string, path: string): Fault['does'] | undefined {
    const fault = this.faults.find((one) => one.method === method && one.path.test(path));
    if (!fault) return undefined;
    fault.times = (fault.times ?? 1) - 1;
    if (fault.times <= 0) this.faults.splice(this.faults.indexOf(fault), 1);
    return fault.does;
  }
}

/** A 429 as Discord words it. */
export function rateLimited(seconds: number, isGlobal = false): ApiResponse {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal },
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal && { 'x-ratelimit-global': 'true' }),
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Json | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? (JSON.parse(text) as Json) : undefined;
}

/** A 204 carries no content type: discord.js would try to parse its empty body. */
function send(response: ServerResponse, { status, body, headers = {} }: ApiResponse): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
  } else {
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));
  }
}

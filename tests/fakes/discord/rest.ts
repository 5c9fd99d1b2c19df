/** The REST half: the routes that the bot uses, with Discord's own errors; anything else fails the test. */
import {
  APPLICATION,
  BOT,
  type FakeChannel,
  type FakeGuild,
  snowflake,
  userPayload,
} from './world.js';

export type Json = Record<string, unknown>;

export interface ApiRequest {
  method: string;
  /** Without `/api/v10`, decoded. */
  path: string;
  query: URLSearchParams;
  body: Json | undefined;
  authorised: boolean;
}

export interface ApiResponse {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** An interaction that was injected, and what came back. */
export interface FakeInteraction {
  id: string;
  token: string;
  at: number;
  channelId: string;
  callbacks: { type: number; data: Json | undefined; ms: number }[];
  /** The message that the callback made, or the one that the pressed button sits on. */
  original: Json | undefined;
  followUps: Json[];
  onCallback: () => void;
}

const FIRST_RESPONSE_MS = 3000;
const TOKEN_MS = 15 * 60_000;

export class FakeRest {
  readonly interactions = new Map<string, FakeInteraction>();
  readonly messages = new Map<string, Json>();
  /** Messages posted to a channel, oldest first. */
  readonly posted: Json[] = [];
  /** How often an interaction was answered again, or too late. */
  readonly mistakes: string[] = [];
  readonly typing: string[] = [];
  commands: unknown[] = [];
  commandWrites = 0;
  /** Threads of a forum whose first message is not there yet. */
  readonly unborn = new Set<string>();
  readonly #nonces = new Map<string, Json>();
  readonly #guilds: FakeGuild[];
  readonly #gatewayUrl: string;
  readonly #now: () => number;

  constructor(guilds: FakeGuild[], gatewayUrl: string, now: () => number) {
    this.#guilds = guilds;
    this.#gatewayUrl = gatewayUrl;
    this.#now = now;
  }

  /** Undefined for a route that nobody taught it. */
  handle(request: ApiRequest): ApiResponse | undefined {
    const { method, path } = request;
    for (const [verb, pattern, run, open] of this.#routes) {
      const match = verb === method ? pattern.exec(path) : null;
      if (!match) continue;
      if (!open && !request.authorised) return refuse(401, 0, '401: Unauthorized');
      return run(match.slice(1), request);
    }
    return undefined;
  }

  readonly #routes: [
    string,
    RegExp,
    (ids: string[], request: ApiRequest) => ApiResponse,
    boolean?,
  ][] = [
    ['GET', /^\/gateway\/bot$/, () => this.#gateway()],
    ['GET', /^\/users\/@me$/, () => ok(userPayload(BOT))],
    ['GET', /^\/(?:oauth2\/)?applications\/@me$/, () => this.#application()],
    ['GET', /^\/applications\/(\d+)\/commands$/, () => ok(this.commands)],
    ['PUT', /^\/applications\/(\d+)\/commands$/, (_, { body }) => this.#putCommands(body)],
    [
      'POST',
      /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      (ids, r) => this.#callback(ids, r),
      true,
    ],
    ['POST', /^\/webhooks\/\d+\/([^/]+)$/, (ids, r) => this.#followUp(ids, r), true],
    [
      'PATCH',
      /^\/webhooks\/\d+\/([^/]+)\/messages\/(@original|\d+)$/,
      (ids, r) => this.#edit(ids, r),
      true,
    ],
    [
      'DELETE',
      /^\/webhooks\/\d+\/([^/]+)\/messages\/(@original|\d+)$/,
      (ids) => this.#delete(ids),
      true,
    ],
    ['POST', /^\/channels\/(\d+)\/messages$/, (ids, r) => this.#post(ids, r)],
    ['POST', /^\/channels\/(\d+)\/typing$/, ([id = '']) => this.#typing(id)],
    ['GET', /^\/channels\/(\d+)$/, ([id = '']) => this.#getChannel(id)],
  ];

  #gateway(): ApiResponse {
    const session_start_limit = {
      total: 1000,
      remaining: 1000,
      reset_after: 0,
      max_concurrency: 1,
    };
    return ok({ url: this.#gatewayUrl, shards: 1, session_start_limit });
  }

  #application(): ApiResponse {
    return ok({ id: APPLICATION, name: 'Vertebot', flags: 0, bot: userPayload(BOT) });
  }

  #putCommands(body: unknown): ApiResponse {
    this.commandWrites++;
    this.commands = (body as Json[]).map((command) => ({
      ...command,
      id: snowflake(),
      application_id: APPLICATION,
      version: snowflake(),
      dm_permission: true,
      nsfw: false,
      name_localizations: null,
      description: command.description ?? '',
      default_member_permissions: command.default_member_permissions ?? null,
    }));
    return ok(this.commands);
  }

  #callback([id = '', token = '']: string[], { body, query }: ApiRequest): ApiResponse {
    const found = this.interactions.get(token);
    const ms = found ? this.#now() - found.at : 0;
    if (!found || found.id !== id || ms > FIRST_RESPONSE_MS) {
      this.mistakes.push(
        `interaction ${id} answered ${found ? `after ${ms} ms` : 'with a wrong token'}`,
      );
      return refuse(404, 10062, 'Unknown interaction');
    }
    if (found.callbacks.length > 0) {
      this.mistakes.push(`interaction ${id} answered again`);
      return refuse(400, 40060, 'Interaction has already been acknowledged.');
    }
    const { type, data } = body as { type: number; data?: Json };
    found.callbacks.push({ type, data, ms });
    if (type === 4 || type === 5) {
      found.original = this.#message(data ?? {}, found.channelId, type === 5 ? { flags: 128 } : {});
    } else if (type === 7 && found.original) {
      found.original = this.#change(found.original, data ?? {});
    }
    found.onCallback();
    if (query.get('with_response') !== 'true') return { status: 204 };
    return ok({ interaction: { id, type: 2 }, resource: { type, message: found.original } });
  }

  #followUp([token = '']: string[], { body }: ApiRequest): ApiResponse {
    const found = this.#alive(token);
    if (!found) return refuse(404, 10015, 'Unknown Webhook');
    const message = this.#message(body ?? {}, found.channelId);
    found.followUps.push(message);
    return ok(message);
  }

  #edit([token = '', id]: string[], { body }: ApiRequest): ApiResponse {
    const found = this.#alive(token);
    const message = id === '@original' ? found?.original : this.messages.get(id ?? '');
    if (!found || !message) return refuse(404, found ? 10008 : 10015, 'Unknown Message');
    const edited = this.#change(message, body ?? {});
    if (id === '@original') found.original = edited;
    return ok(edited);
  }

  #delete([token = '', id]: string[]): ApiResponse {
    const found = this.#alive(token);
    const message = id === '@original' ? found?.original : this.messages.get(id ?? '');
    if (!message) return refuse(404, 10008, 'Unknown Message');
    this.messages.delete(String(message.id));
    return { status: 204 };
  }

  /** Follow-ups work once the interaction has been answered, for a quarter of an hour. */
  #alive(token: string): FakeInteraction | undefined {
    const found = this.interactions.get(token);
    return found && found.callbacks.length > 0 && this.#now() - found.at < TOKEN_MS
      ? found
      : undefined;
  }

  #post([channelId = '']: string[], { body = {} }: ApiRequest): ApiResponse {
    const channel = this.channel(channelId);
    if (!channel) return refuse(404, 10003, 'Unknown Channel');
    if (this.unborn.has(channelId)) return refuse(403, 40058, 'Cannot message this thread yet');
    const { locked, archived } = (channel.thread_metadata ?? {}) as Json;
    if (locked && archived) return refuse(400, 50083, 'Thread is archived');
    const nonce = body.enforce_nonce ? `${channelId} ${String(body.nonce)}` : undefined;
    const before = nonce && this.#nonces.get(nonce);
    if (before) return ok(before);
    const message = this.#message(body, channelId);
    if (nonce) this.#nonces.set(nonce, message);
    this.posted.push(message);
    return ok(message);
  }

  #typing(id: string): ApiResponse {
    this.typing.push(id);
    return this.channel(id) ? { status: 204 } : refuse(404, 10003, 'Unknown Channel');
  }

  #getChannel(id: string): ApiResponse {
    const channel = this.channel(id);
    return channel ? ok(channel) : refuse(404, 10003, 'Unknown Channel');
  }

  channel(id: string): FakeChannel | undefined {
    const dm = { id, type: 1, recipients: [] } as FakeChannel;
    const inGuilds = this.#guilds.flatMap(({ channels, threads }) => [...channels, ...threads]);
    return (
      inGuilds.find((channel) => channel.id === id) ??
      (id.startsWith('80000000000000002') ? dm : undefined)
    );
  }

  #message(body: Json, channelId: string, more: Json = {}): Json {
    const message: Json = {
      id: snowflake(),
      type: 0,
      channel_id: channelId,
      author: userPayload(BOT),
      content: '',
      embeds: [],
      attachments: [],
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      pinned: false,
      tts: false,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      ...body,
      flags: Number(body.flags ?? 0) | Number(more.flags ?? 0),
      components: numbered((body.components as Json[] | undefined) ?? []),
    };
    this.messages.set(String(message.id), message);
    return message;
  }

  #change(message: Json, body: Json): Json {
    const edited = {
      ...message,
      ...body,
      flags: (Number(message.flags) & ~128) | Number(body.flags ?? 0),
      ...(body.components ? { components: numbered(body.components as Json[]) } : {}),
    };
    this.messages.set(String(message.id), edited);
    return edited;
  }
}

/** Discord numbers every component that has no number of its own. */
function numbered(components: readonly Json[]): Json[] {
  const taken = new Set<number>();
  const note = (component: Json): void => {
    if (typeof component.id === 'number') taken.add(component.id);
    for (const inner of (component.components as Json[] | undefined) ?? []) note(inner);
  };
  components.forEach(note);
  let next = 0;
  const free = (): number => {
    do next++;
    while (taken.has(next));
    return next;
  };
  const number = (component: Json): Json => ({
    ...component,
    id: component.id ?? free(),
    ...(component.components ? { components: (component.components as Json[]).map(number) } : {}),
    ...(component.accessory ? { accessory: number(component.accessory as Json) } : {}),
  });
  return components.map(number);
}

function ok(body: unknown): ApiResponse {
  return { status: 200, body };
}

export function refuse(status: number, code: number, message: string): ApiResponse {
  return { status, body: { code, message } };
}

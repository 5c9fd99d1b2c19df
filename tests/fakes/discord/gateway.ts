/** The gateway half: hello, heartbeat, identify, resume, and every way a connection can end. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { APPLICATION, BOT, type FakeGuild, guildPayload, userPayload } from './world.js';

interface Packet {
  op: number;
  d?: unknown;
  s?: number | null;
  t?: string | null;
}

interface Session {
  id: string;
  sent: Packet[];
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  token: string;
  url: string;
  guilds: FakeGuild[];
  /** Intents beyond these end in close code 4014. */
  allowedIntents: number;
  heartbeatMs: number;
}

export class FakeGateway {
  readonly presences: unknown[] = [];
  identifies = 0;
  resumes = 0;
  /** The intents that the last IDENTIFY asked for. */
  intents = 0;
  readonly #options: GatewayOptions;
  readonly #server: WebSocketServer;
  readonly #sessions = new Map<string, Session>();

  constructor(http: Server, options: GatewayOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({ server: http });
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  /** An event for every session; one that is away gets it when it resumes. */
  dispatch(t: string, d: unknown): void {
    for (const session of this.#sessions.values()) this.#send(session, t, d);
  }

  /** Op 7: please reconnect. */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.values())
      socket?.send(JSON.stringify({ op: 7, d: null }));
  }

  /** Op 9: the session is invalid. */
  invalidate(resumable: boolean): void {
    for (const session of [...this.#sessions.values()]) {
      session.socket?.send(JSON.stringify({ op: 9, d: resumable }));
      if (!resumable) this.#sessions.delete(session.id);
    }
  }

  close(code: number): void {
    for (const { socket } of this.#sessions.values()) socket?.close(code);
  }

  /** The line goes dead without a word. */
  drop(): void {
    for (const { socket } of this.#sessions.values()) socket?.terminate();
  }

  get connections(): number {
    return this.#server.clients.size;
  }

  async end(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #greet(socket: WebSocket): void {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.#options.heartbeatMs } }));
    socket.on('message', (raw) => this.#receive(socket, JSON.parse(String(raw)) as Packet));
    socket.on('close', () => {
      for (const session of this.#sessions.values()) {
        if (session.socket === socket) session.socket = undefined;
      }
    });
  }

  #receive(socket: WebSocket, { op, d }: Packet): void {
    if (op === 1) socket.send(JSON.stringify({ op: 11 }));
    else if (op === 2) this.#identify(socket, d as { token: string; intents: number });
    else if (op === 3) this.presences.push(d);
    else if (op === 6) this.#resume(socket, d as { session_id: string; seq: number });
  }

  #identify(socket: WebSocket, d: { token: string; intents: number; presence?: unknown }): void {
    this.identifies++;
    this.intents = d.intents;
    const { token, allowedIntents, url, guilds } = this.#options;
    if (d.token !== token) {
      socket.close(4004);
      return;
    }
    if (d.intents & ~allowedIntents) {
      socket.close(4014);
      return;
    }
    if (d.presence) this.presences.push(d.presence);
    const session: Session = { id: `session-${this.identifies}`, sent: [], socket };
    this.#sessions.set(session.id, session);
    this.#send(session, 'READY', {
      v: 10,
      user: userPayload(BOT),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url,
      application: { id: APPLICATION, flags: 0 },
      shard: [0, 1],
    });
    for (const guild of guilds) this.#send(session, 'GUILD_CREATE', guildPayload(guild));
  }

  #resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): void {
    this.resumes++;
    const session = this.#sessions.get(session_id);
    if (!session) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    session.socket = socket;
    for (const packet of session.sent) {
      if ((packet.s ?? 0) > seq) socket.send(JSON.stringify(packet));
    }
    this.#send(session, 'RESUMED', {});
  }

  #send(session: Session, t: string, d: unknown): void {
    const packet = { op: 0, t, d, s: session.sent.length + 1 };
    session.sent.push(packet);
    session.socket?.send(JSON.stringify(packet));
  }
}

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { readDate, writeDate } from '../world/dates.ts';
import { isLive, type World } from '../world/world.ts';

interface Listener {
  readonly socket: WebSocket;
  sessionId: string | undefined;
}

const refusedToken = 1008;

/** The WebSocket at `/events/`, which notifies clients at once when their token becomes invalid. */
export class EventChannel {
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  readonly #listeners = new Set<Listener>();
  #licence: string;

  constructor(world: World) {
    this.#world = world;
    this.#licence = world.board.now.licence;
    world.sessions.watch(() => this.dropDeadTokens());
    world.board.watch(() => {
      this.dropDeadTokens();
      this.#tellLicence();
    });
  }

  /** The number of clients that are connected. */
  get open(): number {
    return this.#listeners.size;
  }

  /** Takes over a connection with a WebSocket handshake; answers an invalid one with status 400. */
  accept(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, connection, head, (socket) => this.#follow(socket));
  }

  /** Notifies every client whose token is invalid, and disconnects it. */
  dropDeadTokens(): void {
    for (const listener of this.#listeners) {
      if (listener.sessionId !== undefined && !this.#lives(listener.sessionId)) this.#refuse(listener);
    }
  }

  #follow(socket: WebSocket): void {
    const listener: Listener = { socket, sessionId: undefined };
    this.#listeners.add(listener);
    const everyMs = Math.max(this.#world.board.now.pingSeconds, 1) * 1000;
    const pings = setInterval(() => this.#ping(listener), everyMs);
    socket.on('message', (bytes) => this.#hear(listener, bytes.toString()));
    // The library closes a connection that breaks the protocol.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(pings);
      this.#listeners.delete(listener);
    });
  }

  #hear(listener: Listener, text: string): void {
    const { type, data } = readMessage(text);
    if (type === 'auth') this.#authorize(listener, data.token);
    const session = listener.sessionId && this.#world.sessions.byId(listener.sessionId);
    if (type === 'pong' && session && readDate(String(data.pong_date)) !== undefined) {
      this.#world.sessions.change(session, { lastPingAt: this.#world.clock.now() });
    }
  }

  #authorize(listener: Listener, token: unknown): void {
    const { sessions, clock, board } = this.#world;
    const session = typeof token === 'string' ? sessions.byToken(token, clock.now()) : undefined;
    if (!session || !this.#lives(session.id)) {
      this.#refuse(listener);
      return;
    }
    listener.sessionId = session.id;
    this.#ping(listener);
    if (board.now.licence !== 'fine') say(listener, 'license_alert', {});
  }

  #ping(listener: Listener): void {
    if (listener.sessionId === undefined) return;
    const { clock, board } = this.#world;
    say(listener, 'ping', { ping_date: writeDate(clock.now(), board.now.dates) });
  }

  #refuse(listener: Listener): void {
    listener.sessionId = undefined;
    say(listener, 'token_invalid', {});
    listener.socket.close(refusedToken);
  }

  #tellLicence(): void {
    const { licence } = this.#world.board.now;
    if (licence !== 'fine' && this.#licence === 'fine') {
      for (const listener of this.#listeners) {
        if (listener.sessionId !== undefined) say(listener, 'license_alert', {});
      }
    }
    this.#licence = licence;
  }

  #lives(sessionId: string): boolean {
    const session = this.#world.sessions.byId(sessionId);
    return session !== undefined && isLive(this.#world, session);
  }
}

function say(listener: Listener, type: string, data: Readonly<Record<string, unknown>>): void {
  listener.socket.send(JSON.stringify({ type, data }));
}

function readMessage(text: string): { type: unknown; data: Readonly<Record<string, unknown>> } {
  try {
    const value = JSON.parse(text);
    return { type: value?.type, data: typeof value?.data === 'object' ? (value.data ?? {}) : {} };
  } catch {
    return { type: undefined, data: {} };
  }
}

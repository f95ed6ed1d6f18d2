import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { defaultUsers } from './default-users.ts';
import { Delay } from './delay.ts';
import { EventChannel } from './events/event-channel.ts';
import { serveUpgrade } from './events/serve-upgrade.ts';
import type { Answer } from './http/answer.ts';
import { Certificates } from './http/certificates.ts';
import { type RecordedRequest, RequestLog } from './http/request-log.ts';
import type { Certificate } from './http/sign-certificate.ts';
import { openSite } from './http/site.ts';
import { serveRequest } from './serve-request.ts';
import { matches, SwitchBoard } from './switches/switch-board.ts';
import type { Switches } from './switches/switch-table.ts';
import type { Person } from './world/people.ts';
import { isLive, newWorld } from './world/world.ts';

/** Options; each has a default. */
export interface EmulatorOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  readonly host?: string;
  readonly https?: boolean;
  /** Used for HTTPS instead of a self-signed certificate. */
  readonly certificate?: Certificate;
  readonly users?: readonly Person[];
  readonly switches?: Partial<Switches>;
}

/** A running FindFace session server. */
export interface Emulator {
  /** Scheme, host and port: `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** The server's address as a person types it: the origin, with `/api` if that switch is on. */
  readonly base: string;
  readonly port: number;
  readonly switches: SwitchBoard;
  /** The current users with their passwords. */
  readonly users: readonly Person[];
  /** Every request so far, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Every request for a web socket so far, which are not among `requests`. */
  readonly upgrades: readonly RecordedRequest[];
  /** Number of web sockets that are open now. */
  readonly openChannels: number;
  /** Accepted TCP connections, including those without a request. */
  readonly connections: number;
  /** Maximum number of concurrent requests so far. */
  readonly maxAtOnce: number;
  /** Number of tokens that would be accepted now. */
  readonly liveTokens: number;
  /** The current certificate as PEM; undefined without HTTPS. */
  readonly certificate: string | undefined;
  /** Number of requests to `/users/me/`, `POST /auth/login/` or `/sessions/*`, under any prefix. */
  count(where: string): number;
  forgetRequests(): void;
  /** Ends all sessions of a user on the server side; returns their number. */
  endSessions(userName: string): number;
  switchOff(userName: string): void;
  switchOn(userName: string): void;
  changePassword(userName: string, password: string): void;
  /** Gives a user the permissions of another role; tokens stay valid. */
  changeRole(userName: string, role: Person['role']): void;
  /** Shifts the server's clock, including the expiry of tokens. */
  setClockOffset(seconds: number): void;
  /** Replaces the response at a path (without prefix); returns the function that undoes it. */
  rewrite(where: string, change: (response: Answer) => Answer): () => void;
  /** Closes every connection and frees the port. */
  close(): Promise<void>;
}

/** Starts a FindFace session server on this computer. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const {
    port = 0,
    host = '127.0.0.1',
    https = options.certificate !== undefined,
    users = defaultUsers,
  } = options;
  const board = new SwitchBoard(options.switches);
  const world = newWorld(users, board);
  const log = new RequestLog();
  const upgrades = new RequestLog();
  const delay = new Delay();
  const rewrites = new Set<{ where: string; change: (response: Answer) => Answer }>();
  const rewrite = (method: string, path: string, response: Answer) =>
    [...rewrites].reduce(
      (sofar, { where, change }) => (matches(where, method, path) ? change(sofar) : sofar),
      response,
    );

  const channel = new EventChannel(world);
  const scheme = https ? 'https' : 'http';
  const certificates = https ? new Certificates(host) : undefined;
  const certificate = () => options.certificate ?? certificates?.get(board.now.certificate);
  const site = await openSite(host, port, certificate(), (request, response) => {
    // A client that disconnects during a response is not an error.
    serveRequest(world, log, delay, rewrite, scheme, request, response).catch(() => response.destroy());
  });
  site.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    serveUpgrade(world, upgrades, channel, request, socket, head);
  });
  let shown = certificate();
  board.watch(() => {
    const next = certificate();
    if (next && next !== shown) site.showCertificate(next);
    shown = next;
  });

  const origin = `${scheme}://${host.includes(':') ? `[${host}]` : host}:${site.port}`;
  const sessionsOf = (name: string) => {
    const person = world.people.change(name, {});
    return world.sessions.all.filter((session) => session.userId === person.id);
  };
  return {
    origin,
    get base() {
      return origin + board.now.prefix;
    },
    port: site.port,
    switches: board,
    get users() {
      return world.people.all;
    },
    get requests() {
      return log.all;
    },
    get upgrades() {
      return upgrades.all;
    },
    get openChannels() {
      return channel.open;
    },
    get connections() {
      return site.connections;
    },
    get maxAtOnce() {
      return log.maxAtOnce;
    },
    get liveTokens() {
      return world.sessions.all.filter((session) => isLive(world, session)).length;
    },
    get certificate() {
      return certificate()?.cert;
    },
    count: (where) => log.count(where, board.now.prefix),
    forgetRequests: () => log.forget(),
    endSessions: (name) => {
      const sessions = sessionsOf(name);
      world.sessions.end(sessions);
      return sessions.length;
    },
    switchOff: (name) => {
      world.people.change(name, { active: false });
      channel.dropDeadTokens();
    },
    changeRole: (name, role) => void world.people.change(name, { role }),
    switchOn: (name) => void world.people.change(name, { active: true }),
    changePassword: (name, password) => {
      world.people.change(name, { password });
      if (board.now.passwordChange === 'ends') world.sessions.end(sessionsOf(name));
    },
    setClockOffset: (seconds) => board.set({ clockOffsetSeconds: seconds }),
    rewrite: (where, change) => {
      const entry = { where, change };
      rewrites.add(entry);
      return () => void rewrites.delete(entry);
    },
    close: () => site.close(),
  };
}

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { foreignApiDocs, foreignInterface } from './foreign-pages.ts';

/** A request that arrived at a foreign server. */
export interface ForeignRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
}

/** A server compatible with FindFace, but written independently. */
export interface ForeignServer {
  readonly origin: string;
  readonly user: { readonly name: string; readonly password: string };
  readonly requests: readonly ForeignRequest[];
  /** The first frames of its live channels. */
  readonly greetings: readonly string[];
  /** Ends every session, and says so on the live channels. */
  endAll(): void;
  close(): Promise<void>;
}

/**
 * Starts a server with the minimum of FindFace's API and some behavior of its own.
 *
 * It logs in at `/auth/login/`, returns the user at `/users/me/`, fails every log-out, has no `/config.json`, ignores
 * `x-uuid`, writes header names in capitals and answers unknown paths with a page. Its web interface and its API docs are
 * pages of its own. On its live channel it writes JSON in an order and with blanks of its own.
 */
export async function startForeignServer(): Promise<ForeignServer> {
  const user = { name: 'dispatcher', password: 'night shift 7' };
  const requests: ForeignRequest[] = [];
  const tokens = new Set<string>();
  const sockets = new Set<Socket>();

  const profile = { id: 41, name: user.name, real_name: 'Night dispatcher', permissions: ['view_events'] };
  const isLetIn = (basic: string) =>
    basic === `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://foreign').pathname;
    const authorization = request.headers.authorization ?? null;
    requests.push({ method: request.method ?? '', path, authorization });
    for await (const _ of request) {
      // The body is read and ignored.
    }
    const say = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'CONTENT-TYPE': 'application/json;charset=UTF-8' })
        .end(JSON.stringify(body));

    if (path === '/auth/login/' && request.method === 'POST') {
      if (!isLetIn(authorization ?? '')) return void say(401, { code: 'UNAUTHORIZED', desc: 'Who are you?' });
      const token = randomBytes(20).toString('base64url');
      tokens.add(token);
      const end = new Date(Date.now() + 30 * 86_400_000);
      return void say(200, {
        token,
        user: profile,
        token_expiration_datetime: end.toISOString(),
        node: 'b2',
      });
    }
    const isKnown = tokens.has(/^token (.+)$/i.exec(authorization ?? '')?.[1] ?? '');
    if (path === '/auth/logout/') return void say(500, { error: 'session store is read-only' });
    if (path === '/users/me/')
      return void (isKnown ? say(200, profile) : say(401, { code: 'UNAUTHORIZED', desc: 'No entry.' }));
    if (path === '/' || path === '/api-docs/')
      return void response
        .writeHead(200, { 'CONTENT-TYPE': 'text/html' })
        .end(path === '/' ? foreignInterface : foreignApiDocs);
    response.writeHead(404, { 'CONTENT-TYPE': 'text/html' }).end('<h1>There is nothing here</h1>');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const greetings: string[] = [];
  const channels = new Set<WebSocket>();
  new WebSocketServer({ server, path: '/events/' }).on('connection', (channel) => {
    channel.once('message', (bytes) => {
      greetings.push(String(bytes));
      const { token } = JSON.parse(String(bytes)).data;
      channel.send(JSON.stringify({ data: { counters: [1, 2] }, type: 'ws_counters' }, null, 2));
      if (tokens.has(token)) channels.add(channel.on('close', () => channels.delete(channel)));
      channel.send(
        JSON.stringify({ data: { n: 1 }, type: tokens.has(token) ? 'ping' : 'token_invalid' }, null, 2),
      );
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    user,
    requests,
    greetings,
    endAll: () => {
      tokens.clear();
      for (const channel of channels)
        channel.send(JSON.stringify({ data: null, type: 'token_invalid' }, null, 2));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

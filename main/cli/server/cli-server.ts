import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { RateLimit } from '../../timing/rate-limit.ts';
import { type CliAnswer, writeAnswer, writeWait } from './cli-answer.ts';
import { type CliRequest, maxRequestBytes, readCliRequest } from './cli-request.ts';

/** Bounds of what a client can hold: connections, and the time that a request may take to arrive, in ms. */
const maxConnections = 256;
const arrivalMs = 5_000;
const maxHeaderSize = 16 * 1024;
/** Commands that are answered at once, and then in a second: each starts a process that asks who sent it. */
const burst = 100;
const perSecond = 25;
/** The host that commands are sent to. */
const host = 'ffsm';
const headers = { 'content-type': 'text/plain; charset=utf-8', connection: 'close' } as const;

/** Who waits for the answer to a command. */
export interface CliClient {
  readonly socket: Socket;
  /** Aborted when it has gone. */
  readonly gone: AbortSignal;
  /** Says, before the answer, what a person has to do in the app; `ffsm` prints it on a terminal. */
  readonly tell: (sentence: string) => void;
}

interface Deps {
  /** Answers a command; `client` is who sent it. */
  readonly answer: (request: CliRequest, client: CliClient) => Promise<CliAnswer>;
  /** Answers a request that is no command: one that `ffsm curl` sends to a server. */
  readonly forward: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** The HTTP server that `ffsm` talks to, one command a connection, and curl after it. */
export class CliServer {
  readonly #server: Server;
  readonly #rate = new RateLimit(burst, perSecond);

  constructor(private readonly deps: Deps) {
    this.#server = createServer(
      {
        maxHeaderSize,
        headersTimeout: arrivalMs,
        // What is sent on may be long; a command has its own time.
        requestTimeout: 0,
        connectionsCheckingInterval: 1_000,
        insecureHTTPParser: false,
      },
      (request, response) => void this.#serve(request, response).catch(() => response.destroy()),
    );
    this.#server.maxConnections = maxConnections;
    for (const event of ['upgrade', 'connect'])
      this.#server.on(event, (_request, socket) => socket.destroy());
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  /** Listens on a Unix socket; rejects if that is not possible. */
  async open(path: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(path, resolve);
    });
  }

  /** Ends every connection and stops listening. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { method, url, headers: sent } = request;
    if (sent.host !== host || url !== '/run') return this.deps.forward(request, response);
    // SECURITY: a page in a browser cannot name this host, nor send this type without asking first (0052).
    const isOurs =
      method === 'POST' &&
      sent.origin === undefined &&
      sent['content-type'] === 'application/x-www-form-urlencoded';
    if (!isOurs) return refuse(response, 400);
    const late = setTimeout(() => request.destroy(), arrivalMs);
    const body = await readBody(request).finally(() => clearTimeout(late));
    if (body === null) return refuse(response, 413);
    const command = readCliRequest(body);
    if (command === null) return refuse(response, 400);
    await this.#rate.next();
    if (gone.signal.aborted) return;
    const tell = (sentence: string) => {
      if (response.writableEnded || response.destroyed) return;
      if (!response.headersSent) response.writeHead(200, headers);
      response.write(writeWait(sentence));
    };
    const answer = await this.deps.answer(command, { socket: request.socket, gone: gone.signal, tell });
    send(response, 200, writeAnswer(answer));
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    bytes += piece.length;
    if (bytes > maxRequestBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function refuse(response: ServerResponse, status: number): void {
  send(response, status, '');
}

function send(response: ServerResponse, status: number, body: string): void {
  if (!response.headersSent) response.writeHead(status, headers);
  response.end(body);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { Result } from '../../contract/core/result.ts';
import type { Connection, ForwardedRequest } from '../servers/connection.ts';
import type { Token } from '../token/token.ts';
import { headersForProgram, headersForServer, redirectPath } from './forwarded-headers.ts';
import { type GatewayRules, judgeRequest } from './gateway-rules.ts';

/** Requests that may run at once; more are refused. */
const maxAtOnce = 16;
const maxConnections = 32;
const maxHeaderSize = 16 * 1024;

interface Deps {
  readonly rules: Omit<GatewayRules, 'port'>;
  /** The URL of the server with its base path, without a slash at the end. */
  readonly base: string;
  readonly connection: Pick<Connection, 'forward' | 'close'>;
  /** The token that is sent, or why none may be sent now. */
  readonly token: () => Result<Token>;
  readonly onForwarded: () => void;
  /** The server no longer accepts the token. */
  readonly onRefused: () => void;
}

/** An HTTP server on this computer that forwards requests with the key in their path, and adds the token. */
export class GatewayServer {
  readonly #deps: Deps;
  readonly #server: Server;
  readonly #end = new AbortController();
  #underWay = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#server = createServer(
      {
        maxHeaderSize,
        headersTimeout: 10_000,
        requestTimeout: 120_000,
        keepAliveTimeout: 5_000,
        // SECURITY: what two parsers could read differently is refused (0042).
        insecureHTTPParser: false,
      },
      (request, response) => {
        this.#answer(request, response).catch(() => {
          // A header that no request may have, or a connection that ended in between.
          if (response.headersSent) response.destroy();
          else refuse(response, 400, 'request-unclear');
        });
      },
    );
    this.#server.maxConnections = maxConnections;
    for (const event of ['upgrade', 'connect'])
      this.#server.on(event, (_request, socket) => socket.destroy());
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  /** Listens on a free port of this computer; rejects if there is none. */
  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      // SECURITY: no other computer can reach it (0042).
      this.#server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve);
    });
  }

  /** The URL for programs; whoever has it can use the gateway. */
  get address(): string {
    return `http://127.0.0.1:${this.#port}/${this.#deps.rules.key}`;
  }

  /** Ends every request and frees the port. */
  async close(): Promise<void> {
    this.#end.abort();
    this.#server.close();
    this.#server.closeAllConnections();
    await this.#deps.connection.close();
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo | null)?.port ?? 0;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '', headersDistinct: headers } = request;
    const verdict = judgeRequest({ method, target, headers }, { ...this.#deps.rules, port: this.#port });
    if (verdict.kind === 'refuse') return refuse(response, verdict.status, verdict.reason);
    if (this.#underWay >= maxAtOnce) return refuse(response, 503, 'too-many-requests');
    const token = this.#deps.token();
    if (!token.ok) return refuse(response, 502, token.problem.code);
    this.#underWay += 1;
    try {
      await this.#forward(verdict.path, request, response, token.value);
    } finally {
      this.#underWay -= 1;
    }
  }

  async #forward(
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
    token: Token,
  ): Promise<void> {
    const method = request.method as ForwardedRequest['method'];
    const isRead = method === 'GET' || method === 'HEAD';
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { 'content-length': _length, ...withoutLength } = request.headersDistinct;
    const headers = headersForServer(
      isRead ? withoutLength : request.headersDistinct,
      `Token ${token.reveal()}`,
    );
    const outcome = await this.#deps.connection.forward(
      { method, path, headers, body: isRead ? null : request },
      AbortSignal.any([gone.signal, this.#end.signal]),
    );
    this.#deps.onForwarded();
    if (!outcome.ok) return refuse(response, 502, outcome.problem.code);
    const { status, headers: answered, body } = outcome;
    if (status === 401) this.#deps.onRefused();
    const { base, rules } = this.#deps;
    const to = redirectPath(answered.location, base + path, base);
    if (status >= 300 && status < 400 && status !== 304 && to === null) {
      // SECURITY: the gateway follows no redirect and leads no program to another server (0042).
      body.on('error', () => undefined).destroy();
      return refuse(response, 502, 'redirect-to-another-server');
    }
    const location = to === null ? {} : { location: `/${rules.key}${to}` };
    response.writeHead(status, { ...headersForProgram(answered), ...location });
    await pipeline(body, response);
  }
}

/** Answers in the place of the server, which did not get the request, or did not answer it. */
function refuse(response: ServerResponse, status: number, code: string): void {
  const body = JSON.stringify({ gateway: 'FindFace Session Manager', code });
  response.writeHead(status, headersForProgram({ 'content-type': 'application/json' }));
  response.end(body);
}

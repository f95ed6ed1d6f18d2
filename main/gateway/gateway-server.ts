import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Result } from '../../contract/core/result.ts';
import type { Connection } from '../servers/connection.ts';
import type { Token } from '../token/token.ts';
import { forwardRequest } from './forward-request.ts';
import { headersForProgram } from './forwarded-headers.ts';
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
      const { base, connection, rules, onForwarded, onRefused } = this.#deps;
      await forwardRequest(request, response, {
        ...{ base, connection, path: verdict.path, prefix: `/${rules.key}` },
        token: token.value,
        over: this.#end.signal,
        onAnswer: (status) => {
          onForwarded();
          if (status === 401) onRefused();
        },
        refuse: (status, { code }) => refuse(response, status, code),
      });
    } finally {
      this.#underWay -= 1;
    }
  }
}

/** Answers in the place of the server, which did not get the request, or did not answer it. */
function refuse(response: ServerResponse, status: number, code: string): void {
  const body = JSON.stringify({ gateway: 'FindFace Session Manager', code });
  response.writeHead(status, headersForProgram({ 'content-type': 'application/json' }));
  response.end(body);
}

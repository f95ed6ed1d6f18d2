import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '../../contract/core/problem.ts';
import type { Connection, ForwardedRequest } from '../servers/connection.ts';
import type { Token } from '../token/token.ts';
import { headersForProgram, headersForServer, redirectPath } from './forwarded-headers.ts';

/** Why the program does not get the answer of the server. */
type ForwardRefusal = Problem | { readonly code: 'redirect-to-another-server' };

/** Where the request of a program goes, and what its answer looks like. */
interface Way {
  readonly connection: Pick<Connection, 'forward'>;
  /** The URL of the server with its base path, without a slash at the end. */
  readonly base: string;
  /** The path with its query, below the base path; it has been judged. */
  readonly path: string;
  /** What stands before the path where the program asks; redirects begin with it. */
  readonly prefix: string;
  readonly token: Token;
  /** Ends the request. */
  readonly over: AbortSignal;
  /** Called once the server has answered, or cannot be reached; with its HTTP status, else null. */
  readonly onAnswer: (status: number | null) => void;
  /** Answers in the place of the server, which did not get the request, or did not answer it. */
  readonly refuse: (status: number, why: ForwardRefusal) => void;
}

/** Sends the request of a program to a server with the token, and gives the program the answer without secrets. */
export async function forwardRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { connection, base, path, prefix, token, over, onAnswer, refuse }: Way,
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
  const outcome = await connection.forward(
    { method, path, headers, body: isRead ? null : request },
    AbortSignal.any([gone.signal, over]),
  );
  onAnswer(outcome.ok ? outcome.status : null);
  if (!outcome.ok) return refuse(502, outcome.problem);
  const { status, headers: answered, body } = outcome;
  const to = redirectPath(answered.location, base + path, base);
  if (status >= 300 && status < 400 && status !== 304 && to === null) {
    // SECURITY: the app follows no redirect and leads no program to another server (0042, 0052).
    body.on('error', () => undefined).destroy();
    return refuse(502, { code: 'redirect-to-another-server' });
  }
  const location = to === null ? {} : { location: prefix + to };
  response.writeHead(status, { ...headersForProgram(answered), ...location });
  await pipeline(body, response);
}

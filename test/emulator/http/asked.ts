import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Switches } from '../switches/switch-table.ts';
import { type Language, languageOf } from './wording.ts';

/** One request, read to its end. */
export interface Asked {
  readonly method: string;
  /** As sent, with the prefix. */
  readonly fullPath: string;
  /** Without the prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly ip: string;
  readonly language: Language;
  /** The origin the client used, for absolute links. */
  readonly origin: string;
  readonly switches: Switches;
}

/** A face video of a minute fits; nothing FindFace describes is larger. */
const maxBodySize = 32 * 1024 * 1024;

/** Reads a body, or gives undefined when it is larger than a server would take. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > maxBodySize) {
        // The rest is let through unread, so that the refusal can still be sent.
        request.removeAllListeners('data').resume();
        resolve(undefined);
      } else pieces.push(piece);
    });
    request.on('end', () => resolve(Buffer.concat(pieces)));
    request.on('error', reject);
  });
}

/** Puts together what pages need to know about a request. */
export function describeRequest(
  request: IncomingMessage,
  url: URL,
  path: string,
  body: Buffer,
  switches: Switches,
): Asked {
  return {
    method: request.method ?? 'GET',
    fullPath: url.pathname,
    path,
    query: url.searchParams,
    headers: request.headers,
    body,
    ip: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    language: languageOf(request.headers['accept-language']),
    origin: url.origin,
    switches,
  };
}

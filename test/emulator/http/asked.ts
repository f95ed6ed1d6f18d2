import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Switches } from '../switches/switch-table.ts';
import { type Language, languageOf } from './wording.ts';

/** A request that was read completely. */
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

/** Enough for a face video of a minute, the largest request of the API. */
const maxBodySize = 32 * 1024 * 1024;

/** Reads a body; undefined if it is too large. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > maxBodySize) {
        // The rest is discarded, so that the refusal can be sent.
        request.removeAllListeners('data').resume();
        resolve(undefined);
      } else pieces.push(piece);
    });
    request.on('end', () => resolve(Buffer.concat(pieces)));
    request.on('error', reject);
  });
}

/** The properties of a request that pages need. */
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

import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { Switches } from '../switches/switch-table.ts';
import type { Answer } from './answer.ts';

const dripMs = 200;
const padding = Buffer.alloc(64 * 1024, ' ');

/** Sends a response with the active faults of the connection. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  switches: Switches,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const socket = response.socket;
  if (!socket) return;
  if (answer.raw !== undefined) {
    socket.end(answer.raw, 'latin1');
    return;
  }
  if (switches.drip === 'headers') {
    const all = { ...headers, ...answer.headers, 'Content-Length': String(answer.body.length) };
    const lines = Object.entries(all).map(([name, text]) => `${name}: ${text}\r\n`);
    const head = `HTTP/1.1 ${answer.status} OK\r\n${lines.join('')}\r\n`;
    await drip(socket, Buffer.concat([Buffer.from(head), answer.body]));
    socket.end();
    return;
  }
  const padded = answer.body.length > 0 && switches.hugeBodyBytes > answer.body.length;
  const gzip = switches.gzip === 'always' || (switches.gzip === 'if-asked' && acceptsGzip(response));
  const zip = gzip && answer.body.length > 0;
  const length = { 'Content-Length': String(answer.body.length) };
  const plain = !padded && !zip && answer.status !== 204;
  response.writeHead(answer.status, {
    ...headers,
    ...answer.headers,
    ...(plain ? length : {}),
    ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
  });
  if (switches.connection === 'reset-in-body') {
    response.write(answer.body.subarray(0, answer.body.length / 2), () => socket.resetAndDestroy());
    return;
  }
  if (switches.drip === 'body') {
    await drip(response, answer.body);
    response.end();
    return;
  }
  if (!padded && !zip) {
    response.end(answer.body);
    return;
  }
  const pieces = Readable.from(padded ? padBody(answer.body, switches.hugeBodyBytes) : [answer.body]);
  await (zip ? pipeline(pieces, createGzip(), response) : pipeline(pieces, response));
}

/** Pads with spaces, which are valid after JSON. */
function* padBody(body: Buffer, size: number): Generator<Buffer> {
  yield body;
  for (let left = size - body.length; left > 0; left -= padding.length) {
    yield left < padding.length ? padding.subarray(0, left) : padding;
  }
}

async function drip(to: NodeJS.WritableStream & { destroyed?: boolean }, bytes: Buffer): Promise<void> {
  for (const byte of bytes) {
    if (to.destroyed) return;
    to.write(Buffer.of(byte));
    await wait(dripMs, undefined, { ref: false });
  }
}

function acceptsGzip(response: ServerResponse): boolean {
  return String(response.req.headers['accept-encoding'] ?? '').includes('gzip');
}

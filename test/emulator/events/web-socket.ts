import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { makeFrame, takeFrame } from './frames.ts';

/** A WebSocket of text messages, seen from the server. */
export interface WebSocketConnection {
  send(text: string): void;
  close(code: number): void;
}

const maxMessageSize = 64 * 1024;
const protocolError = 1002;

/** Answers the handshake and reads text messages; undefined if it is not a WebSocket handshake. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  onText: (text: string) => void,
): WebSocketConnection | undefined {
  const key = request.headers['sec-websocket-key'];
  if (request.headers.upgrade?.toLowerCase() !== 'websocket' || key === undefined) return undefined;
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${acceptance(key)}`,
      '\r\n',
    ].join('\r\n'),
  );
  let bytes = Buffer.alloc(0);
  let message = Buffer.alloc(0);
  const connection: WebSocketConnection = {
    send: (text) => {
      if (socket.writable) socket.write(makeFrame(0x1, Buffer.from(text)));
    },
    close: (code) => {
      const payload = Buffer.of(code >> 8, code & 0xff);
      if (socket.writable) socket.end(makeFrame(0x8, payload));
    },
  };
  const read = (piece: Buffer) => {
    bytes = Buffer.concat([bytes, piece]);
    for (let taken = takeFrame(bytes); taken !== undefined; taken = takeFrame(bytes)) {
      if (taken === 'broken') return connection.close(protocolError);
      bytes = Buffer.from(taken.rest);
      const { final, opcode, payload } = taken.frame;
      if (opcode === 0x8) return connection.close(1000);
      if (opcode === 0x9) socket.write(makeFrame(0xa, payload));
      if (opcode > 0x2) continue;
      message = Buffer.concat([message, payload]);
      if (message.length > maxMessageSize) return connection.close(protocolError);
      if (!final) continue;
      const text = message.toString();
      message = Buffer.alloc(0);
      onText(text);
    }
  };
  socket.on('data', read);
  if (head.length > 0) read(head);
  return connection;
}

/** The `Sec-WebSocket-Accept` header; the constant is from RFC 6455. */
function acceptance(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Issued } from './small-authority.ts';

/** What a hostile server does with a request for a live channel, whose headers it has read. */
export type Manners = (socket: Socket, request: IncomingMessage) => void;

/** A server whose live channel does harm; everything else it answers with 404. */
export interface HostileChannel {
  readonly origin: string;
  /** The requests for a live channel. */
  readonly requests: readonly IncomingMessage[];
  /** Everything that arrived on its channels after the handshake. */
  readonly heard: Buffer;
  readonly connections: number;
  /** Sockets that are open now. */
  readonly open: number;
  close(): Promise<void>;
}

/** Starts one; with a certificate over HTTPS, where a CA of clients makes it require a certificate of theirs. */
export async function startHostileChannel(
  manners: Manners,
  issued?: Issued,
  clients?: Issued,
): Promise<HostileChannel> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  let heard = Buffer.alloc(0);
  let connections = 0;
  const required = clients ? { ca: clients.cert, requestCert: true } : {};
  const server = issued
    ? createTlsServer({ key: issued.key, cert: issued.chain, ...required })
    : createServer();
  server.on('request', (_request, response) => response.writeHead(404).end());
  server.on(issued ? 'secureConnection' : 'connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    // Otherwise Node keeps it open for what the server still has to say.
    socket.on('end', () => socket.destroy());
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    requests.push(request);
    socket.on('data', (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes]);
    });
    manners(socket, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `${issued ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get heard() {
      return heard;
    },
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Answers as a server that opens the channel; `key` is answered instead of the one that was sent. */
export function openChannel(socket: Socket, request: IncomingMessage, key?: string, more = ''): void {
  const asked = key ?? request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${asked}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n${more}\r\n`,
  );
}

/** A frame of a server: text by default, `size` is the length that it claims. */
export function frame(content: string, { opcode = 1, size = content.length } = {}): Buffer {
  const head =
    size < 126
      ? Buffer.from([0x80 | opcode, size])
      : Buffer.concat([Buffer.from([0x80 | opcode, 127]), Buffer.alloc(8)]);
  if (size >= 126) head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, Buffer.from(content)]);
}

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';

/** A server whose bytes a test determines, and that records its requests. */
export interface HostileServer {
  /** Scheme, host and port: `http://127.0.0.1:40123`. */
  readonly origin: string;
  readonly port: number;
  /** Accepted TCP connections, including those without a request. */
  readonly connections: number;
  /** Every request, header and body, oldest first. */
  readonly requests: readonly string[];
  /** Bytes of HTTP received, decrypted if TLS is used. */
  readonly receivedBytes: number;
  /** The next connection, once TCP is established. */
  nextConnection(): Promise<Socket>;
  /** The connection of the next request, once it has arrived completely. */
  nextRequest(): Promise<Socket>;
  /** Closes every connection and frees the port. */
  close(): Promise<void>;
}

/** Answers a request; `nth` counts all requests from 0. */
export type Behaviour = (socket: Socket, request: string, nth: number) => void;

/** Starts a hostile server, with TLS if a certificate is given, on a free port unless one is given. */
export async function startHostileServer(
  behave: Behaviour,
  certificate?: { readonly key: string; readonly cert: string },
  wantedPort = 0,
): Promise<HostileServer> {
  const requests: string[] = [];
  const open = new Set<Socket>();
  const waitingForRequest: ((socket: Socket) => void)[] = [];
  let connections = 0;
  let receivedBytes = 0;

  const listen = (socket: Socket | TLSSocket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece: Buffer) => {
      receivedBytes += piece.length;
      heard = Buffer.concat([heard, piece]);
      if (!isWholeRequest(heard)) return;
      const request = heard.toString('latin1');
      heard = Buffer.alloc(0);
      requests.push(request);
      for (const tell of waitingForRequest.splice(0)) tell(socket);
      behave(socket, request, requests.length - 1);
    });
  };
  const server = certificate ? createTlsServer({ ...certificate }, listen) : createServer(listen);
  server.on('connection', (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.on('tlsClientError', () => undefined);
  server.listen(wantedPort, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    origin: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    get connections() {
      return connections;
    },
    requests,
    get receivedBytes() {
      return receivedBytes;
    },
    nextConnection: async () => (await once(server, 'connection'))[0] as Socket,
    nextRequest: () => new Promise((resolve) => void waitingForRequest.push(resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** A complete HTTP response; its length is correct unless a header overrides it. */
export function httpAnswer(
  status: number,
  body: string | Buffer = '',
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const content = Buffer.from(body);
  const all = { 'content-type': 'application/json', 'content-length': String(content.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Words\r\n${lines.join('')}\r\n`), content]);
}

function isWholeRequest(heard: Buffer): boolean {
  const end = heard.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /^content-length: *(\d+)/im.exec(heard.subarray(0, end).toString('latin1'))?.[1] ?? '0';
  return heard.length >= end + 4 + Number(length);
}

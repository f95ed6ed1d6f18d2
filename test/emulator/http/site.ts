import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from './sign-certificate.ts';

type Listener = NonNullable<Parameters<typeof createPlainServer>[1]>;

/** A listening server that tracks its connections, so that closing it ends them all. */
export interface Site {
  readonly port: number;
  /** Connections accepted so far. */
  readonly connections: number;
  readonly server: Server | SecureServer;
  showCertificate(certificate: Certificate): void;
  close(): Promise<void>;
}

/** Starts listening; fails with a readable message. */
export async function openSite(
  host: string,
  port: number,
  certificate: Certificate | undefined,
  onRequest: Listener,
): Promise<Site> {
  const secure = certificate ? createSecureServer({ ...certificate }, onRequest) : undefined;
  const server = secure ?? createPlainServer(onRequest);
  // So long that no test meets a connection closed for being idle.
  server.keepAliveTimeout = 75_000;
  const open = new Set<Socket>();
  let connections = 0;
  const follow = (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  server.on('connection', follow);
  secure?.on('secureConnection', (socket) => {
    // Node cannot reset a TLS socket, so the TCP socket below is reset.
    const below = [...open].find(({ remotePort }) => remotePort === socket.remotePort);
    socket.resetAndDestroy = () => {
      below?.resetAndDestroy();
      return socket;
    };
    socket.on('error', () => socket.destroy());
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    server,
    showCertificate: (next) => {
      secure?.setSecureContext({ ...next });
      secure?.closeIdleConnections();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(explain(error, host, port))));
    server.listen(port, host, () => resolve());
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program. Choose another with --port.`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This computer has no address ${host}. Choose another with --host.`;
    default:
      return `Cannot listen on ${host}:${port}: ${error.message}`;
  }
}

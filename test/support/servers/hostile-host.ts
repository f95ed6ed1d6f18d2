import { once } from 'node:events';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { type Issued, issue, printOf } from './small-authority.ts';
import { startHttpProxy, type TunnelProxy } from './tunnel-proxy.ts';

/** Another host with its own certificate, and a proxy that leads every connection to it. */
export interface HostileHost {
  readonly port: number;
  readonly proxy: TunnelProxy;
  readonly fingerprint: string;
  /** Every request with its `Authorization`. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

/** Starts one; it answers every request with success. */
export async function startHostileHost(): Promise<HostileHost> {
  const heard: string[] = [];
  const { key, cert } = issue('somebody else', { names: ['127.0.0.1'] });
  const server = createServer({ key, cert }, (request, response) => {
    heard.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const port = await listening(server);
  const proxy = await startHttpProxy({ kind: 'leads-to', port });
  return {
    ...{ port, proxy, heard },
    fingerprint: printOf(cert),
    close: async () => {
      await proxy.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Starts a TLS terminator in front of a plain HTTP server; returns its address. */
export async function tlsBefore(target: string, { key, chain }: Issued): Promise<string> {
  const behind = Number(new URL(target).port);
  const server = createTlsServer({ key, cert: chain }, (socket) => {
    const to = connect(behind, '127.0.0.1');
    socket.on('error', () => to.destroy()).pipe(to);
    to.on('error', () => socket.destroy()).pipe(socket);
  });
  server.on('tlsClientError', () => undefined).unref();
  return `https://127.0.0.1:${await listening(server)}`;
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

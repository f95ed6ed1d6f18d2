import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { type RelayCertificate, relayCertificate } from './relay-certificate.ts';
import type { ProxyLogin } from './web-window.ts';

/** Opens a connection to the server, as the app itself would for the profile. */
export type Dial = () => Promise<Socket>;

/** More than Chromium opens to one host. */
const maxConnections = 64;

/**
 * A proxy on this computer, for the page of one web window, that presents the profile's client certificate.
 *
 * Chromium cannot present a certificate that is not in a store of the system. It gets TLS with a certificate made for this
 * window, and what it says goes on in a connection of the app, whose server was accepted first.
 */
export class CertificateRelay {
  readonly #certificate: RelayCertificate;
  readonly #password = randomBytes(32).toString('hex');
  readonly #target: string;
  readonly #dial: Dial;
  readonly #open = new Set<Duplex>();
  #server: Server | null = null;

  constructor(origin: string, now: number, dial: Dial) {
    const { hostname, port } = new URL(origin);
    this.#target = `${hostname}:${port || 443}`;
    this.#certificate = relayCertificate(hostname.replace(/^\[|\]$/g, ''), now);
    this.#dial = dial;
  }

  /** SHA-256 of the certificate that Chromium is presented. */
  get fingerprint(): string {
    return this.#certificate.fingerprint;
  }

  /** What Chromium logs in with. */
  get credentials(): ProxyLogin {
    return { name: 'window', password: this.#password };
  }

  /** Begins to listen; returns the port on 127.0.0.1. */
  async start(): Promise<number> {
    const server = createServer((_request, response) => response.writeHead(405).end());
    server.maxConnections = maxConnections;
    server.on('connect', (request, socket) => void this.#connect(request, socket));
    server.on('connection', (socket) => this.#keep(socket));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  /** Ends all connections and stops listening. */
  stop(): void {
    this.#server?.close();
    for (const socket of this.#open) socket.destroy();
    this.#open.clear();
  }

  async #connect(request: IncomingMessage, socket: Duplex): Promise<void> {
    socket.on('error', () => undefined);
    // SECURITY: other programs of this computer reach the port, and must not present this certificate (0044).
    if (!this.#isOurs(request)) {
      const login = 'Proxy-Authenticate: Basic realm="window"\r\n';
      return void socket.end(`HTTP/1.1 407 Login\r\n${login}Content-Length: 0\r\nConnection: close\r\n\r\n`);
    }
    // SECURITY: the certificate is for the profile's own server only (0041, 0044).
    if (request.url !== this.#target)
      return void socket.end('HTTP/1.1 403 Elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    try {
      const onward = await this.#dial();
      if (socket.destroyed || this.#server?.listening !== true) return void onward.destroy();
      this.#keep(onward);
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      const { key, cert } = this.#certificate;
      const inner = new TLSSocket(socket, { isServer: true, key, cert, ALPNProtocols: ['http/1.1'] });
      join(inner, onward);
    } catch {
      // What is wrong is found by a check of the app.
      socket.end('HTTP/1.1 502 Unreachable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    }
  }

  #keep(socket: Duplex): void {
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
  }

  #isOurs({ headers }: IncomingMessage): boolean {
    const { name, password } = this.credentials;
    const expected = Buffer.from(`Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`);
    const given = Buffer.from(headers['proxy-authorization'] ?? '');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

/** Passes on what each of two connections says, until one of them ends. */
function join(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('error', () => to.destroy());
    from.once('close', () => to.destroySoon());
    from.pipe(to);
  }
}

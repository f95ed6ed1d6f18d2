import type { X509Certificate } from 'node:crypto';
import { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import type { UsedRoute } from '../../../contract/profiles/connection.ts';
import type { TlsTrust } from '../../../contract/profiles/profile.ts';
import type { ProxyRoute } from '../proxy/route.ts';
import {
  contextTrustingOne,
  contextWithoutAuthorities,
  systemContext,
  systemContextPresenting,
} from './authorities.ts';
import { certificateFacts } from './certificate-facts.ts';
import { type ClientCredentials, type KeyAndChain, presentable } from './client-certificate.ts';
import { PreconnectedSocket } from './preconnected-socket.ts';
import { openSocket, presentOver } from './presenting-connection.ts';

/** Thrown if a pinned server presents another certificate; nothing was sent to it. */
export class CertificateChanged extends Error {
  constructor(
    readonly trusted: string,
    readonly certificate: CertificateFacts,
  ) {
    super('Certificate changed');
    this.name = 'CertificateChanged';
  }
}

/** Thrown if the custom CA of the profile is not saved, so that no certificate can be verified. */
export class AuthorityMissing extends Error {
  constructor(readonly fingerprint: string) {
    super('Authority missing');
    this.name = 'AuthorityMissing';
  }
}

/** Thrown if the server presents no certificate. */
class NoCertificate extends Error {
  readonly code = 'ERR_TLS_NO_CERTIFICATE';
}

/** What a profile trusts: its setting, its custom CA, and the system's CAs. */
export interface Trust {
  readonly tls: TlsTrust;
  readonly authority: string | null;
  readonly system?: () => SecureContext;
  /** What is presented to the server once it is accepted; null or absent: nothing. */
  readonly client?: ClientCredentials | null;
}

type Dial = buildConnector.connector;
type Options = Parameters<Dial>[0];

/** Opens the sockets of one profile and returns only those whose certificate is trusted. */
export class TrustingConnector {
  /** The certificate of the last returned connection; null before it and over plain HTTP. */
  certificate: CertificateFacts | null = null;
  /** The route of the last connection. */
  way: UsedRoute | null = null;
  /** Number of sockets used so far. */
  opened = 0;
  /** How long opening those took, in ms, that were opened ahead of their request. */
  preconnectingMs = 0;
  readonly #trust: Trust;
  readonly #road: ProxyRoute;
  readonly #connectMs: number;
  readonly #opening = new Set<Socket>();
  readonly #preconnected = new PreconnectedSocket();
  #giveUp = new AbortController();
  #dial: Dial | null = null;

  constructor(trust: Trust, road: ProxyRoute, connectMs: number) {
    this.#trust = trust;
    this.#road = road;
    this.#connectMs = connectMs;
  }

  /** Opens a socket, or uses the one opened ahead; the `connect` option of undici. */
  readonly connect: Dial = (options, callback) => {
    this.opened += 1;
    this.#next(options).then(
      (socket) => callback(null, socket),
      (error) => callback(error, null),
    );
  };

  /** Opens a socket for a request that follows within seconds. */
  preconnect(origin: string): void {
    const { protocol, host, hostname, port } = new URL(origin);
    const options = { protocol, host, hostname: hostname.replace(/^\[|\]$/g, ''), port };
    this.#preconnected.keep(() => this.#open(options));
  }

  /** Aborts every socket that is still being opened, and closes the one opened ahead. */
  hangUp(reason: Error): void {
    this.#preconnected.drop();
    this.#giveUp.abort(reason);
    this.#giveUp = new AbortController();
    for (const socket of this.#opening) socket.destroy(reason);
    this.#opening.clear();
  }

  async #next(options: Options): Promise<Socket> {
    const preconnected = await this.#preconnected.take();
    if (preconnected === null) return this.#open(options);
    this.preconnectingMs += preconnected.tookMs;
    return preconnected.socket;
  }

  async #open(options: Options): Promise<Socket> {
    const isPlain = options.protocol === 'http:';
    const { client = null } = this.#trust;
    const connect =
      client === null || isPlain ? this.#usual(options, isPlain) : this.#presenting(client, options);
    const { value: socket, way } = await this.#road.connectVia(this.#giveUp.signal, connect);
    const stranger = this.#stranger(socket);
    if (stranger !== null) {
      // SECURITY: undici writes only to sockets it is given, so an untrusted server receives no byte of a request
      // (0005).
      socket.destroy();
      throw stranger;
    }
    this.way = way;
    return socket;
  }

  #usual(options: Options, isPlain: boolean) {
    this.#dial ??= this.#dialler(isPlain);
    const dial = this.#dial;
    return (tunnel: Socket | null): Promise<Socket> =>
      // Over plain HTTP the tunnel is the connection.
      tunnel !== null && isPlain ? Promise.resolve(tunnel) : this.#dialled(dial, options, tunnel);
  }

  /** The context is made for each connection, so that nothing here keeps the key. */
  #presenting(client: ClientCredentials, { hostname, port }: Options) {
    const { signal } = this.#giveUp;
    const { tls } = this.#trust;
    const own = presentable(client, Date.now());
    const place = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 443 };
    const presenting = {
      secureContext: this.#contextWith(own),
      byAuthorities: tls.mode !== 'pin',
      stranger: (certificate: X509Certificate | undefined) => this.#strangerIn(certificate),
      ms: this.#connectMs,
    };
    return async (tunnel: Socket | null): Promise<Socket> =>
      presentOver(tunnel ?? (await openSocket(place, this.#connectMs, signal)), place, presenting, signal);
  }

  #contextWith(own: KeyAndChain): SecureContext {
    const { tls, authority } = this.#trust;
    if (tls.mode === 'pin') return contextWithoutAuthorities(own);
    if (tls.mode === 'system') return systemContextPresenting(own);
    // SECURITY: without its custom CA a profile must not fall back to the system's CAs or to none (0016).
    if (authority === null) throw new AuthorityMissing(tls.fingerprint);
    return contextTrustingOne(authority, own);
  }

  #dialled(dial: Dial, options: Options, tunnel: Socket | null): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const through = tunnel === null ? options : { ...options, httpSocket: tunnel };
      const socket: unknown = dial(through, (error, opened) => {
        if (socket instanceof Socket) this.#opening.delete(socket);
        if (error === null) return resolve(opened);
        tunnel?.destroy();
        reject(error);
      });
      if (socket instanceof Socket) this.#opening.add(socket);
    });
  }

  /** Why the server is not trusted, or null. */
  #stranger(socket: Socket): Error | null {
    if (!(socket instanceof TLSSocket)) return null;
    // Each further call would return the next certificate of the chain.
    const certificate = socket.getPeerX509Certificate();
    const stranger = this.#strangerIn(certificate);
    if (stranger === null && certificate !== undefined) this.certificate = certificateFacts(certificate);
    return stranger;
  }

  #strangerIn(certificate: X509Certificate | undefined): Error | null {
    if (certificate === undefined) return new NoCertificate();
    const facts = certificateFacts(certificate);
    const { tls } = this.#trust;
    const isOther = tls.mode === 'pin' && facts.fingerprint !== tls.fingerprint;
    return isOther ? new CertificateChanged(tls.fingerprint, facts) : null;
  }

  #dialler(isPlain: boolean): Dial {
    const { tls, authority, system = systemContext } = this.#trust;
    const always = {
      allowH2: false,
      autoSelectFamily: true,
      // SECURITY: a resumed TLS session has no certificate to verify (0005).
      maxCachedSessions: 0,
      timeout: this.#connectMs,
    };
    switch (tls.mode) {
      case 'system':
        // SECURITY: set explicitly, since NODE_TLS_REJECT_UNAUTHORIZED=0 would turn it off (0005).
        return buildConnector({
          ...always,
          rejectUnauthorized: true,
          // Plain HTTP does not need the CAs, which take 50 ms to parse.
          ...(isPlain ? {} : { secureContext: system() }),
        });
      case 'ca':
        // SECURITY: without its custom CA a profile must not fall back to the system's CAs or to none (0016).
        if (authority === null) throw new AuthorityMissing(tls.fingerprint);
        return buildConnector({
          ...always,
          rejectUnauthorized: true,
          secureContext: contextTrustingOne(authority),
        });
      case 'pin':
        return buildConnector({
          ...always,
          secureContext: contextWithoutAuthorities(),
          // SECURITY: safe only because `#stranger` compares the certificate before the socket is used (0005).
          rejectUnauthorized: false,
        });
    }
  }
}

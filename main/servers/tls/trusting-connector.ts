import { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import type { UsedRoute } from '../../../contract/profiles/connection.ts';
import type { TlsTrust } from '../../../contract/profiles/profile.ts';
import type { ProxyRoute } from '../proxy/route.ts';
import { contextTrustingOne, contextWithoutAuthorities, systemContext } from './authorities.ts';
import { certificateFacts } from './certificate-facts.ts';

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
}

type Dial = buildConnector.connector;
type Options = Parameters<Dial>[0];

/** Opens the sockets of one profile and returns only those whose certificate is trusted. */
export class TrustingConnector {
  /** The certificate of the last returned connection; null before it and over plain HTTP. */
  certificate: CertificateFacts | null = null;
  /** The route of the last connection. */
  way: UsedRoute | null = null;
  /** Number of sockets opened so far. */
  opened = 0;
  readonly #trust: Trust;
  readonly #road: ProxyRoute;
  readonly #connectMs: number;
  readonly #opening = new Set<Socket>();
  #giveUp = new AbortController();
  #dial: Dial | null = null;

  constructor(trust: Trust, road: ProxyRoute, connectMs: number) {
    this.#trust = trust;
    this.#road = road;
    this.#connectMs = connectMs;
  }

  /** Opens a socket; the `connect` option of undici. */
  readonly connect: Dial = (options, callback) => {
    this.opened += 1;
    this.#open(options).then(
      (socket) => callback(null, socket),
      (error) => callback(error, null),
    );
  };

  /** Aborts every socket that is still being opened. */
  hangUp(reason: Error): void {
    this.#giveUp.abort(reason);
    this.#giveUp = new AbortController();
    for (const socket of this.#opening) socket.destroy(reason);
    this.#opening.clear();
  }

  async #open(options: Options): Promise<Socket> {
    this.#dial ??= this.#dialler(options.protocol === 'http:');
    const dial = this.#dial;
    const { signal } = this.#giveUp;
    const { value: socket, way } = await this.#road.connectVia(signal, (tunnel) =>
      // Over plain HTTP the tunnel is the connection.
      tunnel !== null && options.protocol === 'http:'
        ? Promise.resolve(tunnel)
        : this.#dialled(dial, options, tunnel),
    );
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
    const certificate = socket.getPeerX509Certificate();
    if (certificate === undefined) return new NoCertificate();
    const facts = certificateFacts(certificate);
    const { tls } = this.#trust;
    if (tls.mode === 'pin' && facts.fingerprint !== tls.fingerprint)
      return new CertificateChanged(tls.fingerprint, facts);
    this.certificate = facts;
    return null;
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

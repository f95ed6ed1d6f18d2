import { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import type { UsedRoute } from '../../../contract/profiles/connection.ts';
import type { TlsTrust } from '../../../contract/profiles/profile.ts';
import type { ProxyRoute } from '../proxy/route.ts';
import { contextTrustingOne, contextWithoutAuthorities, systemContext } from './authorities.ts';
import { certificateFacts } from './certificate-facts.ts';

/** A pinned server showed another certificate than the trusted one; nothing was sent to it. */
export class CertificateChanged extends Error {
  constructor(
    readonly trusted: string,
    readonly certificate: CertificateFacts,
  ) {
    super('Certificate changed');
    this.name = 'CertificateChanged';
  }
}

/** The authority that is trusted alone is not kept here, so nobody can be trusted. */
export class AuthorityMissing extends Error {
  constructor(readonly fingerprint: string) {
    super('Authority missing');
    this.name = 'AuthorityMissing';
  }
}

/** The other end showed no certificate, so nobody knows who it is. */
class NoCertificate extends Error {
  readonly code = 'ERR_TLS_NO_CERTIFICATE';
}

/** Whom a profile trusts: its choice, the certificate of its own authority, and what the system trusts. */
export interface Trust {
  readonly tls: TlsTrust;
  readonly authority: string | null;
  readonly system?: () => SecureContext;
}

type Dial = buildConnector.connector;
type Options = Parameters<Dial>[0];

/** Opens the sockets of one profile and hands over only those whose other end is trusted. */
export class TrustingConnector {
  /** The certificate of the last connection that was handed over; null before it and over plain HTTP. */
  certificate: CertificateFacts | null = null;
  /** By which way the last connection was opened. */
  way: UsedRoute | null = null;
  /** How many sockets were opened so far. */
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

  /** Opens one socket, as undici's `connect` option wants it. */
  readonly connect: Dial = (options, callback) => {
    this.opened += 1;
    this.#open(options).then(
      (socket) => callback(null, socket),
      (error) => callback(error, null),
    );
  };

  /** Hangs up on everything that is still being opened. */
  hangUp(reason: Error): void {
    this.#giveUp.abort(reason);
    this.#giveUp = new AbortController();
    for (const socket of this.#opening) socket.destroy(reason);
    this.#opening.clear();
  }

  async #open(options: Options): Promise<Socket> {
    this.#dial ??= this.#dialler();
    const dial = this.#dial;
    const { signal } = this.#giveUp;
    const { value: socket, way } = await this.#road.connectVia(signal, (tunnel) =>
      // Over plain HTTP the tunnel is all there is to open.
      tunnel !== null && options.protocol === 'http:'
        ? Promise.resolve(tunnel)
        : this.#dialled(dial, options, tunnel),
    );
    const stranger = this.#stranger(socket);
    if (stranger !== null) {
      // SECURITY: undici writes only to a socket it was handed, so a stranger gets no byte of a request (0005).
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

  /** The reason not to speak to whoever is at the other end, or null. */
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

  #dialler(): Dial {
    const { tls, authority, system = systemContext } = this.#trust;
    const always = {
      allowH2: false,
      autoSelectFamily: true,
      // SECURITY: on a resumed TLS session there is no certificate to look at (0005).
      maxCachedSessions: 0,
      timeout: this.#connectMs,
    };
    switch (tls.mode) {
      case 'system':
        // SECURITY: said outright, or NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would switch it off (0005).
        return buildConnector({ ...always, rejectUnauthorized: true, secureContext: system() });
      case 'ca':
        // SECURITY: an authority that is not here must not come to mean the system's authorities, or none at all (0016).
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
          // SECURITY: right only because `#stranger` compares the whole certificate before the socket is used (0005).
          rejectUnauthorized: false,
        });
    }
  }
}

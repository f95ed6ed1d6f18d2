import { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { CertificateFacts } from '../../../contract/certificate.ts';
import type { TlsTrust } from '../../../contract/profile.ts';
import { certificateFacts } from '../certificate-facts.ts';
import { contextWithoutAuthorities, systemContext } from './authorities.ts';

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

/** The other end showed no certificate, so nobody knows who it is. */
class NoCertificate extends Error {
  readonly code = 'ERR_TLS_NO_CERTIFICATE';
}

/** Opens the sockets of one profile and hands over only those whose other end is trusted. */
export class TrustingConnector {
  /** The certificate of the last connection that was handed over; null before it and over plain HTTP. */
  certificate: CertificateFacts | null = null;
  /** How many sockets were opened so far. */
  opened = 0;
  readonly #tls: TlsTrust;
  readonly #connectMs: number;
  readonly #authorities: () => SecureContext;
  readonly #opening = new Set<Socket>();
  #dial: buildConnector.connector | null = null;

  constructor(tls: TlsTrust, connectMs: number, authorities: () => SecureContext = systemContext) {
    this.#tls = tls;
    this.#connectMs = connectMs;
    this.#authorities = authorities;
  }

  /** Opens one socket, as undici's `connect` option wants it. */
  readonly connect: buildConnector.connector = (options, callback) => {
    this.#dial ??= this.#dialler();
    this.opened += 1;
    const socket: unknown = this.#dial(options, (error, opened) => {
      if (socket instanceof Socket) this.#opening.delete(socket);
      if (error !== null) return callback(error, null);
      const stranger = this.#stranger(opened);
      if (stranger === null) return callback(null, opened);
      // SECURITY: undici writes only to a socket it was handed, so a stranger gets no byte of a request (0005).
      opened.destroy();
      callback(stranger, null);
    });
    if (socket instanceof Socket) this.#opening.add(socket);
  };

  /** Hangs up on everything that is still being opened. */
  hangUp(reason: Error): void {
    for (const socket of this.#opening) socket.destroy(reason);
    this.#opening.clear();
  }

  /** The reason not to speak to whoever is at the other end, or null. */
  #stranger(socket: Socket): Error | null {
    if (!(socket instanceof TLSSocket)) return null;
    const certificate = socket.getPeerX509Certificate();
    if (certificate === undefined) return new NoCertificate();
    const facts = certificateFacts(certificate);
    if (this.#tls.mode === 'pin' && facts.fingerprint !== this.#tls.fingerprint) {
      return new CertificateChanged(this.#tls.fingerprint, facts);
    }
    this.certificate = facts;
    return null;
  }

  #dialler(): buildConnector.connector {
    const always = {
      allowH2: false,
      autoSelectFamily: true,
      // SECURITY: on a resumed TLS session there is no certificate to look at (0005).
      maxCachedSessions: 0,
      timeout: this.#connectMs,
    };
    if (this.#tls.mode === 'system') {
      // SECURITY: said outright, or NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would switch it off (0005).
      return buildConnector({ ...always, rejectUnauthorized: true, secureContext: this.#authorities() });
    }
    return buildConnector({
      ...always,
      secureContext: contextWithoutAuthorities(),
      // SECURITY: right only because `#stranger` compares the whole certificate before the socket is used (0005).
      rejectUnauthorized: false,
    });
  }
}

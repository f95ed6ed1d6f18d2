import { X509Certificate } from 'node:crypto';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect, type SecureContext, type TLSSocket } from 'node:tls';
import { HeldHandshake } from './held-handshake.ts';

/** A server to connect to. */
interface Place {
  readonly host: string;
  readonly port: number;
}

/** How a connection with a client certificate is made. */
export interface Presenting {
  /** With the client's key and chain, and the CAs that are trusted. */
  readonly secureContext: SecureContext;
  /** Whether the server's certificate has to be issued for its name by a CA of the context. */
  readonly byAuthorities: boolean;
  /** Why the certificate that the server presented is not accepted; null if it is. */
  readonly stranger: (certificate: X509Certificate | undefined) => Error | null;
  readonly ms: number;
}

class ConnectTimeout extends Error {
  readonly code = 'UND_ERR_CONNECT_TIMEOUT';
}

/** Thrown if this Node cannot say what it thinks of a server's certificate. */
class NoJudgement extends Error {
  readonly code = 'ERR_TLS_NO_JUDGEMENT';
}

/** Opens a TCP connection. */
export function openSocket(place: Place, ms: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectPlain({ ...place, autoSelectFamily: true, noDelay: true, keepAlive: true });
    const late = setTimeout(() => socket.destroy(new ConnectTimeout('Connect timeout')), ms);
    const giveUp = () =>
      socket.destroy(signal.reason instanceof Error ? signal.reason : new Error('Aborted'));
    const end = () => {
      clearTimeout(late);
      signal.removeEventListener('abort', giveUp);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    socket.once('connect', () => {
      end();
      resolve(socket);
    });
    socket.once('error', (error) => {
      end();
      reject(error);
    });
  });
}

/**
 * Makes a TLS connection with a client certificate over an open socket.
 *
 * The certificate and everything that follows leave this computer only once the server's own certificate is accepted.
 */
export function presentOver(
  socket: Socket,
  { host, port }: Place,
  { secureContext, byAuthorities, stranger, ms }: Presenting,
  signal: AbortSignal,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    let isAccepted = false;
    let isSecure = false;
    const resolveWhenReady = () => {
      if (!isAccepted || !isSecure) return;
      end();
      resolve(secure);
    };
    const decide = () => {
      // `getPeerX509Certificate` takes the certificate out of the chain, which Node itself still needs.
      const shown = secure.getPeerCertificate();
      const certificate = Buffer.isBuffer(shown.raw) ? new X509Certificate(shown.raw) : undefined;
      const wrongName = () => checkServerIdentity(host, shown) ?? null;
      const refusal = stranger(certificate) ?? (byAuthorities ? (judgement(secure) ?? wrongName()) : null);
      if (refusal !== null) return void secure.destroy(refusal);
      held.release();
      isAccepted = true;
      resolveWhenReady();
    };
    const held = new HeldHandshake(socket, decide);
    const secure = connect({
      ...{ socket: held, host, port, secureContext, ALPNProtocols: ['http/1.1'] },
      ...(isIP(host) === 0 ? { servername: host } : {}),
      // SECURITY: where it is false, `stranger` compares the certificate before anything is sent (0005, 0044).
      rejectUnauthorized: byAuthorities,
    });
    const late = setTimeout(() => secure.destroy(new ConnectTimeout('Connect timeout')), ms);
    const giveUp = () =>
      secure.destroy(signal.reason instanceof Error ? signal.reason : new Error('Aborted'));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    const end = () => {
      clearTimeout(late);
      signal.removeEventListener('abort', giveUp);
    };
    secure.once('secureConnect', () => {
      isSecure = true;
      resolveWhenReady();
    });
    const fail = (error?: Error) => {
      end();
      socket.destroy();
      reject(error ?? Object.assign(new Error('Closed'), { code: 'ECONNRESET' }));
    };
    secure.on('error', fail);
    secure.once('close', () => fail());
  });
}

/** What OpenSSL thinks of the chain that the server presented, during the handshake; null if it is fine. */
function judgement(socket: TLSSocket): Error | null {
  const handle: unknown = 'ssl' in socket ? socket.ssl : null;
  // SECURITY: a Node without this function presents no client certificate, instead of presenting it to anybody (0044).
  if (typeof handle !== 'object' || handle === null || !('verifyError' in handle)) return new NoJudgement();
  const { verifyError } = handle;
  if (typeof verifyError !== 'function') return new NoJudgement();
  const error: unknown = verifyError.call(handle);
  return error instanceof Error ? error : null;
}

import { isIP, type Socket } from 'node:net';
import { connect } from 'node:tls';
import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import type { ProxyRoute } from '../proxy/route.ts';
import { contextWithoutAuthorities } from './authorities.ts';
import { certificateFacts } from './certificate-facts.ts';
import { HeldHandshake } from './held-handshake.ts';
import { openSocket } from './presenting-connection.ts';

/**
 * Fetches the certificate of a server and disconnects in the middle of the handshake; null if there is none.
 *
 * For a person who compares an untrusted certificate. Uses the same routes as requests. A server that requires a client
 * certificate shows its own too.
 */
export async function shownCertificate(
  origin: string,
  road: ProxyRoute,
  ms: number,
  signal: AbortSignal,
): Promise<CertificateFacts | null> {
  const { hostname, port, protocol } = new URL(origin);
  const place = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'http:' ? 80 : 443),
  };
  try {
    const { value } = await road.connectVia(signal, async (tunnel) =>
      look(tunnel ?? (await openSocket(place, ms, signal)), place.host, ms, signal),
    );
    return value;
  } catch {
    return null;
  }
}

function look(
  socket: Socket,
  host: string,
  ms: number,
  signal: AbortSignal,
): Promise<CertificateFacts | null> {
  return new Promise((resolve) => {
    const take = () => {
      const certificate = secure.getPeerX509Certificate();
      end(certificate === undefined ? null : certificateFacts(certificate));
    };
    const secure = connect({
      socket: new HeldHandshake(socket, take),
      ...(isIP(host) === 0 ? { servername: host } : {}),
      secureContext: contextWithoutAuthorities(),
      ALPNProtocols: ['http/1.1'],
      // SECURITY: safe only because nothing is sent: a person decides about the certificate (0005).
      rejectUnauthorized: false,
    });
    const end = (facts: CertificateFacts | null) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      secure.destroy();
      socket.destroy();
      resolve(facts);
    };
    const giveUp = () => end(null);
    const timer = setTimeout(giveUp, ms);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    secure.on('error', giveUp);
    secure.once('close', giveUp);
  });
}

import { isIP, type Socket } from 'node:net';
import { connect } from 'node:tls';
import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import type { ProxyRoute } from '../proxy/route.ts';
import { contextWithoutAuthorities } from './authorities.ts';
import { certificateFacts } from './certificate-facts.ts';

/**
 * Fetches the certificate of a server and disconnects before any HTTP; null if there is none.
 *
 * For a person who compares an untrusted certificate. Uses the same routes as requests.
 */
export async function shownCertificate(
  origin: string,
  road: ProxyRoute,
  ms: number,
  signal: AbortSignal,
): Promise<CertificateFacts | null> {
  try {
    const { value } = await road.connectVia(signal, (tunnel) => look(new URL(origin), tunnel, ms, signal));
    return value;
  } catch {
    return null;
  }
}

function look(
  url: URL,
  tunnel: Socket | null,
  ms: number,
  signal: AbortSignal,
): Promise<CertificateFacts | null> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
  return new Promise((resolve) => {
    const socket = connect({
      ...(tunnel === null ? { host, port } : { socket: tunnel }),
      ...(isIP(host) === 0 ? { servername: host } : {}),
      secureContext: contextWithoutAuthorities(),
      ALPNProtocols: ['http/1.1'],
      // SECURITY: safe only because nothing is sent: a person decides about the certificate (0005).
      rejectUnauthorized: false,
    });
    const end = (facts: CertificateFacts | null) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      socket.destroy();
      tunnel?.destroy();
      resolve(facts);
    };
    const giveUp = () => end(null);
    const timer = setTimeout(giveUp, ms);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate();
      end(certificate === undefined ? null : certificateFacts(certificate));
    });
    socket.on('error', giveUp);
    socket.once('close', giveUp);
  });
}

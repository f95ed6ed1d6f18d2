import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { CertificateFacts } from '../../../contract/certificate.ts';
import { certificateFacts } from '../certificate-facts.ts';
import { contextWithoutAuthorities } from './authorities.ts';

/**
 * Looks at the certificate a server shows and hangs up before a byte of HTTP; null when there is none to see.
 *
 * For a person who must compare a certificate that nobody vouches for.
 */
export function shownCertificate(
  origin: string,
  ms: number,
  signal: AbortSignal,
): Promise<CertificateFacts | null> {
  const url = new URL(origin);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(url.port || 443),
      ...(isIP(host) === 0 ? { servername: host } : {}),
      secureContext: contextWithoutAuthorities(),
      ALPNProtocols: ['http/1.1'],
      // SECURITY: right only because nothing is sent: the certificate is shown to a person, who decides (0005).
      rejectUnauthorized: false,
    });
    const end = (facts: CertificateFacts | null) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      socket.destroy();
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

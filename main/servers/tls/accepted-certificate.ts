import { X509Certificate } from 'node:crypto';
import type { ProxyRoute } from '../proxy/route.ts';
import { fingerprint } from './certificate-facts.ts';
import { type Trust, TrustingConnector } from './trusting-connector.ts';

/**
 * Whether a certificate that another client was presented at this origin is one that this app trusts there.
 *
 * A pinned one is compared. Else the app connects once, decides as for its own requests, and takes exactly the
 * certificate that it accepted itself; it sends nothing.
 */
export async function isAcceptedCertificate(
  pem: string,
  origin: string,
  trust: Trust,
  road: ProxyRoute,
  ms: number,
): Promise<boolean> {
  const shown = fingerprint(new X509Certificate(pem));
  if (trust.tls.mode === 'pin') return shown === trust.tls.fingerprint;
  return shown === (await acceptedFingerprint(origin, trust, road, ms));
}

function acceptedFingerprint(
  origin: string,
  trust: Trust,
  road: ProxyRoute,
  ms: number,
): Promise<string | null> {
  const { host, hostname, protocol, port } = new URL(origin);
  const connector = new TrustingConnector(trust, road, ms);
  return new Promise((resolve) => {
    const late = setTimeout(() => connector.hangUp(new Error('Nobody waits any more')), ms);
    const asked = { host, hostname: hostname.replace(/^\[|\]$/g, ''), protocol, port };
    connector.connect(asked, (_error, socket) => {
      clearTimeout(late);
      const accepted = socket === null ? null : (connector.certificate?.fingerprint ?? null);
      socket?.destroy();
      resolve(accepted);
    });
  });
}

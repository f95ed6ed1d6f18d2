import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
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

/**
 * Connects to a server as for the app's own requests; the socket is one whose server is accepted, and nothing was sent.
 *
 * Throws why there is none.
 */
export function acceptedSocket(
  origin: string,
  trust: Trust,
  road: ProxyRoute,
  ms: number,
  signal?: AbortSignal,
): Promise<Socket> {
  return opened(origin, new TrustingConnector(trust, road, ms), ms, signal);
}

async function acceptedFingerprint(
  origin: string,
  trust: Trust,
  road: ProxyRoute,
  ms: number,
): Promise<string | null> {
  const connector = new TrustingConnector(trust, road, ms);
  try {
    const socket = await opened(origin, connector, ms);
    socket.destroy();
    return connector.certificate?.fingerprint ?? null;
  } catch {
    return null;
  }
}

function opened(
  origin: string,
  connector: TrustingConnector,
  ms: number,
  signal?: AbortSignal,
): Promise<Socket> {
  const { host, hostname, protocol, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const giveUp = () => connector.hangUp(new Error('Nobody waits any more'));
    const late = setTimeout(giveUp, ms);
    signal?.addEventListener('abort', giveUp, { once: true });
    const asked = { host, hostname: hostname.replace(/^\[|\]$/g, ''), protocol, port };
    connector.connect(asked, (error, socket) => {
      clearTimeout(late);
      signal?.removeEventListener('abort', giveUp);
      if (socket === null) reject(error);
      else resolve(socket);
    });
  });
}

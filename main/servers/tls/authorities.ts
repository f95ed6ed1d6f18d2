import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import type { KeyAndChain } from './client-certificate.ts';

/** Files in which Linux distributions keep the CAs that the system trusts. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** Minimum TLS version, whatever options Node was started with. */
const oldestTls = 'TLSv1.2';

/**
 * The CAs that this computer trusts, in PEM: Node's and the system's.
 *
 * Where Node cannot read the system's store (before 22.15), Linux has it in a file; elsewhere Node's CAs remain. Never
 * empty.
 */
export function systemAuthorities(): readonly string[] {
  return [...new Set([...tls.rootCertificates, ...fromSystem()].map((pem) => pem.trim()))];
}

/** A TLS context that trusts exactly these CAs. */
export function contextTrusting(authorities: readonly string[]): tls.SecureContext {
  return tls.createSecureContext({ ca: [...authorities], minVersion: oldestTls });
}

/** A TLS context that trusts exactly this CA, which may be an intermediate one. */
export function contextTrustingOne(authority: string, own: KeyAndChain | null = null): tls.SecureContext {
  // SECURITY: an empty `ca` trusts nobody; without `ca` Node would use its own CAs (0016).
  return tls.createSecureContext({
    ca: [authority],
    allowPartialTrustChain: true,
    minVersion: oldestTls,
    ...own,
  });
}

/** A TLS context for connections whose certificate is compared by fingerprint. */
export function contextWithoutAuthorities(own: KeyAndChain | null = null): tls.SecureContext {
  return tls.createSecureContext({ ca: [], minVersion: oldestTls, ...own });
}

/** A TLS context that trusts the system's CAs and presents a client certificate. */
export function systemContextPresenting(own: KeyAndChain): tls.SecureContext {
  return tls.createSecureContext({ ca: [...knownAuthorities()], minVersion: oldestTls, ...own });
}

/**
 * The context of `systemAuthorities`, created on first use and kept: parsing some 300 certificates takes 50 ms.
 *
 * CAs installed later are used after a restart.
 */
export const systemContext = lazily(() => contextTrusting(knownAuthorities()));

const knownAuthorities = lazily(systemAuthorities);

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function fromSystem(): readonly string[] {
  if ('getCACertificates' in tls && typeof tls.getCACertificates === 'function') {
    try {
      const found: unknown = tls.getCACertificates('system');
      if (Array.isArray(found)) return found.filter((pem) => typeof pem === 'string');
    } catch {
      // Without a readable system store, Node's CAs remain.
    }
  }
  return process.platform === 'linux' ? fromBundle() : [];
}

function fromBundle(): readonly string[] {
  for (const path of bundles) {
    try {
      const found = readFileSync(path, 'utf8').match(
        /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g,
      );
      if (found !== null) return found;
    } catch {
      // Other distributions have it elsewhere.
    }
  }
  return [];
}

import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/** Where Linux distributions keep the authorities that their administrator trusts, as one file. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** Old TLS is refused whatever switches Node was started with. */
const oldestTls = 'TLSv1.2';

/**
 * The authorities this computer knows, in PEM: Node's own and those of the system.
 *
 * Where Node cannot read the system's store (before 22.15), Linux still has a file of it; elsewhere Node's
 * own remain. Never empty, so that a missing store cannot come to mean that everybody is trusted.
 */
export function systemAuthorities(): readonly string[] {
  return [...new Set([...tls.rootCertificates, ...fromSystem()].map((pem) => pem.trim()))];
}

/** A TLS context that trusts only these authorities. */
export function contextTrusting(authorities: readonly string[]): tls.SecureContext {
  return tls.createSecureContext({ ca: [...authorities], minVersion: oldestTls });
}

/** A TLS context that trusts this one authority, which may itself be signed by another one. */
export function contextTrustingOne(authority: string): tls.SecureContext {
  // SECURITY: an empty list means nobody; left out it would mean Node's own authorities (0016).
  return tls.createSecureContext({ ca: [authority], allowPartialTrustChain: true, minVersion: oldestTls });
}

/** A TLS context for connections whose certificate is compared by its fingerprint. */
export function contextWithoutAuthorities(): tls.SecureContext {
  return tls.createSecureContext({ ca: [], minVersion: oldestTls });
}

/**
 * The context of `systemAuthorities`, made when first needed and kept: some 300 certificates take 50 ms to read.
 *
 * An authority that is installed later counts from the next start on.
 */
export const systemContext = lazily(() => contextTrusting(systemAuthorities()));

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
      // A store that cannot be read leaves Node's own authorities.
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
      // The next distribution keeps it elsewhere.
    }
  }
  return [];
}

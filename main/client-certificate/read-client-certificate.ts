import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type {
  ClientCertificateFileProblem,
  ClientCertificateProblem,
} from '../../contract/core/connection-problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ClientCertificate } from '../../contract/profiles/profile.ts';
import { certificateFacts } from '../servers/tls/certificate-facts.ts';
import { maxSecretSize } from '../vault/crypto/vault-schema.ts';
import { NotBer } from './ber.ts';
import { type FoundParts, isPkcs12, readPkcs12 } from './pkcs12.ts';
import { UnknownCipher, WrongPassword } from './pkcs12-cipher.ts';

/** Maximum size of a chosen file, in MB. */
export const maxClientCertificateMb = 1;

const maxCertificates = 50;

/** A client certificate with its key. */
export interface ReadClientCertificate {
  readonly certificate: ClientCertificate;
  /** The key and the chain, in PEM, as the vault keeps them. */
  readonly pem: string;
}

/** What is in a file: a client certificate, or something that opens only with a password. */
export type ReadFile = ReadClientCertificate | 'needs-password';

type Trouble =
  | ClientCertificateFileProblem
  | Extract<ClientCertificateProblem, { readonly validTo: EpochMs }>;

/**
 * Reads a client certificate and its key from a PKCS#12 or PEM file; `password` null: none was asked for yet.
 *
 * One that is not valid now is refused.
 */
export async function readClientCertificate(
  bytes: Uint8Array,
  password: string | null,
  now: EpochMs,
): Promise<Result<ReadFile, Trouble>> {
  try {
    const found = isPkcs12(bytes)
      ? await readPkcs12(bytes, password ?? '')
      : readPem(Buffer.from(bytes).toString('latin1'), password);
    return found === 'strange' ? fail({ code: 'client-certificate-file-strange' }) : assembled(found, now);
  } catch (error) {
    if (error instanceof WrongPassword)
      return password === null ? ok('needs-password') : fail({ code: 'client-certificate-password-wrong' });
    if (error instanceof UnknownCipher) return fail({ code: 'client-certificate-cipher-unknown' });
    if (error instanceof NotBer) return fail({ code: 'client-certificate-file-strange' });
    throw error;
  }
}

/** The key and the certificates in a PEM text. Throws `WrongPassword`. */
function readPem(text: string, password: string | null): FoundParts | 'strange' {
  const blocks = text.match(/-----BEGIN [A-Z0-9 ]+-----[^-]*(?:-[^-]+)*?-----END [A-Z0-9 ]+-----/g) ?? [];
  const ofKind = (kind: RegExp) => blocks.filter((block) => kind.test(block.slice(0, 60)));
  const keys = ofKind(/^-----BEGIN [A-Z ]*PRIVATE KEY-----/);
  const certificates = ofKind(/^-----BEGIN (?:X509 )?CERTIFICATE-----/);
  if (keys.length + certificates.length === 0) return 'strange';
  try {
    return {
      certificates: certificates.slice(0, maxCertificates).map((pem) => new X509Certificate(pem)),
      keys: keys.slice(0, maxCertificates).map((pem) => keyIn(pem, password)),
    };
  } catch (error) {
    if (error instanceof WrongPassword) throw error;
    return 'strange';
  }
}

function keyIn(pem: string, password: string | null): KeyObject {
  const isEncrypted = /ENCRYPTED/.test(pem.slice(0, 200));
  if (isEncrypted && password === null) throw new WrongPassword();
  try {
    return createPrivateKey({ key: pem, ...(isEncrypted ? { passphrase: password ?? '' } : {}) });
  } catch (error) {
    if (isEncrypted) throw new WrongPassword();
    throw error;
  }
}

/** The certificate that belongs to one of the keys, with its issuers. */
function assembled({ keys, certificates }: FoundParts, now: EpochMs): Result<ReadFile, Trouble> {
  if (keys.length === 0) return fail({ code: 'client-certificate-key-missing' });
  if (certificates.length === 0) return fail({ code: 'client-certificate-missing' });
  for (const key of keys)
    for (const certificate of certificates)
      if (certificate.checkPrivateKey(key)) return usable(certificate, key, certificates, now);
  return fail({ code: 'client-certificate-key-mismatch' });
}

function usable(
  own: X509Certificate,
  key: KeyObject,
  certificates: readonly X509Certificate[],
  now: EpochMs,
): Result<ReadFile, Trouble> {
  const { fingerprint, subject, issuer, validFrom, validTo } = certificateFacts(own);
  if (now < validFrom || now > validTo)
    return fail({ code: 'client-certificate-out-of-date', subject, validFrom, validTo });
  const keyPem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const chain = chainOf(own, certificates).map((certificate) => certificate.toString());
  // Servers usually have the issuers; without the last ones it still fits.
  while (chain.length > 1 && keyPem.length + chain.join('').length > maxSecretSize) chain.pop();
  const [cert, pem] = [chain.join(''), keyPem + chain.join('')];
  if (pem.length > maxSecretSize || !isKnownToTls(keyPem, cert))
    return fail({ code: 'client-certificate-cipher-unknown' });
  return ok({ certificate: { fingerprint, subject, issuer, validFrom, validTo }, pem });
}

/** A certificate and its issuers, as far as they are there; without the root, which a server has. */
function chainOf(own: X509Certificate, all: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain = [own];
  for (let last = own; chain.length <= all.length; ) {
    const issuer = all.find((one) => !chain.includes(one) && last.checkIssued(one) && !isRoot(one));
    if (issuer === undefined) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

function isRoot(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate);
}

function isKnownToTls(key: string, cert: string): boolean {
  try {
    createSecureContext({ key, cert });
    return true;
  } catch {
    return false;
  }
}

import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  certificateFacts,
  distrustReason,
  fingerprint,
} from '../../../../main/servers/tls/certificate-facts.ts';
import { Certificates } from '../../../emulator/http/certificates.ts';

const certificates = new Certificates('findface.example');
const read = (kind: Parameters<Certificates['get']>[0]) => new X509Certificate(certificates.get(kind).cert);

/** A certificate with other fields. */
const saying = (words: Readonly<Record<string, string>>) =>
  new Proxy(read('valid'), {
    get: (real, key) => (Object.hasOwn(words, key) ? Reflect.get(words, key) : Reflect.get(real, key, real)),
  });

describe('the details of a certificate', () => {
  test('are its fingerprint, names and dates', () => {
    const facts = certificateFacts(read('valid'));
    expect(facts).toMatchObject({
      subject: 'CN=findface.example',
      issuer: 'CN=findface.example',
      names: ['findface.example'],
    });
    expect(facts.fingerprint).toBe(read('valid').fingerprint256.replaceAll(':', '').toLowerCase());
    expect(facts.validFrom).toBeLessThan(Date.now());
    expect(facts.validTo).toBeGreaterThan(Date.now());
    expect(certificateFacts(read('expired')).validTo).toBeLessThan(Date.now());
    expect(certificateFacts(read('not-yet-valid')).validFrom).toBeGreaterThan(Date.now());
  });

  test('may leave out names', () => {
    expect(certificateFacts(read('cn-only')).names).toEqual([]);
  });

  test('may be several names of any kind', () => {
    const subjectAltName =
      'DNS:a.example, DNS:*.b.example, IP Address:10.0.4.7, URI:"x, y\\"z", IP Address:0:0:0:0:0:0:0:1';
    expect(certificateFacts(saying({ subjectAltName })).names).toEqual([
      'a.example',
      '*.b.example',
      '10.0.4.7',
      '"x, y\\"z"',
      '0:0:0:0:0:0:0:1',
    ]);
  });

  test('are sanitized, short, and without dates if it has none', () => {
    const facts = certificateFacts(
      saying({
        subject: `O=Bank\u202e\nCN=${'a'.repeat(5000)}`,
        subjectAltName: Array.from({ length: 5000 }, (_, at) => `DNS:${at}.example`).join(', '),
        validFrom: 'never',
      }),
    );
    expect(facts.subject).toMatch(/^O=Bank, CN=a+$/);
    expect(facts.subject).toHaveLength(300);
    expect(facts.names).toHaveLength(100);
    expect(facts.validFrom).toBe(0);
  });

  test('differ from another one with the same key', () => {
    expect(fingerprint(read('renewed'))).not.toBe(fingerprint(read('valid')));
  });
});

describe('the reason for distrust', () => {
  test('comes from the code of the TLS error', () => {
    const reasons = {
      DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
      SELF_SIGNED_CERT_IN_CHAIN: 'issuer-unknown',
      UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'issuer-unknown',
      UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'issuer-unknown',
      CERT_HAS_EXPIRED: 'expired',
      CERT_NOT_YET_VALID: 'not-yet-valid',
      ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-host',
      CERT_REVOKED: 'other',
      INVALID_CA: 'other',
    };
    const found = Object.keys(reasons).map((code) => [code, distrustReason(code)]);
    expect(Object.fromEntries(found)).toEqual(reasons);
  });

  test('is null for other errors', () => {
    for (const code of ['ECONNREFUSED', 'ERR_SSL_WRONG_VERSION_NUMBER', 'toString', '__proto__', '', null]) {
      expect(distrustReason(code)).toBeNull();
    }
  });
});

import { execFileSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readClientCertificate } from '../../../main/client-certificate/read-client-certificate.ts';
import { keyAndChain } from '../../../main/servers/tls/client-certificate.ts';
import { issue, printOf } from '../../support/servers/small-authority.ts';
import { oldPkcs12 } from './old-pkcs12.ts';

const folder = mkdtempSync(join(tmpdir(), 'ffsm-p12-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = issue('Harbour Root', { ca: true });
const between = issue('Harbour Clients', { ca: true, issuer: root });
const own = issue('operator', { issuer: between });
const other = issue('other');
const password = 'пароль 1';

/** What `openssl pkcs12` makes of a key and its certificates. */
function pkcs12(secret: string, ...args: string[]): Buffer {
  const [source, target] = [join(folder, 'own.pem'), join(folder, 'own.p12')];
  writeFileSync(source, own.key + own.cert + between.cert + root.cert);
  execFileSync('openssl', [
    'pkcs12',
    '-export',
    '-in',
    source,
    '-out',
    target,
    '-passout',
    `pass:${secret}`,
    ...args,
  ]);
  return readFileSync(target);
}

const read = (bytes: string | Uint8Array, secret: string | null = null, now = Date.now()) =>
  readClientCertificate(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, secret, now);

async function codeOf(bytes: string | Uint8Array, secret: string | null = null): Promise<string> {
  const found = await read(bytes, secret);
  return found.ok ? 'read' : found.problem.code;
}

describe('a PKCS#12 file', () => {
  const old = ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
  const ways: readonly [string, string[]][] = [
    ['with AES', []],
    ['with AES-128 and another hash', ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-128-CBC']],
    ['with Triple DES', old],
    ['with certificates that are not encrypted', ['-certpbe', 'NONE']],
  ];
  for (const [what, args] of ways)
    test(`${what} is read with its password only`, async () => {
      const bytes = pkcs12(password, ...args);
      expect(await read(bytes)).toEqual({ ok: true, value: 'needs-password' });
      expect(await codeOf(bytes, 'wrong')).toBe('client-certificate-password-wrong');
      const found = await read(bytes, password);
      if (!found.ok || found.value === 'needs-password') throw new Error('Not read');
      const { certificate, pem } = found.value;
      expect(certificate).toMatchObject({ subject: 'CN=operator', fingerprint: printOf(own.cert) });
      const parts = keyAndChain(pem);
      expect(createPrivateKey(parts?.key ?? '').equals(createPrivateKey(own.key))).toBe(true);
      // With its issuer, without the root.
      expect(parts?.cert.match(/BEGIN/g)).toHaveLength(2);
    });

  test('as macOS and Windows write it, with RC2, is read too', async () => {
    const now = Date.UTC(2026, 11, 1);
    expect(await read(oldPkcs12, null, now)).toEqual({ ok: true, value: 'needs-password' });
    expect(await read(oldPkcs12, 'secret', now)).toMatchObject({
      ok: true,
      value: { certificate: { subject: 'CN=old operator' } },
    });
    expect(await read(oldPkcs12, 'Secret', now)).toMatchObject({
      problem: { code: 'client-certificate-password-wrong' },
    });
  });

  test('without a password needs none', async () => {
    expect(await codeOf(pkcs12(''))).toBe('read');
  });

  test('without a key, or cut off anywhere, is refused and never a bug', async () => {
    expect(await codeOf(pkcs12(password, '-nokeys'), password)).toBe('client-certificate-key-missing');
    const bytes = pkcs12(password);
    for (let size = 0; size < bytes.length; size += 7)
      expect(await codeOf(bytes.subarray(0, size), password)).toMatch(/^client-certificate-/);
    for (let at = 0; at < bytes.length; at += 11) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      expect(await codeOf(changed, password)).toMatch(/^(read$|client-certificate-)/);
    }
  });
});

describe('a PEM file', () => {
  test('is read in any order, with other things in it', async () => {
    const found = await read(`Bag Attributes\n${root.cert}${own.cert}text\n${own.key}${between.cert}`);
    expect(found).toMatchObject({ ok: true, value: { certificate: { subject: 'CN=operator' } } });
  });

  test('is read with an encrypted key, in either form', async () => {
    const options = { cipher: 'aes-256-cbc', passphrase: 'secret', format: 'pem' } as const;
    const key = createPrivateKey(own.key);
    for (const type of ['pkcs8', 'sec1'] as const) {
      const pem = own.cert + key.export({ ...options, type } as { type: 'pkcs8'; format: 'pem' }).toString();
      expect(await read(pem)).toEqual({ ok: true, value: 'needs-password' });
      expect(await codeOf(pem, 'wrong')).toBe('client-certificate-password-wrong');
      expect(await codeOf(pem, 'secret')).toBe('read');
    }
  });

  test('that is of no use has its own message', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const cases: readonly [string, string][] = [
      ['', 'client-certificate-file-strange'],
      ['hello', 'client-certificate-file-strange'],
      [own.cert, 'client-certificate-key-missing'],
      [own.key, 'client-certificate-missing'],
      [own.cert + other.key, 'client-certificate-key-mismatch'],
      [own.cert.replace(/M/g, '!') + own.key, 'client-certificate-file-strange'],
      [own.cert + privateKey.export({ type: 'pkcs1', format: 'pem' }), 'client-certificate-key-mismatch'],
    ];
    for (const [pem, code] of cases) expect(await codeOf(pem)).toBe(code);
    const former = issue('former operator', { days: [-60, -30] });
    expect(await read(former.cert + former.key)).toMatchObject({
      problem: { code: 'client-certificate-out-of-date', subject: 'CN=former operator' },
    });
  });
});

import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readAuthorities } from '../../../../main/servers/tls/authority-file.ts';
import { issue, printOf } from '../../../support/servers/small-authority.ts';

const now = Date.now() + 60_000;
const root = issue('Small Root', { ca: true });
const leaf = issue('10.0.4.7', { names: ['10.0.4.7'], issuer: root });
const read = (content: string | Uint8Array, at = now) => readAuthorities(Buffer.from(content), at);
const day = 86_400_000;

describe('a CA file', () => {
  test('may be PEM or DER, with one or more CAs', { tags: ['row-67'] }, () => {
    const found = { facts: { fingerprint: printOf(root.cert), subject: 'CN=Small Root' } };
    const der = new X509Certificate(root.cert).raw;
    for (const content of [root.cert, root.cert.replaceAll('\n', '\r\n'), `notes\n${root.cert}more`, der])
      expect(read(content)).toMatchObject({ ok: true, value: { authorities: [found], unusable: 0 } });
    const other = issue('Other Root', { ca: true });
    const bundle = read(leaf.cert + root.cert + root.cert + other.cert);
    expect(bundle).toMatchObject({
      value: { unusable: 1, authorities: [found, { facts: { subject: 'CN=Other Root' } }] },
    });
  });

  test('with a private key in it is refused', { tags: ['row-67'] }, () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const shapes = [
      root.cert + root.key,
      root.key,
      privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
      privateKey.export({ type: 'pkcs8', format: 'der' }),
      privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'x' }),
      privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString() +
        root.cert,
    ];
    for (const shape of shapes)
      expect(read(shape)).toMatchObject({ problem: { code: 'authority-file-holds-key' } });
  });

  test('with a server certificate, or one outside its validity, is distinguished', {
    tags: ['row-62', 'row-66', 'row-67'],
  }, () => {
    expect(read(leaf.cert)).toEqual({
      ok: false,
      problem: { code: 'authority-is-none', subject: 'CN=10.0.4.7' },
    });
    for (const at of [now - 3 * day, now + 40 * day]) {
      const result = read(root.cert, at);
      expect(result).toMatchObject({ problem: { code: 'authority-out-of-date', subject: 'CN=Small Root' } });
    }
  });

  test('that is garbage, huge or endless is refused', { tags: ['row-67'] }, () => {
    const names = Array.from({ length: 3_000 }, (_, at) => `server-${at}.of-a-long-name.example`);
    const endless = issue('Endless', { ca: true, names }).cert;
    const marks = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    for (const content of [
      '',
      'garbage',
      marks,
      root.cert + marks,
      endless,
      Buffer.alloc(5_000, 0x30),
      Buffer.alloc(2_000_000),
    ])
      expect(read(content)).toMatchObject({ problem: { code: 'authority-file-strange' } });
    expect(read(Buffer.alloc(2_000_001))).toMatchObject({ problem: { code: 'authority-file-too-large' } });
    expect(read(root.cert.repeat(501))).toMatchObject({
      problem: { code: 'authority-file-too-many', most: 500 },
    });
    expect(read(root.cert.repeat(500))).toMatchObject({ ok: true });
  });
});

import { execFileSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, describe, expect, test } from 'vitest';
import { readClientCertificate } from '../../../main/client-certificate/read-client-certificate.ts';
import { issue } from '../../support/servers/small-authority.ts';

const folder = mkdtempSync(join(tmpdir(), 'ffsm-p12-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const own = issue('operator');
type Element = forge.asn1.Asn1;

/** What `openssl pkcs12` makes of a key and its certificate. */
function pkcs12(secret: string, ...args: string[]): Buffer {
  const [source, target] = [join(folder, 'own.pem'), join(folder, 'own.p12')];
  writeFileSync(source, own.key + own.cert);
  const way = ['-export', '-in', source, '-out', target, '-passout', `pass:${secret}`];
  execFileSync('openssl', ['pkcs12', ...way, ...args]);
  return readFileSync(target);
}

const old = ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES'];
const plain = ['-certpbe', 'NONE', '-keypbe', 'NONE'];

async function codeOf(bytes: Uint8Array, secret: string | null): Promise<string> {
  const found = await readClientCertificate(bytes, secret, Date.now());
  if (!found.ok) return found.problem.code;
  return found.value === 'needs-password' ? found.value : found.value.certificate.subject;
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const parsed = (bytes: Uint8Array) => forge.asn1.fromDer(Buffer.from(bytes).toString('latin1'));
const written = (element: Element) => bytesOf(forge.asn1.toDer(element).getBytes());

const childrenOf = (element: Element | undefined) => element?.value as Element[];

/** The file with its parts changed, and so without its checksum. */
function changed(bytes: Uint8Array, change: (parts: Element) => Uint8Array): Buffer {
  const file = parsed(bytes);
  const [parts] = childrenOf(childrenOf(childrenOf(file)[1])[1]);
  if (typeof parts?.value !== 'string') throw new Error('Not a PKCS#12 file');
  parts.value = Buffer.from(change(parsed(bytesOf(parts.value)))).toString('latin1');
  return written(file);
}

/** The same elements without lengths, and their strings in pieces, as BER permits and some programs write. */
function inPieces({ tagClass, type, value }: Element): Buffer {
  const end = Buffer.of(0, 0);
  const isString = tagClass === forge.asn1.Class.UNIVERSAL && type === forge.asn1.Type.OCTETSTRING;
  if (typeof value !== 'string')
    return Buffer.concat([Buffer.of(tagClass | 0x20 | type, 0x80), ...value.map(inPieces), end]);
  if (!isString) return written(forge.asn1.create(tagClass, type, false, value));
  const halves = [value.slice(0, 7), value.slice(7)].map((half) =>
    written(forge.asn1.create(tagClass, type, false, half)),
  );
  return Buffer.concat([Buffer.of(0x24, 0x80), ...halves, end]);
}

describe('a PKCS#12 file', () => {
  const ways: readonly [string, string[]][] = [
    ['with a checksum of another hash', ['-macalg', 'sha512']],
    ['without a checksum', ['-nomac']],
    ['with Triple DES in the newer way', ['-certpbe', 'DES-EDE3-CBC', '-keypbe', 'DES-EDE3-CBC']],
    ['with as many iterations as Java writes', ['-iter', '10000']],
    ['with as many iterations as Java wrote', ['-iter', '50000', ...old]],
  ];
  for (const [what, args] of ways)
    test(`${what} is read with its password only`, async () => {
      const bytes = pkcs12('señal 1', ...args);
      expect(await codeOf(bytes, null)).toBe('needs-password');
      expect(await codeOf(bytes, 'senal 1')).toBe('client-certificate-password-wrong');
      expect(await codeOf(bytes, 'señal 1')).toBe('CN=operator');
    });

  test('that is not encrypted at all needs no password', async () => {
    expect(await codeOf(pkcs12('secret', ...plain), null)).toBe('CN=operator');
  });

  test('with an empty password needs none, in the older way too', async () => {
    expect(await codeOf(pkcs12('', ...old), null)).toBe('CN=operator');
  });

  test('without any password, which is not an empty one, needs none either', async () => {
    const bytes = changed(pkcs12('secret', ...plain), (parts) =>
      written({ ...parts, value: childrenOf(parts).map(sealedWithNone) }),
    );
    expect(await codeOf(bytes, null)).toBe('CN=operator');
    expect(await codeOf(bytes, 'secret')).toBe('client-certificate-password-wrong');
  });

  for (const args of [[], old, plain])
    test(`without lengths and in pieces is read, ${args[1] ?? 'PBES2'}`, async () => {
      const bytes = changed(pkcs12('secret', ...args), inPieces);
      const file = inPieces(parsed(bytes));
      expect(file.subarray(0, 2)).toEqual(Buffer.of(0x30, 0x80));
      expect(await codeOf(file, 'secret')).toBe('CN=operator');
    });

  for (const args of [[], old])
    test(`that would hold up the app is refused before anything is derived, ${args[1] ?? 'PBES2'}`, async () => {
      const bytes = pkcs12('secret', '-iter', '10000', ...args);
      const many = changed(bytes, (parts) => written(withRounds(parts, '\x7f\xff\xff\xff')));
      expect(await codeOf(many, 'secret')).toBe('client-certificate-cipher-unknown');
      const none = changed(bytes, (parts) => written(withRounds(parts, '\0')));
      expect(await codeOf(none, 'secret')).toBe('client-certificate-cipher-unknown');
    });
});

/** A content that is not encrypted, encrypted without any password, as GnuTLS can. */
function sealedWithNone(content: Element): Element {
  const { Class, Type, create, oidToDer } = forge.asn1;
  const sequence = (...value: Element[]) => create(Class.UNIVERSAL, Type.SEQUENCE, true, value);
  const oid = (dots: string) => create(Class.UNIVERSAL, Type.OID, false, oidToDer(dots).getBytes());
  const number = (byte: string) => create(Class.UNIVERSAL, Type.INTEGER, false, byte);
  const salt = create(Class.UNIVERSAL, Type.OCTETSTRING, false, '12345678');
  const made = (purpose: number, size: number) =>
    forge.pkcs12.generateKey(null, forge.util.createBuffer('12345678'), purpose, 1, size).getBytes();
  const cipher = createCipheriv('des-ede3-cbc', bytesOf(made(1, 24)), bytesOf(made(2, 8)));
  const [text] = childrenOf(childrenOf(content)[1]);
  const sealed = Buffer.concat([cipher.update(bytesOf(String(text?.value))), cipher.final()]);
  const way = sequence(oid('1.2.840.113549.1.12.1.3'), sequence(salt, number('\x01')));
  const inside = create(Class.CONTEXT_SPECIFIC, 0, false, sealed.toString('latin1'));
  const whole = sequence(number('\0'), sequence(oid('1.2.840.113549.1.7.1'), way, inside));
  return sequence(oid('1.2.840.113549.1.7.6'), create(Class.CONTEXT_SPECIFIC, 0, true, [whole]));
}

/** The same elements with another number of iterations instead of 10 000. */
function withRounds(element: Element, rounds: string): Element {
  const { value } = element;
  if (typeof value !== 'string') return { ...element, value: value.map((one) => withRounds(one, rounds)) };
  return value === '\x27\x10' ? { ...element, value: rounds } : element;
}

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** The certificate of a relay, made for one web window. */
export interface RelayCertificate {
  /** In PEM. */
  readonly key: string;
  readonly cert: string;
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
}

/** The types of ASN.1 that are used here. */
const [integer, bitString, utf8, time, sequence, set] = [0x02, 0x03, 0x0c, 0x18, 0x30, 0x31];
const ecdsaWithSha256 = '06082a8648ce3d040302';
const commonName = '0603550403';
const alternativeNames = '0603551d11';
const dayMs = 24 * 3600 * 1000;

/** Makes a key and a certificate that it signs itself, for one host and two days. */
export function relayCertificate(host: string, now: number): RelayCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(sequence, hex(ecdsaWithSha256));
  const name = der(
    sequence,
    der(set, der(sequence, hex(commonName), der(utf8, Buffer.from('FindFace Session Manager')))),
  );
  const signed = der(
    sequence,
    der(0xa0, der(integer, Buffer.of(2))),
    der(integer, Buffer.of(1, ...randomBytes(8))),
    algorithm,
    name,
    der(sequence, moment(now - dayMs), moment(now + dayMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(sequence, der(sequence, hex(alternativeNames), der(0x04, der(sequence, hostName(host)))))),
  );
  const signature = sign('sha256', signed, privateKey);
  const whole = der(sequence, signed, algorithm, der(bitString, Buffer.of(0), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n')}\n-----END CERTIFICATE-----\n`,
    fingerprint: createHash('sha256').update(whole).digest('hex'),
  };
}

function hostName(host: string): Buffer {
  if (isIP(host) === 0) return der(0x82, Buffer.from(host, 'latin1'));
  if (isIP(host) === 4) return der(0x87, Buffer.from(host.split('.').map(Number)));
  // The address of an IPv6 host need not be in it, since only its fingerprint counts.
  return der(0x82, Buffer.from('localhost', 'latin1'));
}

function moment(at: number): Buffer {
  return der(time, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

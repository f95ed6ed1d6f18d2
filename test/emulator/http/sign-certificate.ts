import { createPublicKey, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { BitString, Integer, OctetString, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate as CertificateSyntax,
  Extension,
  GeneralName,
  GeneralNames,
  PublicKeyInfo,
} from 'pkijs';

/** A private key and its certificate, both as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** The content of a certificate. */
export interface CertificateContent {
  readonly commonName: string;
  /** Subject alternative names: DNS names, wildcards and IP addresses. */
  readonly names: readonly string[];
  readonly ca: boolean;
  readonly from: Date;
  readonly until: Date;
  /** Whether its key usage is limited to signing certificates. */
  readonly onlySigns?: boolean;
}

const ecdsaWithSha256 = '1.2.840.10045.4.3.2';

/** A new P-256 private key, as PEM. */
export function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Signs a certificate for `key`, with the issuer's key or, without an issuer, with its own. */
export function signCertificate(key: string, content: CertificateContent, issuer?: Certificate): string {
  const made = new CertificateSyntax({ version: 2 });
  made.serialNumber = new Integer({ valueHex: Uint8Array.of(1, ...randomBytes(8)) });
  made.notBefore.value = content.from;
  made.notAfter.value = content.until;
  made.subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: content.commonName }) }),
  );
  made.issuer = issuer
    ? CertificateSyntax.fromBER(new X509Certificate(issuer.cert).raw).subject
    : made.subject;
  made.subjectPublicKeyInfo = PublicKeyInfo.fromBER(
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
  );
  made.extensions = extensions(content);
  made.signature = new AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 });
  made.signatureAlgorithm = made.signature;
  const signed = Buffer.from(made.encodeTBS().toBER());
  made.tbsView = signed;
  made.signatureValue = new BitString({ valueHex: sign('sha256', signed, issuer?.key ?? key) });
  return new X509Certificate(Buffer.from(made.toSchema().toBER())).toString();
}

function extensions({ ca, onlySigns = false, names }: CertificateContent): Extension[] {
  const extension = (extnID: string, critical: boolean, value: ArrayBuffer) =>
    new Extension({ extnID, critical, extnValue: value });
  const made = [extension('2.5.29.19', true, new BasicConstraints({ cA: ca }).toSchema().toBER())];
  // Bit 5 is keyCertSign.
  if (onlySigns)
    made.push(
      extension('2.5.29.15', false, new BitString({ valueHex: Uint8Array.of(0x04), unusedBits: 2 }).toBER()),
    );
  if (names.length > 0)
    made.push(
      extension('2.5.29.17', false, new GeneralNames({ names: names.map(generalName) }).toSchema().toBER()),
    );
  return made;
}

function generalName(name: string): GeneralName {
  const family = isIP(name);
  if (family === 0) return new GeneralName({ type: 2, value: name });
  return new GeneralName({ type: 7, value: new OctetString({ valueHex: addressBytes(name) }) });
}

function addressBytes(address: string): Uint8Array {
  if (isIP(address) === 4) return Uint8Array.from(address.split('.'), Number);
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const groups = [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
  return Uint8Array.from(Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex'));
}

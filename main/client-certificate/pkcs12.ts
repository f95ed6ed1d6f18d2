import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import {
  childOf,
  childrenOf,
  type Element,
  elementsIn,
  NotBer,
  oidOf,
  onlyElement,
  stringOf,
} from './der.ts';
import { decrypt, WrongPassword } from './pkcs12-cipher.ts';

/** The keys and certificates of a file. */
export interface FoundParts {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

const data = '1.2.840.113549.1.7.1';
const encryptedData = '1.2.840.113549.1.7.6';
const bags = '1.2.840.113549.1.12.10.1.';
const x509 = '1.2.840.113549.1.9.22.1';

/** Whether these bytes begin like a PKCS#12 file: a sequence of a version and a content. */
export function isPkcs12(bytes: Uint8Array): boolean {
  try {
    const [version, content] = childrenOf(onlyElement(bytes));
    return version?.tag === 0x02 && content?.tag === 0x30 && oidOf(childOf(content, 0)) === data;
  } catch (error) {
    if (error instanceof NotBer) return false;
    throw error;
  }
}

/**
 * Reads a PKCS#12 file, without its checksum: what does not decrypt is noticed anyway.
 *
 * Throws `UnknownCipher`, `WrongPassword` or `NotBer`.
 */
export async function readPkcs12(bytes: Uint8Array, password: string): Promise<FoundParts> {
  const safes = onlyElement(contentOf(childOf(onlyElement(bytes), 1)));
  const found: { keys: KeyObject[]; certificates: X509Certificate[] } = { keys: [], certificates: [] };
  for (const safe of childrenOf(safes)) {
    const type = oidOf(childOf(safe, 0));
    if (type !== data && type !== encryptedData) continue;
    const opened = type === data ? contentOf(safe) : await openSafe(safe, password);
    for (const bag of childrenOf(opening(type, opened))) await addBag(bag, password, found);
  }
  return found;
}

/** What a wrong password decrypts is not BER, except by chance. */
function opening(type: string, opened: Uint8Array): Element {
  try {
    const [first] = elementsIn(opened);
    if (first !== undefined) return first;
  } catch (error) {
    if (!(error instanceof NotBer) || type === data) throw error;
  }
  throw new WrongPassword();
}

async function addBag(
  bag: Element,
  password: string,
  found: { keys: KeyObject[]; certificates: X509Certificate[] },
): Promise<void> {
  const type = oidOf(childOf(bag, 0)).replace(bags, '');
  const value = childOf(childOf(bag, 1), 0);
  if (type === '1') found.keys.push(keyOf(value.whole));
  else if (type === '2') {
    const sealed = stringOf(childOf(value, 1));
    found.keys.push(keyOf(await decrypt(childOf(value, 0), sealed, password)));
  } else if (type === '3' && oidOf(childOf(value, 0)) === x509)
    found.certificates.push(certificateOf(stringOf(childOf(childOf(value, 1), 0))));
}

function certificateOf(bytes: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(bytes);
  } catch {
    throw new NotBer('Not a certificate');
  }
}

function keyOf(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  } catch {
    throw new WrongPassword();
  }
}

/** The bytes in a content of the type "data". */
function contentOf(content: Element): Uint8Array {
  return stringOf(childOf(childOf(content, 1), 0));
}

async function openSafe(content: Element, password: string): Promise<Buffer> {
  const sealed = childOf(childOf(childOf(content, 1), 0), 1);
  // Implicitly tagged, so it has the tag of the field instead of that of a string.
  return decrypt(childOf(sealed, 1), stringOf(childOf(sealed, 2)), password);
}

import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { bytesOf, childOf, childrenOf, derOf, type Element, elementOf, NotBer, oidOf } from './ber.ts';
import { Decryption, type Password, WrongPassword } from './pkcs12-cipher.ts';

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
    return oidOf(childOf(elementOf(bytes), 1, 0)) === data;
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
  const safes = childrenOf(elementOf(contentOf(childOf(elementOf(bytes), 1))));
  try {
    return await new Opening(password).open(safes);
  } catch (error) {
    if (password !== '' || !(error instanceof WrongPassword)) throw error;
    return new Opening(null).open(safes);
  }
}

/** Collects what a password opens. */
class Opening {
  readonly #keys: KeyObject[] = [];
  readonly #certificates: X509Certificate[] = [];
  readonly #decryption: Decryption;

  constructor(password: Password) {
    this.#decryption = new Decryption(password);
  }

  async open(safes: readonly Element[]): Promise<FoundParts> {
    for (const safe of safes) {
      const type = oidOf(childOf(safe, 0));
      if (type === data) await this.#addAll(elementOf(contentOf(safe)));
      else if (type === encryptedData) {
        const sealed = childOf(safe, 1, 0, 1);
        await this.#addAll(opening(await this.#decrypt(childOf(sealed, 1), childOf(sealed, 2))));
      }
    }
    return { keys: this.#keys, certificates: this.#certificates };
  }

  async #addAll(contents: Element): Promise<void> {
    for (const bag of childrenOf(contents)) await this.#add(bag);
  }

  async #add(bag: Element): Promise<void> {
    const type = oidOf(childOf(bag, 0)).replace(bags, '');
    const value = childOf(bag, 1, 0);
    if (type === '1') this.#keys.push(keyOf(derOf(value)));
    else if (type === '2') this.#keys.push(keyOf(await this.#decrypt(childOf(value, 0), childOf(value, 1))));
    else if (type === '3' && oidOf(childOf(value, 0)) === x509)
      this.#certificates.push(certificateOf(bytesOf(childOf(value, 1, 0))));
  }

  #decrypt(algorithm: Element, sealed: Element): Promise<Buffer> {
    return this.#decryption.open(algorithm, bytesOf(sealed));
  }
}

/** What a wrong password decrypts is not BER, except by chance. */
function opening(opened: Uint8Array): Element {
  try {
    return elementOf(opened);
  } catch (error) {
    throw error instanceof NotBer ? new WrongPassword() : error;
  }
}

function certificateOf(bytes: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(bytes);
  } catch {
    throw new NotBer('Not a certificate');
  }
}

function keyOf(pkcs8: Buffer): KeyObject {
  try {
    return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  } catch {
    throw new WrongPassword();
  }
}

/** The bytes in a content of the type "data". */
function contentOf(content: Element): Uint8Array {
  return bytesOf(childOf(content, 1, 0));
}

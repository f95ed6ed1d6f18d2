import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { bytesOf, childOf, childrenOf, type Element, NotBer, oidOf } from './ber.ts';

/** Thrown if a file is encrypted in a way that is not known here. */
export class UnknownCipher extends Error {}

/** Thrown if something does not decrypt, which is almost always due to the password. */
export class WrongPassword extends Error {}

const derive = promisify(pbkdf2);

/**
 * How many rounds of PBKDF2 a file may cost: far more than programs use, and not long enough to hold up the app. A round
 * of the older derivation costs ten, since it runs in this thread; GnuTLS writes 600 000 of them for each part.
 */
const maxRounds = 20_000_000;
const oldRound = 10;

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2Oid = '1.2.840.113549.1.5.12';

/** The hashes of PBKDF2. */
const hashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const ciphers: Readonly<Record<string, { readonly name: string; readonly keySize: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keySize: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keySize: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keySize: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keySize: 24 },
};

/** The older ways, whose key and IV come from PKCS#12's own derivation. */
const oldCiphers: Readonly<Record<string, { readonly kind: '3des' | 'rc2'; readonly keySize: number }>> = {
  '1.2.840.113549.1.12.1.3': { kind: '3des', keySize: 24 },
  '1.2.840.113549.1.12.1.5': { kind: 'rc2', keySize: 16 },
  '1.2.840.113549.1.12.1.6': { kind: 'rc2', keySize: 5 },
};

/** A password; null: none at all, which is another one than an empty one where a file is encrypted in an older way. */
export type Password = string | null;

/** Decrypts the parts of one PKCS#12 file. */
export class Decryption {
  #roundsLeft = maxRounds;

  constructor(private readonly password: Password) {}

  /** Throws `UnknownCipher`, `WrongPassword` or `NotBer`. */
  async open(algorithm: Element, sealed: Buffer): Promise<Buffer> {
    const id = oidOf(childOf(algorithm, 0));
    if (id === pbes2) return this.#openPbes2(childOf(algorithm, 1), sealed);
    const old = oldCiphers[id];
    if (old === undefined) throw new UnknownCipher(id);
    const salt = bytesOf(childOf(algorithm, 1, 0)).toString('latin1');
    const rounds = this.#spend(childOf(algorithm, 1, 1), oldRound);
    const made = (purpose: number, size: number) =>
      forge.pkcs12
        .generateKey(this.password, forge.util.createBuffer(salt), purpose, rounds, size)
        .getBytes();
    const [key, iv] = [made(1, old.keySize), made(2, 8)];
    if (old.kind === 'rc2') return decryptRc2(key, iv, sealed);
    return opened('des-ede3-cbc', latin1(key), latin1(iv), sealed);
  }

  async #openPbes2(parameters: Element, sealed: Buffer): Promise<Buffer> {
    const [derivation, scheme] = [childOf(parameters, 0), childOf(parameters, 1)];
    const cipher = ciphers[oidOf(childOf(scheme, 0))];
    if (cipher === undefined || oidOf(childOf(derivation, 0)) !== pbkdf2Oid) throw new UnknownCipher('PBES2');
    const [salt, iterations, ...rest] = childrenOf(childOf(derivation, 1));
    if (salt === undefined || iterations === undefined) throw new NotBer('No parameters');
    // A length of the key may come before the hash.
    const named = rest.find(({ constructed }) => constructed);
    const hash = named === undefined ? 'sha1' : hashes[oidOf(childOf(named, 0))];
    if (hash === undefined) throw new UnknownCipher('PBKDF2');
    const rounds = this.#spend(iterations, 1);
    const key = await derive(this.password ?? '', bytesOf(salt), rounds, cipher.keySize, hash);
    return opened(cipher.name, key, bytesOf(childOf(scheme, 1)), sealed);
  }

  #spend(count: Element, cost: number): number {
    const rounds = Number(`0x${bytesOf(count).toString('hex')}`);
    this.#roundsLeft -= rounds * cost;
    if (!(rounds >= 1 && this.#roundsLeft >= 0)) throw new UnknownCipher('Iterations');
    return rounds;
  }
}

function opened(name: string, key: Buffer, iv: Buffer, sealed: Buffer): Buffer {
  try {
    const decipher = createDecipheriv(name, key, iv);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    throw new WrongPassword();
  }
}

/** In CBC mode; only for files: Windows and macOS still write certificates like this, and OpenSSL 3 does not read them. */
function decryptRc2(key: string, iv: string, sealed: Buffer): Buffer {
  const cipher = forge.rc2.createDecryptionCipher(key, 8 * key.length);
  cipher.start(iv);
  cipher.update(forge.util.createBuffer(sealed.toString('latin1')));
  if (!cipher.finish()) throw new WrongPassword();
  return latin1(cipher.output.getBytes());
}

/** node-forge keeps bytes in strings. */
function latin1(bytes: string): Buffer {
  return Buffer.from(bytes, 'latin1');
}

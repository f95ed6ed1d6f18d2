import { createDecipheriv, createHash, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { childOf, childrenOf, type Element, integerOf, NotBer, oidOf, stringOf } from './der.ts';
import { decryptRc2 } from './rc2.ts';

/** Thrown if a file is encrypted in a way that is not known here. */
export class UnknownCipher extends Error {}

/** Thrown if something does not decrypt, which is almost always due to the password. */
export class WrongPassword extends Error {}

const derive = promisify(pbkdf2);

/** Far more than programs use, and not long enough to hold up the app. */
const maxSlowIterations = 10_000_000;
const maxOldIterations = 300_000;

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

/** Decrypts what a PKCS#12 file holds. Throws `UnknownCipher`, `WrongPassword` or `NotBer`. */
export async function decrypt(algorithm: Element, sealed: Uint8Array, password: string): Promise<Buffer> {
  const id = oidOf(childOf(algorithm, 0));
  if (id === pbes2) return decryptPbes2(childOf(algorithm, 1), sealed, password);
  const old = oldCiphers[id];
  if (old === undefined) throw new UnknownCipher(id);
  const [salt, iterations] = childrenOf(childOf(algorithm, 1));
  if (salt === undefined || iterations === undefined) throw new NotBer('No parameters');
  const rounds = bounded(integerOf(iterations), maxOldIterations);
  const made = (purpose: number, size: number) =>
    derivePkcs12(password, stringOf(salt), rounds, purpose, size);
  const [key, iv] = [made(1, old.keySize), made(2, 8)];
  if (old.kind === '3des') return opened('des-ede3-cbc', key, iv, sealed);
  return withoutPadding(decryptRc2(key, iv, sealed));
}

async function decryptPbes2(parameters: Element, sealed: Uint8Array, password: string): Promise<Buffer> {
  const [derivation, scheme] = childrenOf(parameters);
  if (derivation === undefined || scheme === undefined) throw new NotBer('No parameters');
  const cipher = ciphers[oidOf(childOf(scheme, 0))];
  if (cipher === undefined || oidOf(childOf(derivation, 0)) !== pbkdf2Oid) throw new UnknownCipher('PBES2');
  const [salt, iterations, ...rest] = childrenOf(childOf(derivation, 1));
  if (salt === undefined || iterations === undefined) throw new NotBer('No parameters');
  // A length of the key may come before the hash.
  const named = rest.find(({ tag }) => tag === 0x30);
  const hash = named === undefined ? 'sha1' : hashes[oidOf(childOf(named, 0))];
  if (hash === undefined) throw new UnknownCipher('PBKDF2');
  const rounds = bounded(integerOf(iterations), maxSlowIterations);
  const key = await derive(password, stringOf(salt), rounds, cipher.keySize, hash);
  return opened(cipher.name, key, stringOf(childOf(scheme, 1)), sealed);
}

function opened(name: string, key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv(name, key, iv);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    throw new WrongPassword();
  }
}

function withoutPadding(text: Buffer): Buffer {
  const size = text.at(-1) ?? 0;
  const isPadded = size >= 1 && size <= 8 && text.subarray(-size).every((byte) => byte === size);
  if (!isPadded) throw new WrongPassword();
  return text.subarray(0, -size);
}

function bounded(iterations: number, most: number): number {
  if (iterations < 1 || iterations > most) throw new UnknownCipher('Iterations');
  return iterations;
}

/** RFC 7292, appendix B.2, with SHA-1; `purpose` 1 is a key, 2 an IV. */
function derivePkcs12(
  password: string,
  salt: Uint8Array,
  rounds: number,
  purpose: number,
  size: number,
): Buffer {
  const blockSize = 64;
  const text = Buffer.from(`${password}\0`, 'utf16le').swap16();
  let filling: Buffer = Buffer.concat([filled(salt, blockSize), filled(text, blockSize)]);
  const made: Buffer[] = [];
  for (let length = 0; length < size; length += 20) {
    let block = createHash('sha1').update(Buffer.alloc(blockSize, purpose)).update(filling).digest();
    for (let round = 1; round < rounds; round += 1) block = createHash('sha1').update(block).digest();
    made.push(block);
    filling = addedToEach(filling, filled(block, blockSize).subarray(0, blockSize));
  }
  return Buffer.concat(made).subarray(0, size);
}

/** Repeats bytes until they fill whole blocks. */
function filled(bytes: Uint8Array, blockSize: number): Buffer {
  const size = blockSize * Math.ceil(bytes.length / blockSize);
  return Buffer.from(Uint8Array.from({ length: size }, (_, at) => bytes[at % bytes.length] ?? 0));
}

/** Adds a number and one to each block of bytes, as big-endian numbers. */
function addedToEach(blocks: Buffer, added: Buffer): Buffer {
  const sums = Buffer.from(blocks);
  for (let start = 0; start < sums.length; start += added.length) {
    let carry = 1;
    for (let at = added.length - 1; at >= 0; at -= 1) {
      const sum = (sums[start + at] ?? 0) + (added[at] ?? 0) + carry;
      sums[start + at] = sum & 0xff;
      carry = sum >> 8;
    }
  }
  return sums;
}

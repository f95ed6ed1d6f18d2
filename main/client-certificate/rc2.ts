/** RFC 2268, section 2. */
const permuted = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

const rotations = [1, 2, 3, 5];

/**
 * Decrypts RC2 in CBC mode with the whole key, whose length in bytes says how strong it is; the padding stays.
 *
 * Only for files: Windows and macOS still write certificates like this, and OpenSSL 3 does not read them.
 */
export function decryptRc2(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Buffer {
  const words = expanded(key);
  const opened = Buffer.alloc(sealed.length - (sealed.length % 8));
  for (let at = 0; at < opened.length; at += 8) {
    const block = decryptBlock(words, sealed.subarray(at, at + 8));
    for (let byte = 0; byte < 8; byte += 1) {
      const before = at === 0 ? iv[byte] : sealed[at - 8 + byte];
      opened[at + byte] = (block[byte] ?? 0) ^ (before ?? 0);
    }
  }
  return opened;
}

function expanded(key: Uint8Array): Uint16Array {
  const bytes = Buffer.alloc(128);
  const size = key.length;
  bytes.set(key);
  for (let at = size; at < 128; at += 1) {
    const sum = (bytes[at - 1] ?? 0) + (bytes[at - size] ?? 0);
    bytes[at] = permuted[sum & 0xff] ?? 0;
  }
  bytes[128 - size] = permuted[bytes[128 - size] ?? 0] ?? 0;
  for (let at = 127 - size; at >= 0; at -= 1) {
    const mixed = (bytes[at + 1] ?? 0) ^ (bytes[at + size] ?? 0);
    bytes[at] = permuted[mixed] ?? 0;
  }
  return Uint16Array.from({ length: 64 }, (_, place) => bytes.readUInt16LE(2 * place));
}

function decryptBlock(words: Uint16Array, sealed: Uint8Array): Buffer {
  const input = Buffer.from(sealed);
  const r = [0, 2, 4, 6].map((at) => input.readUInt16LE(at)) as [number, number, number, number];
  let next = 63;
  const round = () => {
    for (let i = 3; i >= 0; i -= 1) {
      const by = rotations[i] ?? 0;
      const turned = ((at(r, i) >>> by) | (at(r, i) << (16 - by))) & 0xffff;
      const mix = (at(r, i - 1) & at(r, i - 2)) + (~at(r, i - 1) & at(r, i - 3));
      r[i] = (turned - (words[next] ?? 0) - mix) & 0xffff;
      next -= 1;
    }
  };
  const mash = () => {
    for (let i = 3; i >= 0; i -= 1) r[i] = (at(r, i) - (words[at(r, i - 1) & 63] ?? 0)) & 0xffff;
  };
  for (let step = 0; step < 16; step += 1) {
    if (step === 5 || step === 11) mash();
    round();
  }
  const block = Buffer.alloc(8);
  r.forEach((word, place) => {
    block.writeUInt16LE(word, 2 * place);
  });
  return block;
}

function at(words: readonly number[], place: number): number {
  return words[(place + 4) % 4] ?? 0;
}

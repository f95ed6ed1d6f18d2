/** An element of a BER or DER text. */
export interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With its tag and length. */
  readonly whole: Uint8Array;
}

/** Thrown if bytes are not BER. */
export class NotBer extends Error {}

/** Deeper than any PKCS#12 file. */
const maxDepth = 20;

const constructed = 0x20;
const endOfContents = 0;

/** The elements in these bytes, one after another. Throws `NotBer`. */
export function elementsIn(bytes: Uint8Array, depth = 0): readonly Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const one = elementAt(bytes, at, depth);
    found.push(one);
    at += one.whole.length;
  }
  return found;
}

/** The only element in these bytes, which may be followed by nothing. Throws `NotBer`. */
export function onlyElement(bytes: Uint8Array): Element {
  const first = elementAt(bytes, 0, 0);
  if (first.whole.length !== bytes.length) throw new NotBer('Something follows');
  return first;
}

/** The elements of a constructed element. Throws `NotBer`. */
export function childrenOf({ tag, content }: Element): readonly Element[] {
  if ((tag & constructed) === 0) throw new NotBer('Not constructed');
  return elementsIn(content);
}

/** One of the elements of a constructed element; throws `NotBer` without it. */
export function childOf(parent: Element, place: number): Element {
  const found = childrenOf(parent)[place];
  if (found === undefined) throw new NotBer('Missing element');
  return found;
}

/** The bytes of a string, which BER permits in pieces. Throws `NotBer`. */
export function stringOf(element: Element): Uint8Array {
  if ((element.tag & constructed) === 0) return element.content;
  return Buffer.concat(childrenOf(element).map(stringOf));
}

/** An object identifier with its dots. */
export function oidOf({ content }: Element): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(value);
      value = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}

/** A non-negative integer of at most six bytes. Throws `NotBer`. */
export function integerOf({ content }: Element): number {
  if (content.length > 6) throw new NotBer('Too large');
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

function elementAt(bytes: Uint8Array, at: number, depth: number): Element {
  const [tag, length] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || length === undefined || (tag & 0x1f) === 0x1f || depth > maxDepth)
    throw new NotBer('Not an element');
  if (length === 0x80) return elementWithoutLength(bytes, at, tag, depth);
  const sizeBytes = length < 0x80 ? 0 : length & 0x7f;
  if (sizeBytes > 4) throw new NotBer('Too long');
  let size = sizeBytes === 0 ? length : 0;
  for (let place = 0; place < sizeBytes; place += 1) size = size * 256 + (bytes[at + 2 + place] ?? 0);
  const start = at + 2 + sizeBytes;
  if (start + size > bytes.length) throw new NotBer('Cut off');
  return { tag, content: bytes.subarray(start, start + size), whole: bytes.subarray(at, start + size) };
}

/** An element that lasts until an end mark, as some programs write them. */
function elementWithoutLength(bytes: Uint8Array, at: number, tag: number, depth: number): Element {
  if ((tag & constructed) === 0) throw new NotBer('Without a length');
  let end = at + 2;
  for (;;) {
    const one = elementAt(bytes, end, depth + 1);
    if (one.tag === endOfContents && one.content.length === 0)
      return {
        tag,
        content: bytes.subarray(at + 2, end),
        whole: bytes.subarray(at, end + one.whole.length),
      };
    end += one.whole.length;
  }
}

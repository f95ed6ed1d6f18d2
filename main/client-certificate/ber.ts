import forge from 'node-forge';

/** An element of a BER text. */
export type Element = forge.asn1.Asn1;

/** Thrown if bytes are not BER, or not the BER that was expected. */
export class NotBer extends Error {}

/** The only element in these bytes. Throws `NotBer`. */
export function elementOf(bytes: Uint8Array): Element {
  return known(() => forge.asn1.fromDer(Buffer.from(bytes).toString('latin1')));
}

/** An element as DER. */
export function derOf(element: Element): Buffer {
  return Buffer.from(forge.asn1.toDer(element).getBytes(), 'latin1');
}

/** The elements of a constructed element. Throws `NotBer`. */
export function childrenOf({ value }: Element): readonly Element[] {
  if (typeof value === 'string') throw new NotBer('Not constructed');
  return value;
}

/** One of the elements of a constructed element, deeper with each place. Throws `NotBer` without it. */
export function childOf(parent: Element, ...places: readonly number[]): Element {
  return places.reduce((element, place) => {
    const found = childrenOf(element)[place];
    if (found === undefined) throw new NotBer('Missing element');
    return found;
  }, parent);
}

/** The bytes of a string, which BER permits in pieces. */
export function bytesOf({ value }: Element): Buffer {
  return typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.concat(value.map(bytesOf));
}

/** An object identifier with its dots. Throws `NotBer`. */
export function oidOf({ value }: Element): string {
  if (typeof value !== 'string') throw new NotBer('Not an identifier');
  return known(() => forge.asn1.derToOid(value));
}

/** node-forge has no errors of its own. */
function known<Value>(read: () => Value): Value {
  try {
    return read();
  } catch {
    throw new NotBer();
  }
}

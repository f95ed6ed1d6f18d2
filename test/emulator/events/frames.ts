/** The supported frame types, by their opcode in RFC 6455. */
export type Opcode = 0x0 | 0x1 | 0x2 | 0x8 | 0x9 | 0xa;

/** A frame from a client. */
export interface Frame {
  readonly final: boolean;
  readonly opcode: number;
  readonly payload: Buffer;
}

/** In bytes; clients send smaller frames. */
const maxPayloadSize = 64 * 1024;

/** Takes the first complete frame; undefined if it is incomplete, 'broken' if it is invalid. */
export function takeFrame(bytes: Buffer): { frame: Frame; rest: Buffer } | 'broken' | undefined {
  if (bytes.length < 2) return undefined;
  const [first, second] = [bytes.readUInt8(0), bytes.readUInt8(1)];
  const short = second & 0x7f;
  // Clients have to mask their frames, and no extension uses the reserved bits.
  if ((second & 0x80) === 0 || (first & 0x70) !== 0 || short === 127) return 'broken';
  const head = short === 126 ? 8 : 6;
  if (bytes.length < head) return undefined;
  const length = short === 126 ? bytes.readUInt16BE(2) : short;
  if (length > maxPayloadSize) return 'broken';
  if (bytes.length < head + length) return undefined;
  const mask = bytes.subarray(head - 4, head);
  const payload = Buffer.from(bytes.subarray(head, head + length));
  for (const [at, byte] of payload.entries()) payload[at] = byte ^ (mask[at % 4] ?? 0);
  return {
    frame: { final: (first & 0x80) !== 0, opcode: first & 0x0f, payload },
    rest: bytes.subarray(head + length),
  };
}

/** A whole message as a server sends it: one unmasked frame. */
export function makeFrame(opcode: Opcode, payload: Buffer): Buffer {
  const first = 0x80 | opcode;
  if (payload.length < 126) return Buffer.concat([Buffer.of(first, payload.length), payload]);
  const head = Buffer.of(first, 126, 0, 0);
  head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

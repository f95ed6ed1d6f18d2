import { deflateRawSync } from 'node:zlib';

/**
 * The module of undici's parser with its WebAssembly compressed, a third of its size; unpacking it takes half a
 * millisecond, once the first request is sent.
 */
export function packedParser(source: string): string {
  const wasm = /wasmBase64 = '([A-Za-z0-9+/=]+)'/.exec(source)?.[1];
  if (wasm === undefined) throw new Error('The parser of undici has another form');
  const packed = deflateRawSync(Buffer.from(wasm, 'base64'), { level: 9 }).toString('base64');
  return `module.exports = require('node:zlib').inflateRawSync(Buffer.from('${packed}', 'base64'));`;
}

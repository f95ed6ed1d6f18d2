import { isIPv4, isIPv6, type Socket } from 'node:net';
import type { ProxyFailure } from './proxy-failed.ts';

/** Thrown if a SOCKS proxy refuses the tunnel. */
export class SocksRefusal extends Error {
  constructor(readonly trouble: ProxyFailure) {
    super('SOCKS refused');
    this.name = 'SocksRefusal';
  }
}

const version = 5;
const noLogin = 0;
const strange = { kind: 'strange' } as const;

/**
 * Makes a SOCKS5 proxy (RFC 1928) connect a socket to a host and port.
 *
 * The proxy resolves the name. No authentication is offered, so no credentials can be read on the way.
 */
export async function askSocks5(socket: Socket, host: string, port: number): Promise<void> {
  socket.write(Buffer.from([version, 1, noLogin]));
  const [spoken, method] = await readExactly(socket, 2);
  if (spoken !== version) throw new SocksRefusal(strange);
  if (method !== noLogin) throw new SocksRefusal({ kind: 'wants-login', schemes: ['SOCKS5'] });

  const place = Buffer.alloc(2);
  place.writeUInt16BE(port);
  socket.write(Buffer.concat([Buffer.from([version, 1, 0]), encodeAddress(host), place]));
  const [again, reply, , kind] = await readExactly(socket, 4);
  if (again !== version || reply === undefined) throw new SocksRefusal(strange);
  if (reply !== 0) throw new SocksRefusal({ kind: 'refused', status: reply });
  await readExactly(socket, (await boundLength(socket, kind)) + 2);
}

function encodeAddress(host: string): Buffer {
  if (isIPv4(host)) return Buffer.from([1, ...host.split('.').map(Number)]);
  if (isIPv6(host)) return Buffer.from([4, ...bytesOfIPv6(host)]);
  const name = Buffer.from(host);
  if (name.length > 255) throw new SocksRefusal(strange);
  return Buffer.concat([Buffer.from([3, name.length]), name]);
}

/** `URL` writes IPv6 in hexadecimal with at most one `::`, never with a dotted IPv4 tail. */
function bytesOfIPv6(host: string): readonly number[] {
  const [before = '', after] = host.split('::');
  const groups = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [head, tail] = [groups(before), groups(after ?? '')];
  const gap = Array<number>(8 - head.length - tail.length).fill(0);
  return [...head, ...gap, ...tail].flatMap((group) => [group >> 8, group & 255]);
}

/** The length in bytes of the bound address in the reply, which is skipped. */
async function boundLength(socket: Socket, kind: number | undefined): Promise<number> {
  if (kind === 1) return 4;
  if (kind === 4) return 16;
  if (kind === 3) return (await readExactly(socket, 1))[0] ?? 0;
  throw new SocksRefusal(strange);
}

/** Reads exactly `count` bytes from a socket and leaves the rest in it. */
function readExactly(socket: Socket, count: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const settle = (work: () => void) => {
      socket.off('readable', look).off('error', fail).off('close', end).off('end', end);
      work();
    };
    const look = () => {
      const found: unknown = socket.read(count);
      if (found instanceof Buffer) settle(() => resolve(found));
    };
    const fail = (error: Error) => settle(() => reject(error));
    const end = () => settle(() => reject(new SocksRefusal(strange)));
    socket.on('readable', look).on('error', fail).on('close', end).on('end', end);
    look();
  });
}

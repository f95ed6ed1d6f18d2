import { connect, Socket } from 'node:net';
import { Client } from 'undici';
import { errorCode, reasonOfCode } from '../http/network-errors.ts';
import { aborted } from '../http/timeouts.ts';
import { hostAndPort, type ProxyHop } from './pac-result.ts';
import { ProxyFailed, type ProxyFailure } from './proxy-failed.ts';
import { askSocks5, SocksRefusal } from './socks5.ts';

const maxHeadersSize = 16 * 1024;

/** The destination of a tunnel. */
export interface Destination {
  readonly host: string;
  readonly port: number;
}

/**
 * Opens a tunnel through a proxy and returns its socket.
 *
 * The proxy learns only host and port. Throws `ProxyFailed`, or the signal's reason.
 */
export async function openTunnel(
  way: ProxyHop,
  to: Destination,
  ms: number,
  signal: AbortSignal,
): Promise<Socket> {
  signal.throwIfAborted();
  const late = AbortSignal.timeout(ms);
  const end = AbortSignal.any([signal, late]);
  try {
    return await (way.kind === 'http' ? throughHttp(way, to, ms, end) : throughSocks(way, to, end));
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted) throw failed(way, { kind: 'unreachable', reason: 'no-answer-in-time' });
    throw error instanceof ProxyFailed ? error : failed(way, proxyFailure(error));
  }
}

async function throughHttp(way: ProxyHop, to: Destination, ms: number, signal: AbortSignal): Promise<Socket> {
  const client = new Client(`http://${hostAndPort(way)}`, {
    connect: { timeout: ms },
    autoSelectFamily: true,
    allowH2: false,
    maxHeaderSize: maxHeadersSize,
  });
  try {
    const place = hostAndPort(to);
    // SECURITY: the proxy learns only host and port; it gets no header of the request to the server (0017).
    const asking = client.connect({ path: place, headers: { host: place }, signal });
    const { statusCode, headers, socket } = await Promise.race([asking, aborted(signal)]);
    if (statusCode >= 200 && statusCode < 300 && socket instanceof Socket) return socket;
    socket.on('error', () => undefined).destroy();
    if (statusCode !== 407) throw failed(way, { kind: 'refused', status: statusCode });
    throw failed(way, { kind: 'wants-login', schemes: schemesIn(headers['proxy-authenticate']) });
  } finally {
    // Destroys a socket that is still being opened; an established tunnel does not belong to the client any more.
    void client.destroy().catch(() => undefined);
  }
}

async function throughSocks(way: ProxyHop, to: Destination, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host: way.host, port: way.port, autoSelectFamily: true, noDelay: true });
  const giveUp = () => socket.destroy(new Error('Given up'));
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    await askSocks5(socket, to.host, to.port);
    return socket;
  } catch (error) {
    socket.on('error', () => undefined).destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function proxyFailure(error: unknown): ProxyFailure {
  if (error instanceof SocksRefusal) return error.trouble;
  const code = errorCode(error);
  if (code === null || code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW')
    return { kind: 'strange' };
  return { kind: 'unreachable', reason: reasonOfCode(code) };
}

function failed(way: ProxyHop, trouble: ProxyFailure): ProxyFailed {
  return new ProxyFailed(hostAndPort(way), trouble);
}

/** The scheme names, such as `NTLM` and `Negotiate`; at most five, and only plain tokens. */
function schemesIn(header: string | string[] | undefined): readonly string[] {
  const found = [header ?? []]
    .flat()
    .flatMap((line) => line.match(/(?:^|,\s*)([A-Za-z][A-Za-z0-9-]{0,30})(?=\s|,|$)/g) ?? []);
  const words = found.map((word) => word.replace(/^[,\s]+/, ''));
  return [...new Set(words)].slice(0, 5);
}

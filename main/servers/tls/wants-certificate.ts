import { isIP, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:tls';
import type { ProxyRoute } from '../proxy/route.ts';
import { contextWithoutAuthorities } from './authorities.ts';
import { HeldHandshake } from './held-handshake.ts';
import { openSocket } from './presenting-connection.ts';

/** How long a server may take to end a connection without a client certificate, in ms. */
const endingMs = 1_000;

/**
 * Whether a server requests a client certificate and ends the connection of a client that has none.
 *
 * Says no more than a TLS handshake.
 */
export async function wantsClientCertificate(
  origin: string,
  road: ProxyRoute,
  ms: number,
  signal: AbortSignal,
): Promise<boolean> {
  const { hostname, port } = new URL(origin);
  const place = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 443 };
  try {
    const { value } = await road.connectVia(signal, async (tunnel) =>
      look(tunnel ?? (await openSocket(place, ms, signal)), place.host, ms, signal),
    );
    return value;
  } catch {
    return false;
  }
}

async function look(socket: Socket, host: string, ms: number, signal: AbortSignal): Promise<boolean> {
  let isRequested = false;
  const held = new HeldHandshake(socket, () => {
    isRequested = saysOfCertificate(held.held);
    held.release();
  });
  const secure = connect({
    socket: held,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext: contextWithoutAuthorities(),
    ALPNProtocols: ['http/1.1'],
    // SECURITY: safe only because nothing is sent (0005).
    rejectUnauthorized: false,
  });
  const waiting = new AbortController();
  const until = AbortSignal.any([signal, waiting.signal]);
  const after = (time: number, value: boolean) =>
    pause(time, value, { signal: until, ref: false }).catch(() => value);
  try {
    const ended = new Promise<boolean>((resolve) => {
      secure.on('error', () => resolve(true));
      secure.once('close', () => resolve(true));
    });
    const isConnected = new Promise<boolean>((resolve) => secure.once('secureConnect', () => resolve(false)));
    if (!(await Promise.race([isConnected, ended, after(ms, true)]))) {
      secure.resume();
      if (!(await Promise.race([ended, after(endingMs, false)]))) return false;
    }
    return isRequested;
  } finally {
    waiting.abort();
    secure.destroy();
  }
}

/** The sizes of the record in which a client ends a handshake of TLS 1.3 with nothing before: with either hash. */
const finishedAlone = [53, 69];
const certificateMessage = 11;

/** Whether the client's part of a handshake, without its first message, speaks of a client certificate. */
function saysOfCertificate(records: Uint8Array): boolean {
  const [type, , , high = 0, low = 0, message] = records;
  // In TLS 1.2 it can be read.
  if (type === 22) return message === certificateMessage;
  const size = high * 256 + low;
  return records.length > 5 + size || !finishedAlone.includes(size);
}

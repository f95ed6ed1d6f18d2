import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import type { EpochMs } from '../../contract/core/time.ts';
import { addressText, type ServerAddress } from '../../contract/profiles/profile.ts';
import type { ChannelEnd } from './channel-backoff.ts';
import { authFrame, readFrame } from './channel-frames.ts';
import { FrameBudget } from './frame-budget.ts';

/** Maximum size of a frame in bytes. */
const maxFrameSize = 64 * 1024;
/** In bytes: what a server has not read yet. */
const maxUnread = 64 * 1024;

/** Limits in ms that tests shorten. */
export interface ChannelLimits {
  /** Until the channel is open, from the first byte. */
  readonly openMs: number;
  /** Without a sign of life: then the server is asked for one, and given up after as long again. */
  readonly quietMs: number;
}

const usualLimits: ChannelLimits = { openMs: 15_000, quietMs: 75_000 };

interface Deps {
  /** Opens a socket whose server is accepted, to which nothing was sent. */
  readonly dial: (signal: AbortSignal) => Promise<Socket>;
  readonly address: ServerAddress;
  /** The token to send; null if there is none any more. */
  readonly token: () => string | null;
  /** The server has opened the channel. */
  readonly opened: () => void;
  /** The server answers on the channel, or says something about the session. */
  readonly heard: (what: 'ping' | 'token_invalid' | 'license_alert') => void;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
  readonly limits?: ChannelLimits;
}

/** Opens a channel, follows it until it ends or is aborted, and returns how it ended. */
export async function followChannel(deps: Deps, signal: AbortSignal): Promise<ChannelEnd> {
  let socket: Socket;
  try {
    socket = await deps.dial(signal);
  } catch {
    return 'lost';
  }
  if (!signal.aborted) return follow(socket, deps, signal);
  socket.destroy();
  return 'lost';
}

function follow(socket: Socket, deps: Deps, signal: AbortSignal): Promise<ChannelEnd> {
  const { address, heard, limits = usualLimits, monotonicNow, now, opened } = deps;
  const channel = new WebSocket(`${addressText(address).replace(/^http/, 'ws')}/events/`, {
    // SECURITY: the socket of a server that the profile trusts, instead of one that the library would open (0046).
    createConnection: () => socket,
    followRedirects: false,
    // SECURITY: a few compressed bytes can become many (0046).
    perMessageDeflate: false,
    maxPayload: maxFrameSize,
    maxFragments: 64,
    maxBufferedChunks: 256,
    maxHeaderSize: 16 * 1024,
  });
  return new Promise((resolve) => {
    let how: ChannelEnd | null = null;
    let isOpen = false;
    const end = (reason: ChannelEnd) => {
      how ??= reason;
      channel.terminate();
    };
    const late = setTimeout(() => end('lost'), limits.openMs);
    const giveUp = () => end('lost');
    signal.addEventListener('abort', giveUp, { once: true });
    channel.on('unexpected-response', (_request, { statusCode = 0 }) =>
      // A server that is starting is not one without a channel.
      end(statusCode >= 502 && statusCode <= 504 ? 'lost' : 'absent'),
    );
    // The library would wait half a minute for the server to agree.
    channel.on('error', (error) => end(endOf(error, isOpen)));
    channel.on('close', () => {
      clearTimeout(late);
      signal.removeEventListener('abort', giveUp);
      socket.destroy();
      resolve(how ?? 'lost');
    });
    channel.on('open', () => {
      clearTimeout(late);
      isOpen = true;
      opened();
      const budget = new FrameBudget(monotonicNow());
      // SECURITY: a server that is not quiet is left alone, whatever its frames contain (0046).
      const spend = (what: { frames?: number; bytes?: number }) => {
        if (!budget.take(what, monotonicNow()) || channel.bufferedAmount > maxUnread) end('hostile');
      };
      const frame = () => spend({ frames: 1 });
      channel.on('ping', frame).on('pong', frame);
      socket.on('data', (chunk: Buffer) => spend({ bytes: chunk.length }));
      endWhenQuiet(socket, channel, limits.quietMs, () => end('lost'));
      channel.on('message', (bytes: Buffer, isBinary) => {
        frame();
        // What arrived together with the frame that ended the channel counts no more.
        const told = how !== null || isBinary ? null : readFrame(bytes, now());
        if (told === null) return;
        if (told.type === 'ping') channel.send(told.pong, () => undefined);
        if (told.type === 'token_invalid') end('contradicted');
        heard(told.type);
      });
      const token = deps.token();
      if (token === null) end('lost');
      // SECURITY: the token leaves only in a channel that a trusted server has opened (0046).
      else channel.send(authFrame(token), () => undefined);
    });
  });
}

/** Asks for a sign of life after a silence, and ends the channel if there is none. Node has one timer for all sockets. */
function endWhenQuiet(socket: Socket, channel: WebSocket, quietMs: number, end: () => void): void {
  let isAsked = false;
  socket.on('data', () => {
    isAsked = false;
  });
  socket.setTimeout(quietMs);
  socket.on('timeout', () => {
    if (isAsked) return end();
    isAsked = true;
    // What is written starts the time anew.
    channel.ping();
  });
}

function endOf(error: Error, isOpen: boolean): ChannelEnd {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // The library's words for a frame that breaks the protocol or a limit.
  if (code.startsWith('WS_ERR_')) return 'hostile';
  // Anything but an error of the network is an answer that is no channel.
  return isOpen || /^E(?!RR_)/.test(code) ? 'lost' : 'absent';
}

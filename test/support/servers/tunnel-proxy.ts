import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A proxy that opens tunnels or misbehaves, and records what it was asked. */
export interface TunnelProxy {
  readonly port: number;
  /** Host and port. */
  readonly place: string;
  /** The requested destinations, oldest first. */
  readonly asked: readonly string[];
  /** Everything it received before a tunnel was open. */
  readonly heard: string;
  close(): Promise<void>;
}

/** How it reacts: sends these bytes, stays silent, or opens a tunnel, possibly to another destination. */
export type ProxyManners =
  | { readonly kind: 'honest' }
  | { readonly kind: 'answers'; readonly answer: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'leads-to'; readonly port: number };

const opened = 'HTTP/1.1 200 Connection established\r\n\r\n';

/** Starts an HTTP proxy for `CONNECT`. */
export function startHttpProxy(manners: ProxyManners = { kind: 'honest' }): Promise<TunnelProxy> {
  return startProxy((socket, proxy) => {
    let heard = '';
    socket.on('data', function listen(piece: Buffer) {
      heard += piece.toString('latin1');
      proxy.heard += piece.toString('latin1');
      if (!heard.includes('\r\n\r\n')) return;
      socket.off('data', listen);
      const place = /^CONNECT (\S+) HTTP/.exec(heard)?.[1] ?? heard.split('\r\n')[0] ?? '';
      proxy.asked.push(place);
      if (manners.kind === 'silent') return;
      if (manners.kind === 'answers') socket.end(manners.answer);
      else lead(socket, manners.kind === 'leads-to' ? manners.port : portOf(place), opened);
    });
  });
}

/** Starts a SOCKS5 proxy; with `reply` it refuses with this code. */
export function startSocksProxy({ method = 0, reply = 0 } = {}): Promise<TunnelProxy> {
  return startProxy((socket, proxy) => {
    let heard = Buffer.alloc(0);
    let greeted = false;
    socket.on('data', function listen(piece: Buffer) {
      heard = Buffer.concat([heard, piece]);
      proxy.heard += piece.toString('latin1');
      if (!greeted && heard.length >= 3) {
        greeted = true;
        heard = heard.subarray(3);
        socket.write(Buffer.from([5]));
        setImmediate(() => socket.write(Buffer.from([method])));
      }
      if (heard.length < 10) return;
      socket.off('data', listen);
      const nameLength = heard[4] ?? 0;
      const host =
        heard[3] === 3 ? heard.subarray(5, 5 + nameLength).toString() : [...heard.subarray(4, 8)].join('.');
      const port = heard.readUInt16BE(heard.length - 2);
      proxy.asked.push(`${host}:${port}`);
      const bound = Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]);
      if (reply === 0) lead(socket, port, bound);
      else socket.end(bound);
    });
  });
}

async function startProxy(
  serve: (socket: Socket, proxy: { asked: string[]; heard: string }) => void,
): Promise<TunnelProxy> {
  const state = { asked: [] as string[], heard: '' };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    serve(socket, state);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    place: `127.0.0.1:${port}`,
    get asked() {
      return state.asked;
    },
    get heard() {
      return state.heard;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function lead(from: Socket, port: number, first: string | Buffer): void {
  const to = connect(port, '127.0.0.1', () => {
    from.write(first);
    from.pipe(to).pipe(from);
  });
  to.on('error', () => from.destroy()).on('close', () => from.destroy());
  from.on('close', () => to.destroy());
}

function portOf(place: string): number {
  return Number(place.split(':').at(-1));
}

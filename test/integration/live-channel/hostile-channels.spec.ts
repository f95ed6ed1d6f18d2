import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { followChannel } from '../../../main/live-channel/channel.ts';
import type { ChannelEnd } from '../../../main/live-channel/channel-backoff.ts';
import { ClientPool } from '../../../main/servers/client-pool.ts';
import { ProxyRoute } from '../../../main/servers/proxy/route.ts';
import { acceptedSocket } from '../../../main/servers/tls/accepted-certificate.ts';
import type { Trust } from '../../../main/servers/tls/trusting-connector.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { credentialsOf } from '../../support/servers/client-credentials.ts';
import {
  frame,
  type HostileChannel,
  type Manners,
  openChannel,
  startHostileChannel,
} from '../../support/servers/hostile-channel.ts';
import { type Issued, issue, printOf } from '../../support/servers/small-authority.ts';

const token = 'c0ffee'.repeat(11).slice(0, 64);
const authLength = 300;
const running: HostileChannel[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

interface Followed {
  readonly how: ChannelEnd;
  readonly heard: readonly string[];
  readonly server: HostileChannel;
}

/** Follows the channel of a server with these manners to its end. */
async function followed(
  manners: Manners,
  { issued, trust }: { issued?: Issued; trust?: Trust } = {},
): Promise<Followed> {
  const server = await startHostileChannel(manners, issued);
  running.push(server);
  const { origin } = server;
  const road = new ProxyRoute(origin, { mode: 'direct' }, null, 2_000);
  const heard: string[] = [];
  const how = await followChannel(
    {
      dial: (signal) =>
        acceptedSocket(origin, trust ?? { tls: { mode: 'system' }, authority: null }, road, 2_000, signal),
      address: { origin, basePath: '' },
      token: () => token,
      opened: () => undefined,
      heard: (what) => void heard.push(what),
      ...{ now: Date.now, monotonicNow: () => performance.now() },
      limits: { openMs: 2_000, quietMs: 300 },
    },
    new AbortController().signal,
  );
  return { how, heard, server };
}

const writes = (bytes: string) => (socket: Socket) => void socket.write(bytes);
const afterOpening = (then: (socket: Socket) => void): Manners => {
  return (socket, request) => {
    openChannel(socket, request);
    then(socket);
  };
};

describe('before a live channel is open', () => {
  for (const [what, manners, how] of [
    ['a redirect', writes('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/events/\r\n\r\n'), 'absent'],
    ['404', writes('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'), 'absent'],
    ['403 with an endless body', writes(`HTTP/1.1 403 No\r\n\r\n${'x'.repeat(200_000)}`), 'absent'],
    ['503', writes('HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n'), 'lost'],
    ['garbage', writes('\0\x01\x02 what?\r\n\r\n'), 'absent'],
    ['headers without an end', writes(`HTTP/1.1 101 X\r\n${'a: b\r\n'.repeat(20_000)}`), 'absent'],
    ['silence', () => undefined, 'lost'],
    ['the end of the connection', (socket) => void socket.destroy(), 'lost'],
    ['another key', (socket, request) => openChannel(socket, request, 'bm90IHlvdXJzIGF0IGFsbA=='), 'absent'],
    [
      'an extension that was not offered',
      (socket, request) =>
        openChannel(socket, request, undefined, 'Sec-WebSocket-Extensions: permessage-deflate\r\n'),
      'absent',
    ],
  ] as const satisfies readonly (readonly [string, Manners, ChannelEnd])[]) {
    test(`${what} ends it, and the server gets no token`, async () => {
      const followedOne = await followed(manners);
      expect(followedOne).toMatchObject({ how, heard: [] });
      const { server } = followedOne;
      expect(server.heard.length, 'no byte after the request').toBe(0);
      expect(server.connections).toBe(1);
      const [request] = server.requests;
      expect(JSON.stringify(request?.headers)).not.toContain(token.slice(0, 12));
      expect(request?.headers, 'nothing is offered that unpacks').not.toHaveProperty(
        'sec-websocket-extensions',
      );
      await expect.poll(() => server.open).toBe(0);
    });
  }

  test('a server with another certificate gets nothing at all', async () => {
    const issued = issue('stranger', { names: ['127.0.0.1'] });
    const other = issue('other', { names: ['127.0.0.1'] });
    const pinned = (of: Issued): Trust => ({
      tls: { mode: 'pin', fingerprint: printOf(of.cert), trustedAt: 0 },
      authority: null,
    });
    const opens: Manners = (socket, request) => {
      openChannel(socket, request);
      socket.write(frame('{"type":"token_invalid","data":{}}'));
    };
    for (const trust of [pinned(other), { tls: { mode: 'system' }, authority: null } as const]) {
      const { how, heard, server } = await followed(opens, { issued, trust });
      expect([how, heard, server.requests, server.heard.length]).toEqual(['lost', [], [], 0]);
    }
    const { how, heard } = await followed(opens, { issued, trust: pinned(issued) });
    expect([how, heard]).toEqual(['contradicted', ['token_invalid']]);
  });
});

test('a client certificate is presented to the server of the profile, and to no other', async () => {
  const issued = issue('harbour', { names: ['127.0.0.1'] });
  const authority = issue('Clients', { ca: true });
  const client = credentialsOf(issue('desk 14', { issuer: authority }));
  const shown: unknown[] = [];
  const server = await startHostileChannel(
    (socket, request) => {
      shown.push(socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : null);
      openChannel(socket, request);
      socket.write(frame('{"type":"token_invalid"}'));
    },
    issued,
    authority,
  );
  running.push(server);
  const pool = new ClientPool(
    { info: {}, language: () => 'en', now: Date.now },
    { resolve: async () => 'DIRECT' },
    () => null,
    undefined,
    () => client.reveal(),
  );
  const profile = (pinned: string) =>
    sampleProfile({
      address: { origin: server.origin, basePath: '' },
      tls: { mode: 'pin', fingerprint: pinned, trustedAt: 0 },
      clientCertificate: client.certificate,
    });
  const ends = await Promise.all(
    [printOf(issued.cert), 'f'.repeat(64)].map((pinned) =>
      followChannel(
        {
          dial: (signal) => pool.openSocket(profile(pinned), signal),
          address: { origin: server.origin, basePath: '' },
          token: () => token,
          ...{ opened: () => undefined, heard: () => undefined },
          ...{ now: Date.now, monotonicNow: () => performance.now() },
        },
        new AbortController().signal,
      ),
    ),
  );
  expect([ends, shown]).toEqual([['contradicted', 'lost'], ['desk 14']]);
});

describe('on an open live channel', () => {
  for (const [what, manners, how] of [
    [
      'bytes that are no frame',
      afterOpening((socket) => void socket.write('GET / HTTP/1.1\r\n\r\n')),
      'hostile',
    ],
    [
      'a frame of 10 MB',
      afterOpening((socket) => void socket.write(frame('x'.repeat(10_000_000)))),
      'hostile',
    ],
    [
      'a frame that claims more than is permitted',
      afterOpening((socket) => void socket.write(frame('x', { size: 70_000 }))),
      'hostile',
    ],
    [
      'a frame that claims to be huge',
      afterOpening((socket) => void socket.write(frame('x', { size: 2 ** 40 }))),
      'hostile',
    ],
    [
      'many large frames',
      afterOpening((socket) => {
        for (let nth = 0; nth < 20; nth += 1) socket.write(frame('x'.repeat(60_000)));
      }),
      'hostile',
    ],
    [
      'pings of the protocol without a pause',
      afterOpening((socket) => {
        for (let nth = 0; nth < 500; nth += 1) socket.write(frame('', { opcode: 9 }));
      }),
      'hostile',
    ],
    [
      'text that is no UTF-8',
      afterOpening((socket) => void socket.write(Buffer.from([0x81, 2, 0xc3, 0x28]))),
      'hostile',
    ],
    ['a sudden end', afterOpening((socket) => void setTimeout(() => socket.destroy(), 50)), 'lost'],
    ['silence, after it was asked for a sign of life,', afterOpening(() => undefined), 'lost'],
  ] as const satisfies readonly (readonly [string, Manners, ChannelEnd])[]) {
    test(`${what} ends it`, async () => {
      const { how: seen, heard, server } = await followed(manners);
      expect([seen, heard]).toEqual([how, []]);
      await expect.poll(() => server.open).toBe(0);
    });
  }

  test('a frame a millisecond ends it, before it costs anything', async () => {
    let sent = 0;
    const { how, heard, server } = await followed(
      afterOpening((socket) => {
        const timer = setInterval(() => {
          sent += 1;
          socket.write(frame('{"type":"ws_events","data":{}}'));
        }, 1);
        socket.on('close', () => clearInterval(timer));
      }),
    );
    expect([how, heard]).toEqual(['hostile', []]);
    await expect.poll(() => server.open).toBe(0);
    expect(sent).toBeLessThan(500);
  });

  test('nothing that arrives with the frame that ended it counts', async () => {
    const end = frame('{"type":"token_invalid"}');
    const many = Buffer.concat(Array.from({ length: 50 }, () => end));
    const { how, heard } = await followed(afterOpening((socket) => void socket.write(many)));
    expect([how, heard]).toEqual(['contradicted', ['token_invalid']]);
  });

  test('a server that answers is asked for a sign of life, and kept', async () => {
    let asked = 0;
    const { how, heard, server } = await followed(
      afterOpening((socket) => {
        socket.write(frame('{"type":"ping","data":{}}'));
        socket.on('data', (bytes: Buffer) => {
          // The protocol's own ping of the app, which is masked.
          if (bytes[0] !== 0x89) return;
          asked += 1;
          if (asked < 4) socket.write(frame('', { opcode: 10 }));
        });
      }),
    );
    expect([how, heard, asked]).toEqual(['lost', ['ping'], 4]);
    expect(server.heard.length).toBeGreaterThan(authLength);
  });
});

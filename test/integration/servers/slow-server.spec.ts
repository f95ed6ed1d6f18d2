import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { loginByFace } from '../../../main/servers/face-api.ts';
import { forever, strangerToken } from '../../support/servers/client-of.ts';
import { httpAnswer } from '../../support/servers/hostile-server.ts';
import { accepted, goneOf, HostileServers, someUser } from '../../support/servers/hostile-servers.ts';

const servers = new HostileServers();
const words = { userName: 'ivanov', password: 'secret', faceToken: null };

/** Sends one character at a time, with gaps shorter than the timeout between chunks. */
function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= text.length) return clearInterval(timer);
    socket.write(text[at] ?? '');
    at += 1;
  }, 20);
  socket.on('close', () => clearInterval(timer));
}

describe('a slow server', () => {
  const slowBody = httpAnswer(200, JSON.stringify(someUser).padEnd(5_000)).toString();

  test('that never ends its headers is aborted at the deadline', { tags: ['row-38'] }, async () => {
    const { client } = await servers.meet((socket) => drip(socket, slowBody), { timeouts: { otherMs: 300 } });
    expect(await client.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'no-answer-in-time', seconds: 0.3 },
    });
  });

  test('that never ends its body is aborted at the deadline', { tags: ['row-39'] }, async () => {
    const [head = '', body = ''] = slowBody.split(/(?<=\r\n\r\n)/);
    const { client, server } = await servers.meet(
      (socket) => {
        socket.write(head);
        drip(socket, body);
      },
      { timeouts: { loginMs: 300 } },
    );
    expect(await client.login({ ...words, signal: forever })).toMatchObject({
      problem: { code: 'no-answer-in-time', seconds: 0.3 },
    });
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });

  test('has a shorter timeout without any response', { tags: ['row-37'] }, async () => {
    const { client } = await servers.meet(() => undefined, { timeouts: { headersMs: 100 } });
    expect(await client.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'no-answer-in-time', seconds: 0.1 },
    });
  });

  test('has a shorter timeout between two chunks', async () => {
    const half = httpAnswer(200, '{', { 'content-length': '100' });
    const { client } = await servers.meet((socket) => socket.write(half), { timeouts: { bodyGapMs: 100 } });
    expect(await client.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'no-answer-in-time', seconds: 0.1 },
    });
  });

  test('may take longer for a video than for headers, up to the deadline', async () => {
    const said = (request: string) =>
      request.startsWith('POST')
        ? { token: strangerToken.reveal(), user: someUser }
        : { auth: { AUTH_TYPE: 'face' } };
    const shown = async (loginMs: number, pausedMs: number) => {
      const { client, server } = await servers.meet(
        (socket, request) => socket.write(httpAnswer(200, JSON.stringify(said(request)))),
        { timeouts: { headersMs: 100, loginMs } },
      );
      const connection = server.nextConnection();
      const video = { bytes: Buffer.alloc(1_280), type: 'video/webm', extension: 'webm' };
      const login = loginByFace(client.transport, video, forever);
      const socket = (await connection).pause();
      setTimeout(() => socket.resume(), pausedMs);
      return login;
    };
    // undici's timers have a resolution of half a second.
    expect(await shown(5_000, 2_500)).toMatchObject({ value: { kind: 'session' } });
    expect(await shown(500, 2_000)).toMatchObject({ problem: { code: 'no-answer-in-time', seconds: 0.51 } });
  });

  test('that never finishes TLS is unreachable', { tags: ['row-70'] }, async () => {
    const { server } = await servers.meet(() => undefined);
    const client = servers.client(server.origin.replace('http', 'https'), { timeouts: { connectMs: 100 } });
    expect(await client.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'server-unreachable', reason: 'no-answer-in-time' },
    });
  });
});

describe('cancelling', () => {
  test('ends a log-in at once, and disconnects', { tags: ['row-50'] }, async () => {
    const { client, server } = await servers.meet(() => undefined);
    const caller = new AbortController();
    const request = server.nextRequest();
    const result = client.login({ ...words, signal: caller.signal });
    const gone = goneOf(await request);
    caller.abort();
    expect(await result).toEqual({ ok: false, problem: { code: 'cancelled' } });
    await gone;
  });

  test('ends a log-in during the TLS handshake, and disconnects', { tags: ['row-50'] }, async () => {
    const { server } = await servers.meet(() => undefined);
    // Timeouts so long that only an abort can end it.
    const timeouts = { connectMs: 600_000, loginMs: 600_000 };
    const client = servers.client(server.origin.replace('http', 'https'), { timeouts });
    const caller = new AbortController();
    const connection = server.nextConnection();
    const result = client.login({ ...words, signal: caller.signal });
    const gone = goneOf(await connection);
    caller.abort();
    expect(await result).toEqual({ ok: false, problem: { code: 'cancelled' } });
    await gone;
  });

  test('before the start sends nothing', async () => {
    const { client, server } = await servers.meet((socket) => socket.write(accepted));
    expect(await client.login({ ...words, signal: AbortSignal.abort() })).toMatchObject({
      problem: { code: 'cancelled' },
    });
    expect(server.connections).toBe(0);
  });

  test('one call does not affect the next one', async () => {
    const { client, server } = await servers.meet((socket, _, nth) => {
      if (nth > 0) socket.write(accepted);
    });
    const caller = new AbortController();
    const request = server.nextRequest();
    const result = client.check(strangerToken, caller.signal);
    await request;
    caller.abort();
    expect(await result).toMatchObject({ problem: { code: 'cancelled' } });
    expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
  });
});

/** undici reuses a connection one turn of the event loop after its last response. */
const connectionIsFree = () => new Promise((resolve) => setImmediate(resolve));

describe('a dead keep-alive connection', () => {
  /** Answers the first request, then closes the keep-alive connection when it is reused. */
  const dying = (socket: Socket, _: string, nth: number) => {
    if (nth === 1) socket.destroy();
    else socket.write(accepted);
  };

  test('is replaced for a check, once', { tags: ['row-41'] }, async () => {
    const { client, server } = await servers.meet(dying);
    expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
    await connectionIsFree();
    expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(3);
    expect(server.connections).toBe(2);
  });

  test('that does not respond is replaced for a check, and never for a log-in', {
    tags: ['row-40'],
  }, async () => {
    const heard = new Map<Socket, number>();
    /** Answers the first request of a connection and then stays silent, like a server after a power failure. */
    const silent = (socket: Socket) => {
      const before = heard.get(socket) ?? 0;
      heard.set(socket, before + 1);
      if (before === 0) socket.write(accepted);
    };
    const { client, server } = await servers.meet(silent, { timeouts: { headersMs: 1_000 } });
    expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
    await connectionIsFree();
    expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
    expect(server.connections).toBe(2);
    await connectionIsFree();
    expect(await client.login({ ...words, signal: forever })).toMatchObject({
      problem: { code: 'no-answer-in-time' },
    });
    expect(server.requests.filter((text) => text.startsWith('POST'))).toHaveLength(1);
    expect(server.connections).toBe(2);
  });

  test('is never replaced for a login', { tags: ['row-41'] }, async () => {
    const { client, server } = await servers.meet(dying);
    await client.check(strangerToken, forever);
    await connectionIsFree();
    expect(await client.login({ ...words, signal: forever })).toMatchObject({
      problem: { code: 'server-unreachable', reason: 'connection-lost' },
    });
    expect(server.requests.filter((text) => text.startsWith('POST'))).toHaveLength(1);
    expect(server.connections).toBe(1);
  });

  test('is never replaced for a logout', { tags: ['row-41'] }, async () => {
    const { client, server } = await servers.meet(dying);
    await client.check(strangerToken, forever);
    await connectionIsFree();
    expect(await client.logout(strangerToken, forever)).toMatchObject({
      problem: { code: 'server-unreachable' },
    });
    expect(server.requests.filter((text) => text.startsWith('POST'))).toHaveLength(1);
    expect(server.connections).toBe(1);
  });

  test('is not replaced if the new one dies too, or if it was new', async () => {
    const { client, server } = await servers.meet((socket) => socket.destroy());
    expect(await client.check(strangerToken, forever)).toMatchObject({
      problem: { reason: 'connection-lost' },
    });
    expect(server.requests).toHaveLength(1);
  });
});

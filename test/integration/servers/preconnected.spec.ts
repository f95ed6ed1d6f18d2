import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forever, strangerToken } from '../../support/servers/client-of.ts';
import { accepted, goneOf, HostileServers } from '../../support/servers/hostile-servers.ts';
import { issue, printOf } from '../../support/servers/small-authority.ts';

const servers = new HostileServers();
const check = (client: ReturnType<HostileServers['client']>) => client.check(strangerToken, forever);

const login = { userName: 'ivanov', password: 'secret', faceToken: null, signal: forever };

// No socket is closed because it has waited long, unless a test says so.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A server with a socket that was opened ahead of any request. */
async function preconnected(...behaviour: Parameters<HostileServers['meet']>) {
  const met = await servers.meet(...behaviour);
  const connection = met.server.nextConnection();
  met.client.transport.preconnect();
  const socket = await connection;
  // The client's end of it is open as well by then.
  await pause(20);
  return { ...met, socket };
}

describe('a socket opened ahead of its request', () => {
  test('carries the next request, and nothing before it', async () => {
    const { client, server } = await preconnected((socket) => socket.end(accepted));
    expect(server.receivedBytes).toBe(0);
    expect(await check(client)).toMatchObject({ ok: true });
    expect([server.connections, server.requests.length]).toEqual([1, 1]);
    expect(await check(client)).toMatchObject({ ok: true });
    expect(server.connections).toBe(2);
  });

  test('may still be opening when the request comes', async () => {
    const { client, server } = await servers.meet((socket) => socket.end(accepted));
    client.transport.preconnect();
    expect(await check(client)).toMatchObject({ ok: true });
    expect(server.connections).toBe(1);
  });

  test('is closed after five seconds without a request, which then opens another one', async () => {
    const { client, server } = await servers.meet((socket) => socket.end(accepted));
    const connection = server.nextConnection();
    client.transport.preconnect();
    const gone = goneOf(await connection);
    vi.advanceTimersByTime(5_000);
    await gone;
    expect(await check(client)).toMatchObject({ ok: true });
    expect(server.connections).toBe(2);
  });

  test('is closed when the client is closed or another one is opened', async () => {
    const { client, server, socket } = await preconnected((one) => one.end(accepted));
    const next = server.nextConnection();
    client.transport.preconnect();
    await goneOf(socket);
    const second = await next;
    await Promise.all([goneOf(second), client.close()]);
  });

  test('is not used if the server has closed it or has spoken first', async () => {
    for (const leave of ['end', 'write'] as const) {
      const { client, server, socket } = await preconnected((one) => one.end(accepted));
      const gone = goneOf(socket);
      if (leave === 'write') socket.write(accepted);
      else socket.end();
      await gone;
      // A log-in is sent once, whatever happens to its socket.
      await client.login(login);
      expect([server.connections, server.requests.length], leave).toEqual([2, 1]);
    }
  });

  test('that was reset is replaced', async () => {
    const { client, server, socket } = await preconnected((one) => one.end(accepted));
    socket.resetAndDestroy();
    expect(await check(client)).toMatchObject({ ok: true });
    expect([server.connections, server.requests.length]).toEqual([2, 1]);
  });

  test('that is lost under the request is replaced once', async () => {
    const { client, server } = await preconnected((socket, _, nth) =>
      nth === 0 ? socket.resetAndDestroy() : socket.end(accepted),
    );
    expect(await check(client)).toMatchObject({ ok: true });
    expect([server.connections, server.requests.length]).toEqual([2, 2]);
  });

  test('reports why it could not be opened, once', async () => {
    const { client, server } = await servers.meet((socket) => socket.end(accepted));
    await server.close();
    client.transport.preconnect();
    await pause(20);
    const refused = { ok: false, problem: { code: 'server-unreachable', reason: 'refused' } };
    expect(await check(client)).toMatchObject(refused);
    await servers.start((socket) => socket.end(accepted), undefined, server.port);
    expect(await check(client)).toMatchObject({ ok: true });
  });

  test('to a server with another certificate than the trusted one carries no request', async () => {
    const own = issue('Own', { names: ['127.0.0.1'] });
    const other = issue('Other', { names: ['127.0.0.1'] });
    const server = await servers.start((socket) => socket.end(accepted), { key: own.key, cert: own.cert });
    const tls = { mode: 'pin', fingerprint: printOf(other.cert), trustedAt: 0 } as const;
    const client = servers.client(server.origin, { tls });
    client.transport.preconnect();
    await pause(20);
    expect(await check(client)).toMatchObject({ ok: false, problem: { code: 'certificate-changed' } });
    expect(server.receivedBytes).toBe(0);
  });

  test('over TLS is open before the request as well', async () => {
    const own = issue('Own', { names: ['127.0.0.1'] });
    const server = await servers.start((socket) => socket.end(accepted), { key: own.key, cert: own.cert });
    const tls = { mode: 'pin', fingerprint: printOf(own.cert), trustedAt: 0 } as const;
    const client = servers.client(server.origin, { tls });
    client.transport.preconnect();
    expect(await check(client)).toMatchObject({ ok: true });
    expect(server.connections).toBe(1);
  });
});

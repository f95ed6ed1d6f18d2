import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { startHttpProxy } from '../../support/servers/tunnel-proxy.ts';

/** Opens a gateway that may change things. */
async function opened(app: HeadlessApp, base: string, prepare?: (id: never) => Promise<unknown>) {
  const id = await app.add({ address: base, name: 'Airport' });
  await prepare?.(id as never);
  expect(await app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
  await app.parts.sessionCopy.copy(id, false, 'token');
  const token = app.board.text;
  app.questions.answer = 'confirm';
  const asked = { profileId: id, minutes: 60, access: 'write', path: '' } as const;
  expect(await app.parts.gateways.open(asked)).toMatchObject({ ok: true });
  const { port, pathname: key } = new URL(app.board.text);
  return { id, token, port: Number(port), key, host: `127.0.0.1:${port}` };
}

/** Sends bytes as they are and resolves with everything that comes until the connection ends, or for half a second. */
async function sent(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (piece: Buffer) => {
    heard += piece.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.setTimeout(500, () => socket.destroy());
  socket.write(bytes);
  await once(socket, 'close');
  return heard;
}

describe('a gateway under a hostile program', () => {
  test('forwards nothing that two parsers could read differently', async ({ app, server }) => {
    const { port, key, host, token } = await opened(app, server.base);
    server.forgetRequests();
    const inner = `GET ${key}/inner/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const smuggled = [
      `POST ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
      `POST ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nContent-Length: 60\r\n\r\nabcd${inner}`,
      `POST ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
      `POST ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
      `POST ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: +4\r\n\r\nabcd`,
      `GET ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\n X: folded\r\n\r\n`,
      `GET ${key}/x/ HTTP/1.1\r\nHost: ${host}\nX: bare\n\n`,
      `GET ${key}/x/\r\n\r\n`,
      `GET ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      `GET ${key}/${'x'.repeat(20_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      `GET ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\nHost: attacker.example\r\n\r\n`,
      `GET http://attacker.example${key}/x/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      `GET ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      `GET ${key}/x/ HTTP/1.1\r\nHost: ${host}\r\nX: \x7f\r\n\r\n`,
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\x16\x03\x01\x00\xff',
    ];
    for (const bytes of smuggled) {
      const heard = await sent(port, bytes);
      expect(heard, bytes.slice(0, 120)).not.toMatch(/HTTP\/1\.1 2/);
      expect(heard).not.toContain(token);
    }
    const paths = server.requests.filter(({ headers }) => headers.authorization).map(({ path }) => path);
    expect(paths.filter((path) => path.includes('inner'))).toEqual([]);
  });

  test('takes a name that resolves to this computer for another server', async ({ app, server }) => {
    const { port, key, token } = await opened(app, server.base);
    server.forgetRequests();
    const heard = await sent(port, `GET ${key}/users/me/ HTTP/1.1\r\nHost: attacker.example:${port}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 421 /);
    expect(heard).not.toContain(token);
    expect(server.requests.filter(({ headers }) => headers.authorization)).toEqual([]);
  });

  test('survives 10 000 connections and still works', { timeout: 60_000 }, async ({ app, server }) => {
    const { port, key, host, token } = await opened(app, server.base);
    let rest = 10_000;
    const flood = async () => {
      while (rest-- > 0) {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write(rest % 2 === 0 ? 'GET /' : `GET /wrong/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
        await once(socket, 'connect').catch(() => undefined);
        socket.destroy();
      }
    };
    await Promise.all(Array.from({ length: 100 }, flood));
    await expect
      .poll(() => sent(port, `GET ${key}/users/me/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`), { timeout: 20_000 })
      .toMatch(/^HTTP\/1\.1 200 /);
    expect(server.requests.filter(({ headers }) => headers.authorization === `Token ${token}`)).not.toEqual(
      [],
    );
  });

  test('sends at most 16 requests at once', async ({ app, server }) => {
    const { port, key, host } = await opened(app, server.base);
    server.switches.set({ delayMs: 300 });
    const heard = await Promise.all(
      Array.from({ length: 24 }, () => sent(port, `GET ${key}/users/me/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`)),
    );
    expect(server.maxAtOnce).toBeLessThanOrEqual(16);
    expect(heard.filter((text) => text.startsWith('HTTP/1.1 503'))).toHaveLength(8);
  });
});

describe('a gateway', () => {
  test('trusts the certificate of its profile only, and goes through its proxy', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const proxy = await startHttpProxy();
    const { id, port, key, host } = await opened(app, server.base, async (profileId) => {
      await app.parts.logins.login(profileId, operator.password, null);
      const shown = app.parts.clients.known(profileId);
      const { fingerprint = '' } = (await shown)?.lastShown ?? {};
      await app.parts.profileEditor.trust(profileId, fingerprint);
      await app.parts.profileEditor.connect(profileId, {
        proxy: { mode: 'fixed', url: `http://${proxy.place}` },
      });
    });
    const before = proxy.asked.length;
    expect(await sent(port, `GET ${key}/users/me/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 200 /,
    );
    expect(proxy.asked.length).toBeGreaterThan(before);
    server.switches.set({ certificate: 'changed' });
    server.forgetRequests();
    await expect
      .poll(() => sent(port, `GET ${key}/users/me/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`), { timeout: 10_000 })
      .toContain('certificate-changed');
    expect(app.row(id).profile.tls.mode).toBe('pin');
    await proxy.close();
  });
});

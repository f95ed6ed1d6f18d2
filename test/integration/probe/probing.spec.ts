import { describe, expect, test } from 'vitest';
import { httpAnswer } from '../../support/servers/hostile-server.ts';
import { config, html, ProbeSetup, unauthorized } from './probe-setup.ts';

const setup = new ProbeSetup();
const bare = (origin: string) => origin.replace(/^https?:\/\//, '');

describe('a probe', () => {
  test('returns the server info', async () => {
    const server = await setup.emulator({
      switches: {
        authType: 'face_or_password',
        sessionSeconds: 3_600,
        renewSeconds: 600,
        activeDirectory: true,
      },
    });
    expect(await setup.look(server.origin)).toMatchObject({
      address: { origin: server.origin, basePath: '' },
      completesTyped: true,
      server: {
        authType: 'face_or_password',
        sessionSeconds: 3_600,
        needsRenewal: true,
        renewIntervalSeconds: 600,
        activeDirectory: true,
        cproauth: false,
        languages: ['en'],
      },
      certificate: null,
      elsewhere: null,
    });
  });

  test('finds plain HTTP if no scheme was typed, after trying HTTPS', async () => {
    const server = await setup.emulator();
    const found = await setup.look(`  ${bare(server.origin)} `);
    expect(found).toMatchObject({ address: { origin: server.origin }, completesTyped: true });
    expect(server.requests.map(({ path }) => path)).toEqual(['/config.json', '/users/me/']);
  });

  test('tries only the scheme that was typed', async () => {
    const server = await setup.emulator();
    expect(await setup.look(`https://${bare(server.origin)}`)).toMatchObject({ reason: 'connection-lost' });
    expect(server.requests).toHaveLength(0);
  });

  test('finds the API under /api, with its configuration there or above it', async () => {
    for (const rootConfig of [false, true]) {
      const server = await setup.emulator({ switches: { prefix: '/api', rootConfig } });
      const address = { origin: server.origin, basePath: '/api' };
      expect(await setup.look(server.origin)).toMatchObject({ address, server: { authType: 'password' } });
      expect(await setup.look(server.base)).toMatchObject({ address, completesTyped: true });
    }
  });

  test('says if another base path was typed than the one that answers', async () => {
    const server = await setup.emulator();
    expect(await setup.look(`${server.origin}/site-2/api`)).toMatchObject({
      address: { origin: server.origin, basePath: '' },
      completesTyped: false,
    });
  });

  test('follows server.url on the same server, once the API answers there', async () => {
    const server = await setup.server({
      '/config.json': config(undefined, { server: { url: '/site-2/api/' } }),
      '/site-2/api/users/me/': unauthorized,
    });
    expect(await setup.look(server.origin)).toMatchObject({
      address: { origin: server.origin, basePath: '/site-2/api' },
      elsewhere: null,
    });
  });

  for (const path of ['/findface', '/ff-backend', '/api/v2'])
    test(`finds the API under ${path}, where server.url or the typed address says so`, async () => {
      const address = (origin: string) => ({ origin, basePath: path });
      const named = await setup.server({
        '/config.json': config(undefined, { server: { url: `${path}/` } }),
        [`${path}/users/me/`]: unauthorized,
      });
      expect(await setup.look(named.origin)).toMatchObject({
        address: address(named.origin),
        elsewhere: null,
      });
      const typed = await setup.server({
        [`${path}/config.json`]: config(),
        [`${path}/users/me/`]: unauthorized,
        '*': html(200),
      });
      expect(await setup.look(`${typed.origin}${path}/login?token=x`)).toMatchObject({
        address: address(typed.origin),
        completesTyped: true,
      });
    });

  test('accepts an unconfirmed path only in the form that addresses have', async () => {
    const server = await setup.server({
      '/config.json': config(undefined, { server: { url: '/ui/' } }),
      '*': html(200),
    });
    expect(await setup.look(server.origin)).toMatchObject({ address: { basePath: '' } });
  });

  test('offers another host from server.url, and does not contact it', async () => {
    const other = await setup.emulator();
    const server = await setup.emulator({ switches: { serverUrl: `http://localhost:${other.port}/api/` } });
    expect(await setup.look(server.origin)).toMatchObject({
      address: { origin: server.origin, basePath: '' },
      elsewhere: { origin: `http://localhost:${other.port}`, basePath: '/api' },
    });
    expect(other.connections).toBe(0);
  });

  test('finds a server that does not reveal its log-in method', async () => {
    const server = await setup.server({ '/users/me/': unauthorized });
    expect(await setup.look(server.origin)).toMatchObject({
      address: { origin: server.origin, basePath: '' },
      server: null,
    });
    const underApi = await setup.server({ '/api/users/me/': unauthorized, '*': html(200) });
    expect(await setup.look(underApi.origin)).toMatchObject({ address: { basePath: '/api' }, server: null });
  });
});

describe('a probe of something else', () => {
  test('recognizes a captive portal', { tags: ['row-49'] }, async () => {
    const portal = await setup.server({ '*': html(200) });
    expect(await setup.look(portal.origin)).toMatchObject({ code: 'not-findface', status: 200 });
  });

  test('recognizes the configuration of another application', async () => {
    const other = await setup.server({ '*': httpAnswer(200, '{"apiUrl":"/v1","auth":{"domain":"x"}}') });
    expect(await setup.look(other.origin)).toMatchObject({ code: 'not-findface', status: 200 });
  });

  test('reports the target of a redirect, and does not follow it', async () => {
    const target = await setup.emulator();
    const server = await setup.server({
      '*': html(302, { location: `http://localhost:${target.port}/login?x=1` }),
    });
    expect(await setup.look(server.origin)).toMatchObject({
      code: 'redirected',
      to: `http://localhost:${target.port}`,
    });
    expect(target.connections).toBe(0);
  });

  test('recognizes a catch-all page', async () => {
    const server = await setup.server({ '*': html(302, { location: '/login' }) });
    expect(await setup.look(server.origin)).toMatchObject({ code: 'not-findface' });
  });

  test('recognizes a gateway of another product, and a server that is down', async () => {
    const negotiate = httpAnswer(401, '{"detail":"no"}', { 'www-authenticate': 'Negotiate' });
    const gate = await setup.server({ '*': negotiate });
    expect(await setup.look(gate.origin)).toMatchObject({
      code: 'foreign-authentication',
      scheme: 'Negotiate',
    });
    const down = await setup.server({ '*': html(502) });
    expect(await setup.look(down.origin)).toMatchObject({ code: 'server-unavailable' });
  });

  test('reports a refused connection', async () => {
    const server = await setup.emulator();
    await server.close();
    expect(await setup.look(bare(server.origin))).toMatchObject({
      code: 'server-unreachable',
      reason: 'refused',
    });
  });

  test('reports a timeout', async () => {
    setup.hurry = 0.05;
    const silent = await setup.server(() => undefined);
    expect(await setup.look(silent.origin)).toMatchObject({ code: 'no-answer-in-time' });
  });

  test('reports the connection failure if there is no configuration, and not another application', async () => {
    setup.hurry = 0.1;
    const slow = await setup.server((socket, path) => {
      if (path.endsWith('config.json')) socket.write(html(404));
    });
    expect(await setup.look(slow.origin)).toMatchObject({ code: 'no-answer-in-time' });
    const cut = await setup.server((socket, path) => {
      if (path.endsWith('config.json')) socket.write(html(404));
      else socket.destroy();
    });
    expect(await setup.look(cut.origin)).toMatchObject({
      code: 'server-unreachable',
      reason: 'connection-lost',
    });
  });

  test("recognizes FindFace's error fields behind a gateway with Bearer, and no others", async () => {
    const said = (body: object) => httpAnswer(401, JSON.stringify(body), { 'www-authenticate': 'Bearer' });
    const ours = await setup.server({ '/users/me/': said({ code: 'UNAUTHORIZED', desc: 'Who?' }) });
    expect(await setup.look(ours.origin)).toMatchObject({ address: { origin: ours.origin } });
    const other = await setup.server({ '*': said({ detail: 'Not authenticated' }) });
    expect(await setup.look(other.origin)).toHaveProperty('code');
  });

  test('survives responses that are not JSON, compressed, or endless', async () => {
    for (const answer of [
      httpAnswer(200, '{"auth":'),
      httpAnswer(200, 'x', { 'content-encoding': 'gzip' }),
      httpAnswer(200, Buffer.alloc(2 * 1024 * 1024, 32)),
      httpAnswer(200, '['.repeat(500)),
    ]) {
      const server = await setup.server({ '*': answer });
      expect(await setup.look(server.origin)).toHaveProperty('code');
    }
  });

  test('reports an invalid address without a request', async () => {
    expect(await setup.look('  ')).toMatchObject({ code: 'address-missing' });
    expect(await setup.look('ftp://10.0.4.7')).toMatchObject({ code: 'address-scheme-unsupported' });
    expect(await setup.look('https://user:pass@host')).toMatchObject({ code: 'address-holds-credentials' });
  });
});

describe('a superseded probe', () => {
  test('by the next one is aborted', async () => {
    const silent = await setup.server(() => undefined);
    const server = await setup.emulator();
    const first = setup.look(silent.origin);
    await silent.nextRequest();
    const second = setup.look(server.origin);
    expect(await first).toEqual({ code: 'cancelled' });
    expect(await second).toMatchObject({ address: { origin: server.origin } });
  });

  test('by closing the form is aborted', async () => {
    const silent = await setup.server(() => undefined);
    const first = setup.look(silent.origin);
    await silent.nextRequest();
    setup.serverProbe.cancel();
    expect(await first).toEqual({ code: 'cancelled' });
  });
});

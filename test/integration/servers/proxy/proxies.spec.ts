import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProxyChoice, TlsTrust } from '../../../../contract/profiles/profile.ts';
import { contextTrusting } from '../../../../main/servers/tls/authorities.ts';
import { Certificates } from '../../../emulator/http/certificates.ts';
import { forever, strangerToken } from '../../../support/servers/client-of.ts';
import { accepted, HostileServers } from '../../../support/servers/hostile-servers.ts';
import { startHttpProxy, startSocksProxy, type TunnelProxy } from '../../../support/servers/tunnel-proxy.ts';

const servers = new HostileServers();
const certificates = new Certificates('127.0.0.1');
const valid = certificates.get('valid');
const authorities = () => contextTrusting([valid.cert]);
const login = { userName: 'ivanov', password: 'canary-password', faceToken: null, signal: forever };
const proxies: TunnelProxy[] = [];

afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.close();
});

async function started(starting: Promise<TunnelProxy>): Promise<TunnelProxy> {
  const proxy = await starting;
  proxies.push(proxy);
  return proxy;
}

const through = (proxy: TunnelProxy, scheme = 'http'): ProxyChoice => ({
  mode: 'fixed',
  url: `${scheme}://${proxy.place}`,
});
const system = (answer: string) => ({ systemProxy: { resolve: async () => answer } });

describe('a server behind a proxy', () => {
  for (const kind of ['http', 'socks5']) {
    for (const tls of [true, false]) {
      test(`is reached through ${kind}, ${tls ? 'with TLS inside' : 'also over plain HTTP'}`, async () => {
        const proxy = await started(kind === 'http' ? startHttpProxy() : startSocksProxy());
        const server = await servers.start((socket) => socket.write(accepted), tls ? valid : undefined);
        const client = servers.client(server.origin, { authorities, proxy: through(proxy, kind) });
        expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
        expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
        expect(new Set(proxy.asked)).toEqual(new Set([`127.0.0.1:${server.port}`]));
        expect(client.transport.route).toEqual({ kind: 'proxy', proxy: proxy.place, chosenBy: 'profile' });
        expect(proxy.heard).not.toMatch(/authorization|token|cookie|user-agent/i);
      });
    }
  }

  test('is reached by a name that only the proxy resolves', async () => {
    for (const [scheme, starting] of [
      ['http', startHttpProxy()],
      ['socks5', startSocksProxy()],
    ] as const) {
      const proxy = await started(starting);
      const server = await servers.start((socket) => socket.write(accepted));
      const origin = `http://findface.invalid:${server.port}`;
      const client = servers.client(origin, { proxy: through(proxy, scheme) });
      expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
      expect(proxy.asked).toEqual([`findface.invalid:${server.port}`]);
    }
  });

  test('is verified by its certificate too', { tags: ['row-56', 'row-58'] }, async () => {
    const evil = await servers.start((socket) => socket.write(accepted), certificates.get('changed'));
    const proxy = await started(startHttpProxy({ kind: 'leads-to', port: evil.port }));
    const fingerprint = new X509Certificate(valid.cert).fingerprint256.replaceAll(':', '').toLowerCase();
    const trusts: readonly [TlsTrust, string | undefined, string][] = [
      [{ mode: 'pin', fingerprint, trustedAt: 0 }, undefined, 'certificate-changed'],
      [{ mode: 'ca', fingerprint, trustedAt: 0 }, valid.cert, 'certificate-untrusted'],
      [{ mode: 'system' }, undefined, 'certificate-untrusted'],
    ];
    for (const [tls, authority, code] of trusts) {
      const wishes = { tls, authorities, proxy: through(proxy), ...(authority ? { authority } : {}) };
      const client = servers.client('https://127.0.0.1:9443', wishes);
      expect(await client.login(login)).toMatchObject({ problem: { code } });
    }
    expect(evil.receivedBytes, 'bytes of HTTP that the one in between got').toBe(0);
    expect(proxy.asked.every((place) => place === '127.0.0.1:9443')).toBe(true);
  });
});

describe('a proxy that opens no tunnel', () => {
  const answers: readonly [string, string, object][] = [
    [
      'a login',
      'HTTP/1.1 407 Login\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n',
      { code: 'proxy-wants-login', schemes: ['Negotiate', 'NTLM'] },
    ],
    [
      'a bad gateway',
      'HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n',
      { code: 'proxy-refused', status: 502 },
    ],
    ['a prohibition', 'HTTP/1.1 403 Forbidden\r\n\r\n<h1>no</h1>', { code: 'proxy-refused', status: 403 }],
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n', { code: 'proxy-strange' }],
    [
      'headers without end',
      `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`,
      { code: 'proxy-strange' },
    ],
    ['nothing', '', { code: 'proxy-unreachable', reason: 'connection-lost' }],
  ];
  for (const [what, answer, problem] of answers) {
    test(`but answers ${what} is named, and no server is contacted`, { tags: ['row-45'] }, async () => {
      const proxy = await started(startHttpProxy({ kind: 'answers', answer }));
      const server = await servers.start((socket) => socket.write(accepted));
      const client = servers.client(server.origin, { proxy: through(proxy) });
      const result = await client.login(login);
      const host = `127.0.0.1:${server.port}`;
      expect(result).toMatchObject({
        problem: { host, proxy: proxy.place, chosenBy: 'profile', ...problem },
      });
      expect(server.connections, 'no way round the proxy').toBe(0);
      // SECURITY: neither the password nor its header was sent to the proxy.
      expect(proxy.heard).not.toMatch(/authorization|canary/i);
      expect(proxy.heard).not.toContain(Buffer.from('canary').toString('base64').slice(0, 6));
    });
  }

  test('because nothing listens there, or it never answers', { tags: ['row-45'] }, async () => {
    const gone = await startHttpProxy();
    await gone.close();
    const silent = await started(startHttpProxy({ kind: 'silent' }));
    const server = await servers.start((socket) => socket.write(accepted));
    for (const [proxy, reason] of [
      [gone, 'refused'],
      [silent, 'no-answer-in-time'],
    ] as const) {
      const client = servers.client(server.origin, { proxy: through(proxy), timeouts: { connectMs: 400 } });
      expect(await client.check(strangerToken, forever)).toMatchObject({
        problem: { code: 'proxy-unreachable', proxy: proxy.place, reason },
      });
    }
    expect(server.connections).toBe(0);
  });

  test('by the rules of SOCKS', { tags: ['row-46'] }, async () => {
    const server = await servers.start((socket) => socket.write(accepted));
    const http = await started(startHttpProxy({ kind: 'answers', answer: 'HTTP/1.1 400 Bad\r\n\r\n' }));
    for (const [starting, problem] of [
      [startSocksProxy({ method: 0xff }), { code: 'proxy-wants-login', schemes: ['SOCKS5'] }],
      [startSocksProxy({ reply: 5 }), { code: 'proxy-refused', status: 5 }],
    ] as const) {
      const client = servers.client(server.origin, { proxy: through(await started(starting), 'socks5') });
      expect(await client.check(strangerToken, forever)).toMatchObject({ problem });
    }
    const client = servers.client(server.origin, {
      proxy: through(http, 'socks5'),
      timeouts: { connectMs: 400 },
    });
    expect(await client.check(strangerToken, forever)).toMatchObject({ problem: { proxy: http.place } });
    expect(server.connections).toBe(0);
  });

  test('is aborted when the caller cancels', async () => {
    const silent = await started(startHttpProxy({ kind: 'silent' }));
    const client = servers.client('https://findface.invalid', { proxy: through(silent) });
    const caller = new AbortController();
    const result = client.check(strangerToken, caller.signal);
    await expect.poll(() => silent.asked.length).toBe(1);
    caller.abort();
    expect(await result).toMatchObject({ problem: { code: 'cancelled' } });
  });
});

describe("the system's proxies", () => {
  test('are tried in order, and distinguished', { tags: ['row-46'] }, async () => {
    const gone = await startHttpProxy();
    await gone.close();
    const socks = await started(startSocksProxy());
    const server = await servers.start((socket) => socket.write(accepted), valid);
    const answer = `PROXY ${gone.place}; SOCKS5 ${socks.place}; DIRECT`;
    const client = servers.client(server.origin, { authorities, ...system(answer) });
    expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
    expect(client.transport.route).toEqual({ kind: 'proxy', proxy: socks.place, chosenBy: 'system' });
  });

  test('are bypassed only with DIRECT', { tags: ['row-45', 'row-46'] }, async () => {
    const gone = await startHttpProxy();
    await gone.close();
    const server = await servers.start((socket) => socket.write(accepted));
    const strict = servers.client(server.origin, system(`PROXY ${gone.place}`));
    expect(await strict.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'proxy-unreachable', chosenBy: 'system', proxy: gone.place },
    });
    expect(server.connections).toBe(0);
    const loose = servers.client(server.origin, system(`PROXY ${gone.place}; DIRECT`));
    expect(await loose.check(strangerToken, forever)).toMatchObject({ ok: true });
    expect(loose.transport.route).toEqual({ kind: 'direct' });
  });

  test('that cannot be parsed stop everything', { tags: ['row-46'] }, async () => {
    const server = await servers.start((socket) => socket.write(accepted));
    const broken = { resolve: () => Promise.reject(new Error('no settings')) };
    for (const systemProxy of [{ resolve: async () => 'HTTPS a:443; gar\u202ebage' }, broken]) {
      const client = servers.client(server.origin, { systemProxy });
      expect(await client.check(strangerToken, forever)).toMatchObject({
        problem: { code: 'proxy-settings-strange', answer: expect.not.stringContaining('\u202e') },
      });
    }
    expect(server.connections).toBe(0);
  });

  test('are resolved for each connection, and not at all for a direct one', async () => {
    const urls: string[] = [];
    const systemProxy = {
      resolve: async (url: string) => {
        urls.push(url);
        return 'DIRECT';
      },
    };
    const server = await servers.start((socket) => socket.end(accepted));
    const client = servers.client(server.origin, { systemProxy });
    const direct = servers.client(server.origin, { systemProxy, proxy: { mode: 'direct' } });
    for (const one of [client, client, direct])
      expect(await one.check(strangerToken, forever)).toMatchObject({ ok: true });
    expect(urls).toEqual([server.origin, server.origin]);
  });

  test('are resolved once for a connection that is opened ahead', async () => {
    let answer = 'DIRECT';
    let resolved = 0;
    const systemProxy = {
      resolve: async () => {
        resolved += 1;
        return answer;
      },
    };
    const server = await servers.start((socket) => socket.end(accepted));
    const proxy = await started(startHttpProxy());
    const client = servers.client(server.origin, { systemProxy });
    const check = async () => {
      expect(await client.check(strangerToken, forever)).toMatchObject({ ok: true });
      return [client.transport.route?.kind, resolved];
    };
    client.transport.preconnect();
    answer = `PROXY ${proxy.place}`;
    expect(await check()).toEqual(['direct', 1]);
    expect(await check()).toEqual(['proxy', 2]);
    client.transport.preconnect();
    expect(await check()).toEqual(['proxy', 3]);
  });
});

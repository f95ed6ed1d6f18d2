import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { describe, expect, test } from 'vitest';
import { admin, guard } from '../default-users.ts';
import { json, raw } from './answer.ts';
import { field, withServer } from './asking.ts';

const htmlType = 'text/html; charset=utf-8';

describe('a fault', () => {
  test('can delay an answer', () =>
    withServer({ switches: { delayMs: 150 } }, async ({ ask }) => {
      const start = performance.now();
      expect((await ask('GET', '/config.json')).status).toBe(200);
      expect(performance.now() - start).toBeGreaterThan(140);
    }));

  test('can take a request and never answer', () =>
    withServer({ switches: { hang: true } }, async ({ emulator }) => {
      const patience = new AbortController();
      const reply = request(`${emulator.base}/config.json`, { signal: patience.signal });
      await expect.poll(() => emulator.count('/config.json')).toBe(1);
      patience.abort(new Error('lost patience'));
      await expect(reply).rejects.toThrow('lost patience');
    }));

  for (const https of [false, true]) {
    test(`can reset the connection ${https ? 'under' : 'without'} HTTPS`, () =>
      withServer({ https, switches: { connection: 'reset' } }, async ({ ask }) => {
        await expect(ask('GET', '/config.json')).rejects.toMatchObject({ code: 'ECONNRESET' });
      }));
  }

  test('can close the connection without an answer', () =>
    withServer({ switches: { connection: 'close' } }, async ({ ask }) => {
      await expect(ask('GET', '/config.json')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    }));

  test('can reset the connection in the middle of an answer', () =>
    withServer({ switches: { connection: 'reset-in-body' } }, async ({ emulator }) => {
      const reply = await request(`${emulator.base}/config.json`);
      expect(reply.statusCode).toBe(200);
      await expect(reply.body.text()).rejects.toThrow();
    }));

  test('can let the headers drip byte by byte', () =>
    withServer({ switches: { drip: 'headers' } }, async ({ emulator }) => {
      const socket = connect(emulator.port, '127.0.0.1');
      socket.write('GET /config.json HTTP/1.1\r\nHost: localhost\r\n\r\n');
      const pieces: string[] = [];
      for await (const piece of socket) if (pieces.push(String(piece)) === 3) break;
      expect(pieces).toEqual(['H', 'T', 'T']);
    }));

  test('can let the body drip byte by byte', () =>
    withServer({ switches: { drip: 'body' } }, async ({ emulator }) => {
      const { body } = await request(`${emulator.base}/config.json`);
      const pieces: string[] = [];
      for await (const piece of body) if (pieces.push(String(piece)) === 3) break;
      expect(pieces).toEqual(['{', '"', 'a']);
    }));

  for (const status of ['429', '500', '502', '503', '504'] as const) {
    test(`can put the ${status} page of nginx in place of an answer`, () =>
      withServer({ switches: { proxyError: status } }, async ({ ask }) => {
        const reply = await ask('GET', '/config.json');
        expect([reply.status, reply.headers['content-type']]).toEqual([Number(status), htmlType]);
        expect(reply.body).toContain(`<h1>${status} `);
      }));
  }

  test('can ask the client to wait with Retry-After', () =>
    withServer({ switches: { proxyError: '429', retryAfter: '30' } }, async ({ ask }) => {
      expect((await ask('GET', '/config.json')).headers['retry-after']).toBe('30');
    }));

  test('can be a captive portal', () =>
    withServer({ switches: { captivePortal: true } }, async ({ logIn }) => {
      const reply = await logIn(admin);
      expect([reply.status, reply.headers['content-type']]).toEqual([200, htmlType]);
    }));

  for (const status of ['301', '302', '303', '307', '308'] as const) {
    test(`can redirect to another origin with ${status}`, () =>
      withServer(
        { switches: { redirectTo: 'https://other.example', redirectStatus: status } },
        async ({ ask }) => {
          const reply = await ask('POST', '/auth/login/?a=b');
          expect([reply.status, reply.headers.location]).toEqual([
            Number(status),
            'https://other.example/auth/login/?a=b',
          ]);
        },
      ));
  }

  for (const [gzip, accepts, encoding] of [
    ['always', undefined, 'gzip'],
    ['if-asked', 'gzip, br', 'gzip'],
    ['if-asked', undefined, undefined],
    ['off', 'gzip', undefined],
  ] as const) {
    test(`can compress ${gzip}, here for a client that accepts ${accepts ?? 'nothing'}`, () =>
      withServer({ switches: { gzip } }, async ({ emulator }) => {
        const headers = accepts === undefined ? {} : { 'accept-encoding': accepts };
        const reply = await request(`${emulator.base}/config.json`, { headers });
        const bytes = Buffer.from(await reply.body.arrayBuffer());
        expect(reply.headers['content-encoding']).toBe(encoding);
        const text = encoding ? gunzipSync(bytes) : bytes;
        expect(JSON.parse(text.toString())).toHaveProperty('auth');
      }));
  }

  test('can make an answer huge while it stays JSON', () =>
    withServer({ switches: { hugeBodyBytes: 3_000_000 } }, async ({ emulator }) => {
      const reply = await request(`${emulator.base}/config.json`);
      const text = await reply.body.text();
      expect(text).toHaveLength(3_000_000);
      expect(JSON.parse(text)).toHaveProperty('auth');
    }));

  test('can make a small compressed answer huge', () =>
    withServer({ switches: { hugeBodyBytes: 3_000_000, gzip: 'always' } }, async ({ emulator }) => {
      const bytes = Buffer.from(await (await request(`${emulator.base}/config.json`)).body.arrayBuffer());
      expect(bytes.length).toBeLessThan(30_000);
      expect(gunzipSync(bytes)).toHaveLength(3_000_000);
    }));

  for (const [challenge, header] of [
    ['none', undefined],
    ['negotiate', 'Negotiate'],
    ['ntlm', 'NTLM'],
    ['digest', expect.stringMatching(/^Digest /)],
  ] as const) {
    test(`can answer a refusal with the challenge ${challenge}`, () =>
      withServer({ switches: { challenge } }, async ({ ask }) => {
        expect((await ask('GET', '/users/me/')).headers['www-authenticate']).toEqual(header);
      }));
  }

  test('can set a cookie', () =>
    withServer({ switches: { cookie: true } }, async ({ ask }) => {
      expect((await ask('GET', '/config.json')).headers['set-cookie']).toContain('sessionid=');
    }));

  test('limited to a path lets the log-in work while the check fails', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      emulator.switches.only('/users/me/', { proxyError: '503' });
      const token = await tokenOf(guard);
      expect((await ask('GET', '/users/me/', { token })).status).toBe(503);
      expect((await ask('GET', '/cameras/count/', { token })).status).toBe(200);
    }));

  test('limited to a path is written without the prefix', () =>
    withServer({ switches: { prefix: '/api' } }, async ({ emulator, ask }) => {
      emulator.switches.only('/users/me/', { proxyError: '503' });
      expect((await ask('GET', '/users/me/')).status).toBe(503);
    }));

  test('limited in number ends automatically', () =>
    withServer({}, async ({ emulator, ask }) => {
      emulator.switches.only('/config.json', { proxyError: '502' }, 2);
      const statuses: number[] = [];
      for (let at = 0; at < 3; at += 1) statuses.push((await ask('GET', '/config.json')).status);
      expect(statuses).toEqual([502, 502, 200]);
    }));
});

describe('an answer', () => {
  test('can be rewritten by a test, until the test stops it', () =>
    withServer({}, async ({ emulator, logIn }) => {
      const stop = emulator.rewrite('POST /auth/login/', () => json(200, { token: 5 }));
      expect((await logIn(admin)).body).toEqual({ token: 5 });
      stop();
      expect(field(await logIn(admin), 'token')).toEqual(expect.any(String));
    }));

  test('can be any bytes at all', () =>
    withServer({}, async ({ emulator }) => {
      emulator.rewrite('/config.json', () => raw('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort'));
      const reply = await request(`${emulator.base}/config.json`);
      await expect(reply.body.text()).rejects.toThrow();
    }));
});

describe('a client that misbehaves', () => {
  test('by speaking no HTTP is cut off, and the next one is served', () =>
    withServer({}, async ({ emulator, ask }) => {
      const socket = connect(emulator.port, '127.0.0.1');
      socket.end('what is this\r\n\r\n');
      await new Promise((resolve) => socket.on('close', resolve));
      expect((await ask('GET', '/config.json')).status).toBe(200);
    }));

  test('by sending more than any video holds is refused with 413', () =>
    withServer({}, async ({ ask }) => {
      const reply = await ask('POST', '/auth/login/', { body: Buffer.alloc(33 * 1024 * 1024) });
      expect(reply.status).toBe(413);
    }));
});

import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { measured } from '../../support/measured.ts';
import { forever, strangerToken } from '../../support/servers/client-of.ts';
import { httpAnswer } from '../../support/servers/hostile-server.ts';
import { accepted, goneOf, HostileServers, someUser } from '../../support/servers/hostile-servers.ts';

const servers = new HostileServers();
const login = { userName: 'ivanov', password: 'secret', faceToken: null, signal: forever };
const codeOf = (result: { ok: boolean; problem?: { code: string } }) => result.problem?.code ?? 'accepted';

describe('a redirect', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    test(`with ${status} is never followed, and its target is reported`, { tags: ['row-22'] }, async () => {
      const other = await servers.start((socket) => socket.end(accepted));
      const location = { location: `${other.origin}/auth/login/?token=1` };
      const { client, server } = await servers.meet((socket) => socket.end(httpAnswer(status, '', location)));
      for (const result of [await client.login(login), await client.check(strangerToken, forever)]) {
        expect(result).toMatchObject({ problem: { code: 'redirected', to: other.origin } });
      }
      expect(server.requests).toHaveLength(2);
      expect(other.connections).toBe(0);
      measured('requests that reached a wrong host', other.requests.length);
    });
  }

  test('to itself, without a target or to an invalid one ends at once', { tags: ['row-23'] }, async () => {
    const places = { '/users/me/': false, '': false, 'file:///etc/passwd': true, '//[': false };
    for (const [location, isElsewhere] of Object.entries(places)) {
      const { client, server } = await servers.meet((socket) =>
        socket.end(httpAnswer(302, '', { location })),
      );
      const found = codeOf(await client.check(strangerToken, forever));
      expect(found).toBe(isElsewhere ? 'redirected' : 'not-findface');
      expect(server.requests).toHaveLength(1);
    }
  });
});

describe('a cookie', () => {
  test('is never sent back', { tags: ['row-31'] }, async () => {
    const cookie = { 'set-cookie': 'sessionid=1; Path=/; HttpOnly' };
    const { client, server } = await servers.meet((socket) =>
      socket.write(httpAnswer(200, JSON.stringify(someUser), cookie)),
    );
    await client.check(strangerToken, forever);
    await client.check(strangerToken, forever);
    expect(server.requests).toHaveLength(2);
    expect(server.requests.join('')).not.toMatch(/cookie/i);
  });
});

describe('a compressed response', () => {
  const bomb = gzipSync(
    Buffer.concat([Buffer.from(JSON.stringify(someUser)), Buffer.alloc(5_000_000, 0x20)]),
  );
  const encodings = ['gzip', 'br', 'deflate', 'x-unknown', Array(1000).fill('gzip').join(',')];
  for (const encoding of encodings) {
    test(`(${encoding.slice(0, 20)}) is not decompressed`, { tags: ['row-25', 'row-26'] }, async () => {
      const packed = httpAnswer(200, bomb, { 'content-encoding': encoding });
      const { client, server } = await servers.meet((socket) => socket.write(packed));
      expect(codeOf(await client.check(strangerToken, forever))).toBe('answer-compressed');
      expect(server.requests.join('')).not.toMatch(/accept-encoding/i);
    });
  }

  test('that only claims to be compressed is not read either', async () => {
    const { client } = await servers.meet((socket) =>
      socket.write(httpAnswer(200, JSON.stringify(someUser), { 'content-encoding': 'gzip' })),
    );
    expect(codeOf(await client.check(strangerToken, forever))).toBe('answer-compressed');
  });
});

describe('a response that is too large', () => {
  const full = JSON.stringify(someUser).padEnd(1024 * 1024, ' ');

  test('by one byte is refused, and the largest is not', { tags: ['row-27'] }, async () => {
    const { client } = await servers.meet((socket, _, nth) =>
      socket.write(httpAnswer(200, full + ' '.repeat(nth))),
    );
    expect(codeOf(await client.check(strangerToken, forever))).toBe('accepted');
    expect(codeOf(await client.check(strangerToken, forever))).toBe('answer-too-large');
  });

  test('because it never ends is cut off', { tags: ['row-27'] }, async () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
    let sent = 0;
    const { client } = await servers.meet((socket) => {
      const pour = () => {
        while (!socket.destroyed && socket.write(`4000\r\n${' '.repeat(0x4000)}\r\n`)) sent += 0x4000;
      };
      socket.write(head);
      socket.on('drain', pour);
      pour();
    });
    expect(codeOf(await client.check(strangerToken, forever))).toBe('answer-too-large');
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  test('in its headers is refused', { tags: ['row-30'] }, async () => {
    const long = httpAnswer(200, JSON.stringify(someUser), { 'x-long': 'a'.repeat(100_000) });
    const names = Array.from({ length: 10_000 }, (_, at) => [`x-${at}`, '1']);
    const many = httpAnswer(200, JSON.stringify(someUser), Object.fromEntries(names));
    const { client } = await servers.meet((socket, _, nth) => socket.write(nth === 0 ? long : many));
    expect(codeOf(await client.check(strangerToken, forever))).toBe('answer-too-large');
    expect(codeOf(await client.check(strangerToken, forever))).toBe('answer-too-large');
  });
});

describe('a response that violates HTTP', () => {
  const body = JSON.stringify(someUser);
  const broken: Readonly<Record<string, string | Buffer>> = {
    'no HTTP at all': 'SSH-2.0-OpenSSH_9.2\r\n',
    'a negative length': httpAnswer(200, body, { 'content-length': '-1' }),
    'two lengths': `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5\r\ncontent-length: 26\r\n\r\n${body}`,
    'a length and chunks': httpAnswer(200, body, { 'transfer-encoding': 'chunked' }),
    'a broken chunk': `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
    'half of a JSON text': httpAnswer(200, body.slice(0, 9)),
    'a text in another encoding': httpAnswer(200, Buffer.from('{"id":7,"name":"\xff"}', 'latin1')),
  };
  for (const [what, answer] of Object.entries(broken)) {
    test(`by ${what} is refused`, { tags: ['row-11', 'row-28', 'row-29'] }, async () => {
      const { client } = await servers.meet((socket) => socket.write(answer));
      expect(codeOf(await client.check(strangerToken, forever))).toBe('answer-broken');
    });
  }

  test('by ending early is a connection failure', { tags: ['row-28', 'row-36'] }, async () => {
    const cut = httpAnswer(200, body, { 'content-length': '500' });
    const { client } = await servers.meet((socket) => socket.end(cut));
    const result = await client.check(strangerToken, forever);
    expect(result).toMatchObject({ problem: { code: 'server-unreachable', reason: 'connection-lost' } });
  });

  test('by switching to another protocol is refused', { tags: ['row-24'] }, async () => {
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
    const { client } = await servers.meet((socket) => socket.write(upgrade));
    expect(codeOf(await client.check(strangerToken, forever))).toBe('server-unreachable');
  });

  test('after early hints is read', { tags: ['row-24'] }, async () => {
    const hints = 'HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n';
    const { client } = await servers.meet((socket) =>
      socket.write(Buffer.concat([Buffer.from(hints), accepted])),
    );
    expect(codeOf(await client.check(strangerToken, forever))).toBe('accepted');
  });

  test('followed by a second one counts once', { tags: ['row-34'] }, async () => {
    const second = httpAnswer(200, JSON.stringify({ id: 8, name: 'evil' }));
    const { client } = await servers.meet((socket, _, nth) =>
      socket.write(nth === 0 ? Buffer.concat([accepted, second]) : accepted),
    );
    for (let time = 0; time < 3; time += 1) {
      expect(await client.check(strangerToken, forever)).toMatchObject({
        value: { user: { name: 'guard2' } },
      });
    }
  });

  test('with JSON as text/plain, or with a page as success, is not FindFace', {
    tags: ['row-12', 'row-13', 'row-49'],
  }, async () => {
    for (const [type, text] of [
      ['text/plain', body],
      ['text/html', '<form>'],
    ] as const) {
      const { client } = await servers.meet((socket) =>
        socket.write(httpAnswer(200, text, { 'content-type': type })),
      );
      expect(codeOf(await client.check(strangerToken, forever))).toBe('not-findface');
    }
  });

  test('that is empty or nested too deeply is unexpected', { tags: ['row-10', 'row-14'] }, async () => {
    for (const text of ['', '['.repeat(1000)]) {
      const { client } = await servers.meet((socket) => socket.write(httpAnswer(200, text)));
      expect(codeOf(await client.check(strangerToken, forever))).toBe('strange-answer');
    }
  });
});

describe('a proxy in the environment', () => {
  test('is not used', { tags: ['row-47'] }, async () => {
    const proxy = await servers.start((socket) => socket.end());
    const { client } = await servers.meet((socket) => socket.write(accepted));
    const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'];
    for (const name of names) process.env[name] = proxy.origin;
    try {
      expect(codeOf(await client.check(strangerToken, forever))).toBe('accepted');
    } finally {
      for (const name of names) delete process.env[name];
    }
    expect(proxy.connections).toBe(0);
  });
});

describe('a server that is gone', () => {
  test('is unreachable', { tags: ['row-36'] }, async () => {
    const { client, server } = await servers.meet((socket) => socket.end());
    await server.close();
    expect(await client.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'server-unreachable', reason: 'refused', host: `127.0.0.1:${server.port}` },
    });
  });

  test('has an unknown name', { tags: ['row-42'] }, async () => {
    const client = servers.client('https://findface.invalid');
    expect(await client.check(strangerToken, forever)).toMatchObject({
      problem: { code: 'server-unreachable', reason: 'name-unknown', host: 'findface.invalid' },
    });
  });

  test('while a client is closed cancels running requests', async () => {
    const { client, server } = await servers.meet(() => undefined);
    const request = server.nextRequest();
    const result = client.check(strangerToken, forever);
    const gone = goneOf(await request);
    await client.close();
    expect(await result).toEqual({ ok: false, problem: { code: 'cancelled' } });
    await gone;
    expect(await client.check(strangerToken, forever)).toEqual({ ok: false, problem: { code: 'cancelled' } });
  });
});

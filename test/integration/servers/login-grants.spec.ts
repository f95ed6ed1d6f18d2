import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { loginByFace } from '../../../main/servers/face-api.ts';
import { forever, strangerToken } from '../../support/servers/client-of.ts';
import { httpAnswer } from '../../support/servers/hostile-server.ts';
import { HostileServers, someUser } from '../../support/servers/hostile-servers.ts';

const servers = new HostileServers();
const words = { userName: 'guard2', password: 'secret', faceToken: null, signal: forever };
const token = strangerToken.reveal();
const gone = httpAnswer(401, JSON.stringify({ code: 'UNAUTHORIZED', desc: '' }));

const silence = Symbol('no answer');

/** Grants a session with this user, and answers `GET /users/me/` with this page; null: 401. */
async function granting(user: unknown, page: unknown) {
  const said: Readonly<Record<string, Buffer>> = {
    'POST /auth/login/': httpAnswer(200, JSON.stringify({ token, user })),
    'POST /auth/video-auth/': httpAnswer(200, JSON.stringify({ token, user })),
    'GET /config.json': httpAnswer(200, JSON.stringify({ auth: { AUTH_TYPE: 'face' } })),
    'GET /users/me/': page === null ? gone : httpAnswer(200, JSON.stringify(page)),
    'POST /auth/logout/': httpAnswer(204),
  };
  const what = (request: string) => request.split(' ').slice(0, 2).join(' ');
  const answer = (socket: Socket, request: string) => {
    if (what(request) !== 'GET /users/me/' || page !== silence) socket.write(said[what(request)] ?? gone);
  };
  const { client, server } = await servers.meet(answer);
  return { client, server, asked: () => server.requests.map(what) };
}

describe('a granted session', () => {
  for (const user of [{ ...someUser, id: null }, { name: 'guard2' }, {}, null, undefined]) {
    test(`whose user is ${JSON.stringify(user)} gets its user from GET /users/me/`, async () => {
      const { asked, client } = await granting(user, someUser);
      expect(await client.login(words)).toMatchObject({ value: { user: someUser } });
      expect(asked()).toEqual(['POST /auth/login/', 'GET /users/me/']);
    });
  }

  test('whose user has an ID in digits needs no further request', async () => {
    const { asked, client } = await granting({ ...someUser, id: '7' }, null);
    expect(await client.login(words)).toMatchObject({ value: { user: someUser } });
    expect(asked()).toEqual(['POST /auth/login/']);
  });

  for (const page of [null, {}, { ...someUser, id: [] }]) {
    test(`is ended if its user is unknown (${JSON.stringify(page)})`, async () => {
      const { asked, client, server } = await granting({}, page);
      expect(await client.login(words)).toMatchObject({
        problem: { code: 'strange-answer', field: 'user.id' },
      });
      expect(asked()).toEqual(['POST /auth/login/', 'GET /users/me/', 'POST /auth/logout/']);
      expect(server.requests.at(-1)).toContain(`authorization: Token ${token}`);
    });
  }

  test('by face is treated the same', async () => {
    const video = { bytes: Buffer.from('face'), type: 'video/webm', extension: 'webm' };
    const known = await granting({}, someUser);
    expect(await loginByFace(known.client.transport, video, forever)).toMatchObject({
      value: { kind: 'session', user: someUser },
    });
    const unknown = await granting({}, null);
    expect(await loginByFace(unknown.client.transport, video, forever)).toMatchObject({
      problem: { code: 'strange-answer' },
    });
    expect(unknown.asked().at(-1)).toBe('POST /auth/logout/');
  });

  test('is ended even if the log-in is cancelled meanwhile', async () => {
    const { asked, client, server } = await granting({}, silence);
    const caller = new AbortController();
    const login = client.login({ ...words, signal: caller.signal });
    await server.nextRequest();
    await server.nextRequest();
    caller.abort();
    expect(await login).toEqual({ ok: false, problem: { code: 'cancelled' } });
    expect(asked().at(-1)).toBe('POST /auth/logout/');
  });
});

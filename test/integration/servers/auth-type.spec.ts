import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { loginByFace } from '../../../main/servers/face-api.ts';
import { forever } from '../../support/servers/client-of.ts';
import { httpAnswer } from '../../support/servers/hostile-server.ts';
import { HostileServers } from '../../support/servers/hostile-servers.ts';

const servers = new HostileServers();
const video = { bytes: Buffer.from('face'), type: 'video/webm', extension: 'webm' };
const refusal = httpAnswer(403, JSON.stringify({ code: 'FORBIDDEN', desc: 'no' }));

/** A server that refuses every face and has this configuration. */
async function refusingFaces(config: unknown) {
  const answer = (socket: Socket, request: string) =>
    socket.write(request.startsWith('GET /config.json') ? httpAnswer(200, JSON.stringify(config)) : refusal);
  return await servers.meet(answer);
}

const noMethod = { auth: { MAXIMUM_SESSION_LENGTH: 86_400 } };
const explanations = [
  ['that names no way to log in, which means the password', noMethod, 'face-not-offered'],
  ['of a server with passwords', { auth: { AUTH_TYPE: 'password' } }, 'face-not-offered'],
  ['of a server with faces', { auth: { AUTH_TYPE: 'face' } }, 'login-forbidden'],
  ['that names an unknown way', { auth: { AUTH_TYPE: 'smile' } }, 'login-forbidden'],
  ['that is not one of FindFace', { auth: { x: 1 } }, 'login-forbidden'],
  ['that is no object', null, 'login-forbidden'],
] as const;

describe('a refused face is explained by the configuration', () => {
  for (const [title, config, code] of explanations) {
    test(title, async () => {
      const { client } = await refusingFaces(config);
      expect(await loginByFace(client.transport, video, forever)).toMatchObject({ problem: { code } });
    });
  }
});

import { describe, expect } from 'vitest';
import type { Result } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { EndResult, SessionPage } from '../../../contract/sessions/remote-sessions.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const mine = { whose: 'mine', status: null, activeOnly: false } as const;

function good<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const list = async ({ parts }: HeadlessApp, id: ProfileId): Promise<SessionPage> =>
  good(await parts.remoteSessions.list(id, mine, true));

const elsewhere = (server: Emulator, uuid: string) =>
  fetch(`${server.base}/auth/login/`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${operator.name}:${operator.password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ uuid, device_info: {} }),
  });

const outcomes = (results: readonly EndResult[]) => results.map(({ outcome }) => outcome);

describe('two profiles of one account', () => {
  test('identify the same session as the same, and others as different', async ({ app, server, serve }) => {
    const other = await serve();
    const ids = [
      await app.add({ address: server.base, name: 'One' }, operator.password),
      await app.add({ address: server.base, name: 'Two' }, operator.password),
      await app.add({ address: other.base, name: 'Other' }, operator.password),
    ];
    const [one = [], two = [], three = []] = await Promise.all(
      ids.map(async (id) => (await list(app, id)).sessions.map(({ identity }) => identity)),
    );
    expect(one).toHaveLength(2);
    expect(two.toSorted()).toEqual(one.toSorted());
    expect(new Set([...one, ...three]).size).toBe(3);
  });

  test('end a session once, even if both are asked to', async ({ app, server }) => {
    const ids = [
      await app.add({ address: server.base, name: 'One' }, operator.password),
      await app.add({ address: server.base, name: 'Two' }, operator.password),
    ];
    await elsewhere(server, 'script');
    const pages = await Promise.all(ids.map((id) => list(app, id)));
    const end = async (nth: number): Promise<readonly EndResult[]> => {
      const [id, page] = [ids[nth], pages[nth]];
      const key = page?.sessions.find(({ deviceId }) => deviceId === 'script')?.key;
      if (id === undefined || page === undefined || key === undefined) throw new Error('Nothing to end');
      return good(await app.parts.remoteSessions.end(id, page.listId, [key], false));
    };
    server.forgetRequests();
    const both = await Promise.all([end(0), end(1)]);
    expect(outcomes(both.flat()).toSorted()).toEqual(['ended', 'gone']);
    expect(outcomes(await end(0))).toEqual(['gone']);
    expect(server.count('DELETE /sessions/*')).toBe(1);
  });

  test('may retry what failed, or what the server lists again', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await elsewhere(server, 'script');
    const page = await list(app, id);
    server.switches.only('/sessions/*', { proxyError: '502' });
    const again = () => app.parts.remoteSessions.end(id, page.listId, [0], false);
    expect(outcomes(good(await again()))).toEqual(['failed']);
    server.switches.reset();
    expect(outcomes(good(await again()))).toEqual(['ended']);
    expect(outcomes(good(await again()))).toEqual(['gone']);
  });
});

import { describe, expect, test } from 'vitest';
import type { Calls } from '../../../contract/bridge.ts';
import { callNames } from '../../../contract/call-names.ts';
import { refuseManaged } from '../../../main/ipc/managed.ts';
import { noPolicy, type Policy } from '../../../main/policy/policy.ts';

const refused = { ok: false, problem: { code: 'managed' } };
const policy: Policy = {
  ...noPolicy,
  locked: {
    settings: { clearAfterSeconds: 10, withoutKeyring: 'ask' },
    updateSource: 'https://mirror.corp/',
  },
};

/** Handlers under a policy that record what reaches them. */
function handlersUnder(inForce: Policy) {
  const reached: unknown[] = [];
  const entries = callNames.map((name) => [
    name,
    async (request: unknown) => {
      reached.push([name, request]);
      return { ok: true };
    },
  ]);
  return { reached, calls: refuseManaged(Object.fromEntries(entries) as Calls, inForce) };
}

describe('under a policy', () => {
  test('a call that changes a locked setting is refused, and applies nothing else either', async () => {
    const { reached, calls } = handlersUnder(policy);
    for (const clearAfterSeconds of [null, 30, 120] as const)
      expect(await calls.changeSettings({ settings: { theme: 'dark', clearAfterSeconds } })).toEqual(refused);
    expect(await calls.chooseStorage({ choice: 'memory' })).toEqual(refused);
    expect(await calls.setUpdateSource({ url: 'https://elsewhere.example/' })).toEqual(refused);
    expect(await calls.setUpdateSource({ url: null })).toEqual(refused);
    expect(await calls.chooseUpdateFolder()).toEqual(refused);
    expect(reached).toEqual([]);
  });

  test('other settings can be changed, and a locked one be said again', async () => {
    const { reached, calls } = handlersUnder(policy);
    await calls.changeSettings({ settings: { theme: 'dark', clearAfterSeconds: 10 } });
    await calls.chooseStorage({ choice: 'later' });
    await calls.checkForUpdate();
    expect(reached).toHaveLength(3);
  });

  test('that locks nothing, every call reaches its handler', async () => {
    const { reached, calls } = handlersUnder(noPolicy);
    const requests: Partial<Record<keyof Calls, unknown>> = {
      changeSettings: { settings: { clearAfterSeconds: null } },
      chooseStorage: { choice: 'memory' },
      setUpdateSource: { url: null },
    };
    for (const name of callNames) {
      const call = calls[name] as (request: unknown) => Promise<unknown>;
      await call(requests[name]);
    }
    expect(reached).toEqual(callNames.map((name) => [name, requests[name]]));
  });
});

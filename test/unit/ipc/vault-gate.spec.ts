import { describe, expect, test } from 'vitest';
import type { Calls } from '../../../contract/bridge.ts';
import { callNames } from '../../../contract/call-names.ts';
import { waitForVault } from '../../../main/ipc/vault-gate.ts';

/** Handlers that record every call. */
function notingCalls() {
  const called: string[] = [];
  const entries = callNames.map((name) => [name, async () => void called.push(name)] as const);
  return { called, answers: Object.fromEntries(entries) as unknown as Calls };
}

describe('while the vault is being opened', () => {
  test('calls that may need a token or a password wait, and are answered afterwards', async () => {
    const { called, answers } = notingCalls();
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const gated = waitForVault(answers, opened) as unknown as Record<string, () => Promise<unknown>>;
    const asked = Object.values(gated).map((call) => call());
    await new Promise(setImmediate);
    expect(called).toEqual(expect.arrayContaining(['readState', 'markFavourite', 'probe']));
    const waiting = callNames.filter((name) => !called.includes(name));
    for (const name of [
      'copySession',
      'login',
      'logout',
      'check',
      'unlock',
      'lock',
      'backUp',
      'editProfile',
      'undo',
    ])
      expect(waiting).toContain(name);

    open();
    await Promise.all(asked);
    expect([...called].sort()).toEqual([...callNames].sort());
  });
});

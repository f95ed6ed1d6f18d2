import { describe, expect, test, vi } from 'vitest';
import { done } from '../../../contract/core/result.ts';
import type { VaultStatus } from '../../../contract/state.ts';
import type { AppLock } from '../../../main/lock/app-lock.ts';
import { createVaultOpener } from '../../../main/lock/open-vault.ts';
import type { SessionStore } from '../../../main/sessions/session-store.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { KeyringTimeout } from '../../../main/vault/crypto/keyring-timeout.ts';
import type { Vault } from '../../../main/vault/vault.ts';
import type { VaultOpening } from '../../../main/vault/vault-opening.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';

const missed: VaultStatus = {
  ...{ kind: 'memory-only', reason: 'keyring-locked', passphrase: false, sealedBy: null, missing: 'any' },
};

/** The opener of a vault that opens like this. */
function opener(kind: 'ok' | 'passphrase-needed' | 'keyring-locked', storage: VaultStatus = missed) {
  const live = new LiveState(sampleAppState({ storage }));
  const patience = new KeyringTimeout(1);
  const appLock = { isLocked: false, startLocked: vi.fn() };
  appLock.startLocked.mockImplementation(async () => {
    appLock.isLocked = true;
  });
  const vault = { open: vi.fn(async (): Promise<VaultOpening> => ({ kind })) };
  const autoLogout = { opened: vi.fn() };
  const open = createVaultOpener({
    live,
    patience,
    autoLogout,
    vault: vault as unknown as Vault,
    sessions: { refreshSecretPlaces: () => undefined } as unknown as SessionStore,
    appLock: appLock as unknown as AppLock,
    checkScheduler: { start: () => undefined },
    journal: { open: async () => undefined },
    appLog: { file: { open: async () => undefined } },
    onOpening: () => undefined,
  });
  /** The keyring answers after its timeout. */
  const answerLate = async () => {
    let answer: (key: string) => void = () => undefined;
    const answered = new Promise<string>((resolve) => {
      answer = resolve;
    });
    await expect(patience.wait(answered)).rejects.toThrow('temporarily unavailable');
    answer('key');
    await new Promise(setImmediate);
  };
  return { open, appLock, vault, autoLogout, answerLate };
}

describe('opening the vault', () => {
  test('locks the window once only a passphrase opens it, and ends no session before', async () => {
    const { open, appLock, autoLogout } = opener('passphrase-needed');
    expect(await open()).toEqual(done);
    expect(appLock.startLocked).toHaveBeenCalledExactlyOnceWith('start');
    expect(autoLogout.opened).not.toHaveBeenCalled();
  });

  test('that failed lets sessions in memory end', async () => {
    const { open, appLock, autoLogout } = opener('keyring-locked');
    expect(await open()).toMatchObject({ problem: { code: 'keyring-not-open' } });
    expect(appLock.startLocked).not.toHaveBeenCalled();
    expect(autoLogout.opened).toHaveBeenCalledOnce();
  });

  test('is tried again at a late answer of the keyring only if it was missed', async () => {
    const late = opener('ok');
    await late.answerLate();
    expect(late.vault.open).toHaveBeenCalledOnce();
    const sealed = opener('ok', { kind: 'sealed', by: 'kwallet', passphrase: false });
    await sealed.answerLate();
    expect(sealed.vault.open).not.toHaveBeenCalled();
    const locked = opener('ok');
    locked.appLock.isLocked = true;
    await locked.answerLate();
    expect(locked.vault.open, 'a person has to unlock it').not.toHaveBeenCalled();
  });
});

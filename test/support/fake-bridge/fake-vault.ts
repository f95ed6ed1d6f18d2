import type { Problem } from '../../../contract/core/problem.ts';
import { done, fail, type Result } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import type { AppState, Row, Sealer, StateChange } from '../../../contract/state.ts';
import { replaceWord, type VaultCalls } from '../../../contract/vault.ts';
import { held } from './fake-rows.ts';

const shortest = 12;

/** What the fake vault needs of the fake main. */
interface Surroundings {
  readonly read: () => AppState;
  readonly announce: (change: Omit<StateChange, 'revision'>) => void;
  readonly wait: () => Promise<unknown>;
  /** The passphrase of a vault that is closed in the first state. */
  readonly passphrase: string | null;
}

/** A vault that seals nothing: it stores a passphrase, and the rows while locked. */
export function fakeVault({ read, announce, wait, passphrase: first }: Surroundings): VaultCalls {
  let passphrase = first;
  let hidden: readonly Row[] = [];
  let wrong = 0;

  const keyring = (): Sealer | null => {
    const { storage } = read();
    if (storage.kind === 'sealed') return storage.by;
    return storage.kind === 'memory-only' ? storage.sealedBy : null;
  };
  const seal = (by: Sealer | null): void =>
    announce({ storage: { kind: 'sealed', by, passphrase: passphrase !== null }, storageAsked: false });
  const change = (id: ProfileId, part: Partial<Row>): void => {
    const row = read().rows.find((one) => one.profile.id === id);
    if (row !== undefined) announce({ rows: [{ ...row, ...part }] });
  };

  return {
    async lock() {
      const { rows } = read();
      hidden = rows.map(forgetMemory);
      const locked = { kind: 'locked', reason: 'asked', passphrase: passphrase !== null } as const;
      const by = keyring();
      announce({
        gone: rows.map((row) => row.profile.id),
        lock: { ...locked, keyring: by ?? (passphrase === null ? 'none' : null) },
      });
      return done;
    },
    async unlock({ passphrase: typed }): Promise<Result> {
      await wait();
      if (typed !== null && typed !== passphrase) {
        wrong += 1;
        return fail(wrong < 3 ? { code: 'passphrase-wrong' } : { code: 'passphrase-later', seconds: 8 });
      }
      wrong = 0;
      announce({ rows: hidden, lock: { kind: 'open' } });
      if (read().storage.kind === 'memory-only' && typed !== null) seal(null);
      return done;
    },
    async retryKeyring() {
      await wait();
      return fail({ code: 'keyring-not-open', reason: 'keyring-locked' });
    },
    async chooseStorage({ choice }) {
      const { settings } = read();
      const withoutKeyring = choice === 'memory' ? 'memory' : 'ask';
      announce({ storageAsked: false, settings: { ...settings, withoutKeyring } });
      return done;
    },
    async setPassphrase({ passphrase: wish, current }) {
      await wait();
      const problem = problemOf(wish, current, passphrase);
      if (problem !== null) return fail(problem);
      passphrase = wish;
      seal(keyring());
      return done;
    },
    async removePassphrase({ current }) {
      await wait();
      if (current !== passphrase) return fail({ code: 'current-passphrase-wrong' });
      if (keyring() === null) return fail({ code: 'last-way-in' });
      passphrase = null;
      seal(keyring());
      return done;
    },
    async letKeyringOpen({ on, passphrase: typed }) {
      await wait();
      if (typed !== passphrase) return fail({ code: 'current-passphrase-wrong' });
      if (!on && passphrase === null) return fail({ code: 'last-way-in' });
      seal(on ? 'gnome-keyring' : null);
      return done;
    },
    async rotateKey({ passphrase: typed }) {
      await wait();
      if (typed !== passphrase) return fail({ code: 'current-passphrase-wrong' });
      return read().storage.kind === 'sealed' ? done : fail({ code: 'store-not-open' });
    },
    async replaceVault({ word }) {
      await wait();
      if (word !== replaceWord) return fail({ code: 'word-does-not-match' });
      passphrase = null;
      announce({ rows: hidden.map(logOut), lock: { kind: 'open' } });
      seal('gnome-keyring');
      return done;
    },
    async loginAgain({ profileId }) {
      const row = read().rows.find((one) => one.profile.id === profileId);
      if (row?.passwordKept !== true) return fail({ code: 'no-kept-password' });
      await wait();
      change(profileId, { session: held(Date.now(), 180 * 86_400_000, 'accepted') });
      return done;
    },
    async forgetPassword({ profileId }) {
      change(profileId, { passwordKept: false });
      return done;
    },
    async forgetAllPasswords() {
      announce({ rows: read().rows.map((row) => ({ ...row, passwordKept: false })) });
      return done;
    },
  };
}

function problemOf(wish: string, current: string | null, before: string | null): Problem | null {
  if (before !== null && current !== before) return { code: 'current-passphrase-wrong' };
  return wish.length < shortest ? { code: 'passphrase-too-short', shortest } : null;
}

function forgetMemory(row: Row): Row {
  return hasToken(row.session) && row.session.secret === 'memory' ? logOut(row) : row;
}

function logOut(row: Row): Row {
  return { ...row, session: { phase: 'logged-out' }, passwordKept: false };
}

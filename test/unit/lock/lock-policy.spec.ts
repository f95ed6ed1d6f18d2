import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../contract/settings.ts';
import type { VaultStatus } from '../../../contract/state.ts';
import { IdleMonitor, nextIdleCheck } from '../../../main/lock/idle-monitor.ts';
import { changeWhileLocked, locksOn, waysToUnlock } from '../../../main/lock/lock-policy.ts';

const hours = 60 * 60_000;

describe('the lock', () => {
  test('comes on the chosen triggers only', () => {
    for (const occasion of ['idle', 'screen', 'sleep'] as const)
      expect(locksOn(occasion, defaultSettings)).toBe(false);
    expect(locksOn('idle', { ...defaultSettings, lockAfterIdleMinutes: 5 })).toBe(true);
    expect(locksOn('screen', { ...defaultSettings, lockWithScreen: true })).toBe(true);
    expect(locksOn('sleep', { ...defaultSettings, lockOnSleep: true })).toBe(true);
  });

  test('opens by the key sources of the vault, and by one click if nothing is sealed', () => {
    const memory = { kind: 'memory-only', missing: 'any' } as const;
    const cases: readonly (readonly [VaultStatus, unknown])[] = [
      [
        { kind: 'sealed', by: 'kwallet', passphrase: false },
        { keyring: 'kwallet', passphrase: false },
      ],
      [
        { kind: 'sealed', by: 'kwallet', passphrase: true },
        { keyring: 'kwallet', passphrase: true },
      ],
      [
        { kind: 'sealed', by: null, passphrase: true },
        { keyring: null, passphrase: true },
      ],
      [
        { ...memory, reason: 'no-keyring', passphrase: false, sealedBy: null },
        { keyring: 'none', passphrase: false },
      ],
      [
        { ...memory, reason: 'locked', passphrase: true, sealedBy: null },
        { keyring: null, passphrase: true },
      ],
      [{ kind: 'opening' }, { keyring: 'none', passphrase: false }],
    ];
    for (const [storage, ways] of cases) expect(waysToUnlock(storage)).toEqual(ways);
  });

  test('sends a locked page only lock, settings and language', () => {
    expect(changeWhileLocked({ revision: 3, rows: [], notices: [] })).toBeNull();
    const change = { revision: 4, rows: [], lock: { kind: 'open' }, language: 'ru' } as const;
    expect(changeWhileLocked(change)).toEqual({ revision: 4, lock: { kind: 'open' }, language: 'ru' });
    // Otherwise the page takes a joined change for one that it has missed a part of.
    expect(changeWhileLocked({ ...change, since: 2 })).toMatchObject({ since: 2 });
  });
});

describe('an idle window', () => {
  const settings = { ...defaultSettings, lockAfterIdleMinutes: 5 } as const;

  test('locks at exactly the limit', { tags: ['row-130'] }, () => {
    const at = (idleSeconds: number) => nextIdleCheck({ idleSeconds, isScreenLocked: null }, settings, 0);
    expect(at(299)).toEqual({ occasion: null, againInMs: 1_000 });
    expect(at(300)).toMatchObject({ occasion: 'idle' });
    expect(at(0)).toEqual({ occasion: null, againInMs: 60_000 });
  });

  test('counts as used if the desktop cannot tell, for at most eight hours', {
    tags: ['row-130'],
  }, () => {
    const seen = { idleSeconds: null, isScreenLocked: null };
    expect(nextIdleCheck(seen, settings, 8 * hours - 1)).toMatchObject({ occasion: null });
    expect(nextIdleCheck(seen, settings, 8 * hours)).toMatchObject({ occasion: 'idle' });
  });

  test('is monitored only while a lock trigger is chosen', async () => {
    let looks = 0;
    const told: string[] = [];
    const presence = {
      idleSeconds: () => {
        looks += 1;
        return 600;
      },
      isScreenLocked: () => null,
    };
    const watch = new IdleMonitor({ presence, now: Date.now, happened: (occasion) => told.push(occasion) });
    watch.watch(defaultSettings);
    expect(looks).toBe(0);
    watch.watch(settings);
    expect(told).toEqual(['idle']);
    watch.stop();
  });

  test('asks the system only what a chosen trigger needs', () => {
    const asked: string[] = [];
    const presence = {
      idleSeconds: () => {
        asked.push('idle');
        return 0;
      },
      isScreenLocked: () => {
        asked.push('screen');
        return false;
      },
    };
    const watch = new IdleMonitor({ presence, now: Date.now, happened: () => undefined });
    const askedFor = (chosen: Partial<Settings>) => {
      asked.length = 0;
      watch.watch({ ...defaultSettings, ...chosen });
      watch.stop();
      return [...asked];
    };
    expect(askedFor({ lockWithScreen: true })).toEqual(['screen']);
    expect(askedFor({ lockAfterIdleMinutes: 5 })).toEqual(['idle']);
    expect(askedFor({ lockAfterIdleMinutes: 5, lockWithScreen: true })).toEqual(['idle', 'screen']);
  });

  test('locks with a screen lock that has to be polled', () => {
    const chosen = { ...defaultSettings, lockWithScreen: true };
    const look = (isScreenLocked: boolean | null) =>
      nextIdleCheck({ idleSeconds: 0, isScreenLocked }, chosen, 0);
    expect(look(true)).toMatchObject({ occasion: 'screen' });
    expect(look(false)).toEqual({ occasion: null, againInMs: 5_000 });
  });
});

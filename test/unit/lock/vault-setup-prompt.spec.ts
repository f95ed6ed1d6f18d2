import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../contract/settings.ts';
import type { AppState, Row } from '../../../contract/state.ts';
import { promptVaultSetup } from '../../../main/lock/vault-setup-prompt.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { held } from '../../support/fake-bridge/fake-rows.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const noKeyring = {
  ...({ kind: 'memory-only', reason: 'no-keyring', passphrase: false } as const),
  ...({ sealedBy: null, missing: 'any' } as const),
};
const withToken = (secret: 'memory' | 'unreadable'): Row =>
  sampleRow({ session: held(0, null, 'accepted', null, { secret }) });

/** An app in whose state nothing can be encrypted. */
function app(instead: Partial<AppState> = {}) {
  const live = new LiveState(sampleAppState({ storage: noKeyring, ...instead }));
  promptVaultSetup(live);
  const isAsked = async () => {
    await new Promise(setImmediate);
    return live.read().storageAsked;
  };
  return { live, isAsked };
}

describe('the question where tokens should be stored', () => {
  test('comes with the first token, once', async () => {
    const { live, isAsked } = app();
    live.change({ rows: [sampleRow()] });
    expect(await isAsked()).toBe(false);
    live.change({ rows: [withToken('memory')] });
    expect(await isAsked()).toBe(true);
    live.change({ storageAsked: false });
    live.change({ rows: [withToken('memory')] });
    expect(await isAsked(), 'once per start').toBe(false);
  });

  test('does not come for a token of an earlier start, nor if it is answered or may not be needed', async () => {
    const earlier = app();
    earlier.live.change({ rows: [withToken('unreadable')] });
    expect(await earlier.isAsked()).toBe(false);
    const answered = app({ settings: { ...defaultSettings, withoutKeyring: 'memory' } });
    answered.live.change({ rows: [withToken('memory')] });
    expect(await answered.isAsked()).toBe(false);
    const waiting = app({ storage: { ...noKeyring, reason: 'keyring-locked' } });
    waiting.live.change({ rows: [withToken('memory')] });
    expect(await waiting.isAsked(), 'the keyring may still answer').toBe(false);
  });

  test('waits until the window is unlocked', async () => {
    const { live, isAsked } = app({
      lock: { kind: 'locked', reason: 'asked', keyring: 'none', passphrase: false },
    });
    live.change({ rows: [withToken('memory')] });
    expect(await isAsked()).toBe(false);
    live.change({ lock: { kind: 'open' } });
    live.change({ rows: [withToken('memory')] });
    expect(await isAsked()).toBe(true);
  });

  test('goes once tokens are sealed', async () => {
    const { live, isAsked } = app();
    live.change({ rows: [withToken('memory')] });
    expect(await isAsked()).toBe(true);
    live.change({ storage: { kind: 'sealed', by: 'kwallet', passphrase: false } });
    expect(await isAsked()).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import type { Calls } from '../../../contract/bridge.ts';
import { done, fail, type Result } from '../../../contract/core/result.ts';
import type { Environment } from '../../../contract/profiles/profile.ts';
import type { SecretPlace } from '../../../contract/sessions/session.ts';
import { defaultSettings } from '../../../contract/settings.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { type TrayAction, TrayActions } from '../../../main/tray/tray-actions.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

interface Given {
  readonly environment?: Environment;
  readonly confirmProduction?: boolean;
  readonly secret?: SecretPlace;
  readonly answer?: Result;
}

/** What an action called, whether it showed the window, and what it asked of it. */
async function run(
  { environment = 'none', confirmProduction = false, secret = 'sealed', answer = done }: Given,
  choose: (profileId: typeof profile.id) => TrayAction,
) {
  const own = { ...profile, environment };
  const session = {
    ...({ phase: 'active', loggedInAt: 0, expiresAt: null, leaseEndsAt: null, skewMs: 0 } as const),
    ...({ secret, wayIn: 'password', fingerprint: 'aaaaaaaa', lastCheck: null } as const),
  };
  const live = new LiveState(
    sampleAppState({
      rows: [sampleRow({ profile: own, session })],
      settings: { ...defaultSettings, confirmProduction },
    }),
  );
  const did: string[] = [];
  const call = (name: string) => async () => {
    did.push(name);
    return answer;
  };
  const actions = new TrayActions({
    live,
    calls: {
      copySession: call('copy') as Calls['copySession'],
      openWebPage: call('open'),
      clearClipboard: call('clear'),
      checkAll: call('check'),
      lock: call('lock'),
    },
    showWindow: () => did.push('show'),
    showQuickAccess: () => did.push('quick'),
    quit: () => did.push('quit'),
  });
  await actions.run(choose(profile.id));
  return { did, asked: live.read().taskAsked };
}

const profile = sampleProfile();
const copy = (profileId: typeof profile.id): TrayAction => ({ kind: 'copy', profileId, format: 'token' });
const open = (profileId: typeof profile.id): TrayAction => ({ kind: 'open-web-interface', profileId });

describe('an action of the tray', () => {
  test('copies, opens, clears, checks and locks without the window', async () => {
    expect(await run({}, copy)).toEqual({ did: ['copy'], asked: null });
    expect(await run({}, open)).toEqual({ did: ['open'], asked: null });
    expect(await run({}, () => ({ kind: 'clear-clipboard' }))).toEqual({ did: ['clear'], asked: null });
    expect(await run({}, () => ({ kind: 'check-all' }))).toEqual({ did: ['check'], asked: null });
    expect(await run({}, () => ({ kind: 'lock' }))).toEqual({ did: ['lock'], asked: null });
  });

  test('copies and opens nothing of a guarded production server before the window has asked', async () => {
    const guarded = { environment: 'production', confirmProduction: true } as const;
    for (const action of [copy, open])
      expect(await run(guarded, action)).toEqual({ did: ['show'], asked: action(profile.id) });
    expect((await run({ ...guarded, confirmProduction: false }, copy)).did).toEqual(['copy']);
    expect((await run({ ...guarded, environment: 'test' }, copy)).did).toEqual(['copy']);
  });

  test('leaves to the window what could not be done', async () => {
    const answer = fail({ code: 'clipboard-out-of-reach' });
    expect(await run({ answer }, copy)).toEqual({ did: ['copy', 'show'], asked: copy(profile.id) });
    const clear = { kind: 'clear-clipboard' } as const;
    expect(await run({ answer }, () => clear)).toEqual({ did: ['clear', 'show'], asked: clear });
  });

  test('lets the window ask before a lock that loses tokens', async () => {
    const lock = { kind: 'lock' } as const;
    expect(await run({ secret: 'memory' }, () => lock)).toEqual({ did: ['show'], asked: lock });
  });

  test('shows the window for a view and a log-in, and ends the app', async () => {
    const view = { kind: 'show-view', view: 'problems' } as const;
    expect(await run({}, () => view)).toEqual({ did: ['show'], asked: view });
    expect((await run({}, () => ({ kind: 'quick-access' }))).did).toEqual(['quick']);
    expect((await run({}, () => ({ kind: 'quit' }))).did).toEqual(['quit']);
  });
});

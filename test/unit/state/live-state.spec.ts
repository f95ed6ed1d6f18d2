import { describe, expect, test } from 'vitest';
import type { Result } from '../../../contract/core/result.ts';
import type { Row, StateChange } from '../../../contract/state.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { Notices } from '../../../main/state/notices.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const start = sampleAppState();

function rowOf(number: number): Row {
  const id = `11111111-1111-4111-8111-${String(number).padStart(12, '0')}` as Row['profile']['id'];
  return sampleRow({ profile: sampleProfile({ id }) });
}

describe('the live state', () => {
  test('gives every change the next revision and tells it whole', () => {
    const live = new LiveState(start);
    const heard: StateChange[] = [];
    live.watch((change) => heard.push(change));
    live.change({ rows: [rowOf(1)] });
    live.change({ language: 'ru' });
    expect(heard).toEqual([
      { revision: 2, rows: [rowOf(1)] },
      { revision: 3, language: 'ru' },
    ]);
    expect(live.read()).toEqual({ ...start, revision: 3, rows: [rowOf(1)], language: 'ru' });
  });

  test('tells only the rows that changed', () => {
    const live = new LiveState({ ...start, rows: [rowOf(1), rowOf(2)] });
    const heard: StateChange[] = [];
    live.watch((change) => heard.push(change));
    live.change({ rows: [{ ...rowOf(2), checking: true }] });
    expect(heard[0]?.rows).toHaveLength(1);
    expect(live.rows()).toHaveLength(2);
  });

  test('forgets a row that is gone', () => {
    const live = new LiveState({ ...start, rows: [rowOf(1), rowOf(2)] });
    live.change({ gone: [rowOf(1).profile.id] });
    expect(live.rows()).toEqual([rowOf(2)]);
  });

  test('tells nothing to a watcher that stopped', () => {
    const live = new LiveState(start);
    const heard: StateChange[] = [];
    const stop = live.watch((change) => heard.push(change));
    stop();
    live.change({ language: 'es' });
    expect(heard).toEqual([]);
  });
});

describe('notices', () => {
  const full: Result = {
    ok: false,
    problem: { code: 'not-saved', file: 'profiles.json', reason: 'disk-full' },
  };

  test('tell once that a file cannot be saved, and no more when it can be', () => {
    const live = new LiveState(start);
    const notices = new Notices(live);
    notices.reportSave('profiles.json', full);
    notices.reportSave('profiles.json', full);
    expect(live.read().notices).toMatchObject([{ code: 'file-not-saved', file: 'profiles.json' }]);
    notices.reportSave('vault.json', { ok: true, value: undefined });
    expect(live.read().notices).toHaveLength(1);
    notices.reportSave('profiles.json', { ok: true, value: undefined });
    expect(live.read().notices).toEqual([]);
  });

  test('stay until they are dismissed', () => {
    const live = new LiveState(start);
    const notices = new Notices(live);
    notices.add({ code: 'file-newer', file: 'vault.json' });
    notices.add({ code: 'file-restored', file: 'profiles.json', keptAs: 'profiles.json.corrupt-1' });
    const [first] = live.read().notices;
    notices.dismiss(first?.id ?? '');
    expect(live.read().notices).toMatchObject([{ code: 'file-restored' }]);
  });
});

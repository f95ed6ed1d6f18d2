import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Row, StateChange } from '../../../contract/state.ts';
import { ChangeSender, mergeChanges } from '../../../main/state/change-sender.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

function rowOf(number: number, fields: Partial<Row> = {}): Row {
  const id = `11111111-1111-4111-8111-${String(number).padStart(12, '0')}` as Row['profile']['id'];
  return sampleRow({ profile: sampleProfile({ id }), ...fields });
}

const idOf = (number: number) => rowOf(number).profile.id;

describe('the changes sent to the window', () => {
  let sent: StateChange[];
  let sender: ChangeSender;

  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    sender = new ChangeSender((change) => sent.push(change));
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  test('are one at once and the others of the next 100 ms together', () => {
    for (let revision = 2; revision < 500; revision += 1)
      sender.add({ revision, rows: [rowOf(revision % 3, { lastUsedAt: revision })] });
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ revision: 499, since: 2 });
    expect(sent[1]?.rows?.map(({ lastUsedAt }) => lastUsedAt).toSorted()).toEqual([497, 498, 499]);
  });

  test('come at once again after a pause', () => {
    sender.add({ revision: 2, language: 'ru' });
    vi.advanceTimersByTime(100);
    sender.add({ revision: 3, language: 'es' });
    expect(sent).toEqual([
      { revision: 2, language: 'ru' },
      { revision: 3, language: 'es' },
    ]);
  });

  test('contain that a log-in has begun only if it takes longer than 100 ms', () => {
    const before = { phase: 'logged-out' } as const;
    const begun = rowOf(1, { session: { phase: 'logging-in', before } });
    sender.add({ revision: 2, rows: [begun] });
    expect(sent).toEqual([]);
    sender.add({ revision: 3, rows: [rowOf(1)] });
    expect(sent, 'the result is sent at once').toEqual([{ revision: 3, since: 1, rows: [rowOf(1)] }]);
    sender.add({ revision: 4, rows: [rowOf(2)] });
    expect(sent, 'and begins a pause').toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(sent).toHaveLength(2);
    sender.add({ revision: 5, rows: [begun] });
    expect(sent).toHaveLength(2);
    vi.advanceTimersByTime(100);
    expect(sent[2]).toEqual({ revision: 5, rows: [begun] });
  });

  test('do not wait for a pause when a call returns', () => {
    sender.add({ revision: 2, language: 'ru' });
    sender.add({ revision: 3, language: 'es' });
    sender.flush();
    sender.flush();
    expect(sent.map(({ revision }) => revision)).toEqual([2, 3]);
  });

  test('never delay a lock', () => {
    sender.add({ revision: 2, language: 'ru' });
    sender.add({ revision: 3, gone: [idOf(1)] });
    sender.add({ revision: 4, lock: { kind: 'open' } });
    expect(sent[1]).toEqual({ revision: 4, since: 2, gone: [idOf(1)], lock: { kind: 'open' } });
  });
});

describe('merged changes', () => {
  test('have the last value of each part and of each row', () => {
    const first: StateChange = {
      revision: 5,
      rows: [rowOf(1), rowOf(2)],
      language: 'ru',
      storageAsked: true,
    };
    const second: StateChange = { revision: 6, rows: [rowOf(2, { checking: true })], language: 'es' };
    expect(mergeChanges(first, second)).toEqual({
      ...{ revision: 6, since: 4, language: 'es', storageAsked: true },
      rows: [rowOf(1), rowOf(2, { checking: true })],
    });
  });

  test('do not bring back a removed row, and bring back one that was added again', () => {
    const removed = mergeChanges({ revision: 5, rows: [rowOf(1)] }, { revision: 6, gone: [idOf(1)] });
    expect(removed).toEqual({ revision: 6, since: 4, rows: [], gone: [idOf(1)] });
    expect(mergeChanges(removed, { revision: 7, rows: [rowOf(1)] })).toEqual({
      ...{ revision: 7, since: 4, rows: [rowOf(1)], gone: [] },
    });
  });

  test('keep that nothing of ours is on the clipboard', () => {
    const merged = mergeChanges({ revision: 5, clipboard: { note: null } }, { revision: 6, language: 'ru' });
    expect(merged.clipboard).toEqual({ note: null });
  });
});

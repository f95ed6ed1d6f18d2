import { expect, test } from 'vitest';
import { readChange, readState, writeChange, writeState } from '../../../contract/list/short-rows.ts';
import type { AppState, Row, StateChange } from '../../../contract/state.ts';
import { fakeBridge } from '../../support/fake-bridge/fake-bridge.ts';
import { rowOf } from '../../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../../support/fake-bridge/sample-rows.ts';

const now = Date.UTC(2026, 10, 24, 12);
const plain = (number: number): Row =>
  rowOf(number, {
    ...{ name: `Server ${number}`, address: `https://${number}.example`, userName: 'operator' },
    session: { phase: 'logged-out' },
  });

test('a long list reads as it was written, in a shorter text', async () => {
  const rows = [...sampleRows(now), ...Array.from({ length: 400 }, (_, index) => plain(1_000 + index))];
  const state: AppState = { ...(JSON.parse(await fakeBridge().readState()) as AppState), rows };
  const text = writeState(state);
  expect(readState(text)).toEqual(state);
  expect(text.length).toBeLessThan(JSON.stringify(state).length * 0.8);
});

test('a short list is written as it is', async () => {
  const state: AppState = { ...(JSON.parse(await fakeBridge().readState()) as AppState), rows: [plain(1)] };
  expect(writeState(state)).toBe(JSON.stringify(state));
  expect(readState(writeState(state))).toEqual(state);
});

test('a change of many rows reads as it was written, in a shorter text', () => {
  const rows = [...sampleRows(now), ...Array.from({ length: 400 }, (_, index) => plain(1_000 + index))];
  const change: StateChange = { revision: 7, since: 5, rows, gone: [] };
  const text = writeChange(change);
  expect(readChange(text)).toEqual(change);
  expect(text.length).toBeLessThan(JSON.stringify(change).length * 0.8);
});

test.each<StateChange>([
  { revision: 7, language: 'es' },
  { revision: 7, rows: [plain(1)] },
])('a change of few rows or none is written as it is', (change) => {
  expect(writeChange(change)).toBe(JSON.stringify(change));
  expect(readChange(writeChange(change))).toEqual(change);
});

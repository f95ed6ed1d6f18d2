import { describe, expect, test } from 'vitest';
import { hasToken, mayLiveOnServer } from '../../../../contract/sessions/session.ts';
import type { Row } from '../../../../contract/state.ts';
import { describeStatus, formatRole, rowLabel } from '../../../../renderer/i18n/format-status.ts';
import { nextAction } from '../../../../renderer/state/next-action.ts';
import { speech } from '../../../support/app/speech.ts';
import { sampleRows } from '../../../support/fake-bridge/sample-rows.ts';

const now = new Date(2026, 10, 24, 12).getTime();
const day = 86_400_000;
const rows = sampleRows(now);

const named = (name: string): Row => {
  const row = rows.find((one) => one.profile.name === name);
  if (row === undefined) throw new Error(`No row ${name}`);
  return row;
};

const moment = { now, expiringMs: 7 * day, language: 'en' };

describe('a row', () => {
  test('has name, user, status and remaining time as accessible name', async () => {
    const t = await speech('en');
    expect(rowLabel(t, named('Business centre'), moment)).toBe(
      'Business centre, reception, accepted, 54 days left',
    );
    expect(rowLabel(t, named('Airport T2'), moment)).toBe(
      'Airport T2, guard2, accepted, 12 days left, Production',
    );
    expect(rowLabel(t, named('Training room'), moment)).toBe('Training room, trainer, logged out, Test');
  });

  test("distinguishes the clock's statement from the server's", async () => {
    const t = await speech('en');
    const second = (name: string): string => describeStatus(t, named(name), moment).detail;
    expect(second('Business centre')).toBe('54 days left');
    expect(second('Depot')).toBe('66 days (unverified)');
    expect(second('Warehouse south')).toMatch(/^(99|100) days \(unverified\)$/);
    expect(second('Музей современного искусства')).toBe('expiry unknown');
  });

  test('that expires soon says when', async () => {
    const t = await speech('en');
    expect(describeStatus(t, named('Metro north'), moment)).toEqual({
      status: 'expiring',
      label: 'expires in 21 h',
      detail: 'tomorrow, 09:10',
    });
  });

  test('offers the next action', async () => {
    const t = await speech('en');
    const action = (name: string): string => nextAction(describeStatus(t, named(name), moment).status);
    expect(action('Airport T2')).toBe('copy');
    expect(action('Depot')).toBe('copy');
    expect(action('Stadium gate 4')).toBe('log-in-again');
    expect(action('Training room')).toBe('log-in');
    expect(action('Concert hall')).toBe('cancel');
    expect(action('Staging 2.3')).toBe('compare');
  });

  test('may exist on its server unless it is known to have ended', () => {
    const may = (name: string): boolean => mayLiveOnServer(named(name).session, now);
    for (const name of ['Airport T2', 'Depot', 'Metro north', 'Staging 2.3'])
      expect(may(name), name).toBe(true);
    for (const name of ['Training room', 'Stadium gate 4']) expect(may(name), name).toBe(false);
    const { session } = named('Airport T2');
    expect(mayLiveOnServer(session, now + 365 * day)).toBe(false);
    if (!hasToken(session)) throw new Error('Not held');
    expect(mayLiveOnServer({ phase: 'logging-out', before: session }, now)).toBe(true);
  });

  test('names the role, or the number of the group', async () => {
    const t = await speech('en');
    expect(formatRole(t, 'administrator')).toBe('Administrator');
    expect(formatRole(t, { group: 17 })).toBe('Group 17');
    expect(formatRole(t, null)).toBe('');
  });
});

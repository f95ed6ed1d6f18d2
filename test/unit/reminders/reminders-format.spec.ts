import { describe, expect, test } from 'vitest';
import { maxProfiles } from '../../../main/profiles/saved/profiles-schema.ts';
import { remindersFormat, type SavedReminders } from '../../../main/reminders/reminders-format.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const { id } = sampleProfile();
const moment = 1_764_000_000_000;
const told = { serverEnd: moment, step: 86_400_000, snoozedUntil: moment };
const fileWith = (instead: object) =>
  JSON.stringify({
    ...{ fmt: 'ffsm-reminders', v: 1, minReader: 1, last: { days: null, hours: moment } },
    ...{ told: [{ profileId: id, ...told }], muted: [id], ...instead },
  });
const toldWith = (instead: object) => fileWith({ told: [{ profileId: id, ...told, ...instead }] });

describe('the saved reminders', () => {
  test('are read as they were written', () => {
    const value: SavedReminders = {
      last: { days: moment, hours: null },
      told: new Map([[id, { ...told, step: null, snoozedUntil: null }]]),
      muted: new Set([id]),
    };
    expect(remindersFormat.read(remindersFormat.write(value))).toEqual({ kind: 'good', value });
    expect(remindersFormat.read(fileWith({})).kind).toBe('good');
  });

  test('of the largest list are within the limit of their file', () => {
    const ids = Array.from({ length: maxProfiles }, () => sampleProfile().id);
    const longest = { serverEnd: moment + 0.123, step: 1_209_600_000, snoozedUntil: moment + 0.123 };
    const text = remindersFormat.write({
      last: { days: moment, hours: moment },
      told: new Map(ids.map((one) => [one, longest])),
      muted: new Set(ids),
    });
    expect(text.length).toBeLessThan(remindersFormat.largest);
    expect(remindersFormat.read(text).kind).toBe('good');
  });

  test.each([
    ['no ID', toldWith({ profileId: '__proto__' })],
    ['a step after the end', toldWith({ step: -1 })],
    ['a step between two milliseconds', toldWith({ step: 0.5 })],
    ['a time that no calendar has', toldWith({ serverEnd: 9e15 })],
    ['a text as time', toldWith({ snoozedUntil: '1' })],
    ['no last time', fileWith({ last: {} })],
    ['a muted name', fileWith({ muted: ['Airport'] })],
    ['too many muted', fileWith({ muted: new Array(maxProfiles + 1).fill(id) })],
    ['another file', fileWith({ fmt: 'ffsm-checks' })],
  ])('with %s count as absent', (_, text) => {
    expect(remindersFormat.read(text)).toEqual({ kind: 'corrupt' });
  });
});

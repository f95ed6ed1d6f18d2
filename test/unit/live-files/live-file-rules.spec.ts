import { describe, expect, test } from 'vitest';
import { programCode } from '../../../main/journal/journal-record.ts';
import { liveFilesFormat, type SavedLiveFile } from '../../../main/live-files/live-files-format.ts';
import { programName } from '../../../main/live-files/live-reads.ts';
import { PermittedPrograms } from '../../../main/live-files/permitted-programs.ts';
import { Pace } from '../../../main/live-files/pipe/pace.ts';
import { isOpenToOthers } from '../../../main/live-files/places.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const hour = 3_600_000;

describe('a folder', () => {
  test.each([
    [{ uid: 1000, gid: 1000, mode: 0o700 }, false],
    [{ uid: 1000, gid: 1000, mode: 0o775 }, false],
    [{ uid: 0, gid: 0, mode: 0o755 }, false],
    [{ uid: 0, gid: 0, mode: 0o1777 }, false],
    [{ uid: 0, gid: 0, mode: 0o777 }, true],
    [{ uid: 1000, gid: 1000, mode: 0o777 }, true],
    [{ uid: 1000, gid: 100, mode: 0o775 }, true],
    [{ uid: 1001, gid: 1001, mode: 0o700 }, true],
    [{ uid: 1001, gid: 1001, mode: 0o1777 }, true],
  ])('%j is open to other users than 1000: %s', (facts, expected) => {
    expect(isOpenToOthers(facts, 1000)).toBe(expected);
  });
});

describe('a program', () => {
  test('is permitted for 8 hours at most, and refused for a minute', () => {
    const programs = new PermittedPrograms();
    expect(programs.verdict('/bin/cat', 0)).toBe(null);
    programs.decide('/bin/cat', true, 0);
    programs.decide('/bin/dog', false, 0);
    expect(programs.verdict('/bin/cat', 8 * hour - 1)).toBe(true);
    expect(programs.verdict('/bin/cat', 8 * hour)).toBe(null);
    expect(programs.verdict('/bin/dog', 59_999)).toBe(false);
    expect(programs.verdict('/bin/dog', 60_000)).toBe(null);
    programs.forget();
    expect(programs.verdict('/bin/cat', 1)).toBe(null);
  });

  test('has a name that reads in one way, and in the journal one of letters and digits', () => {
    expect(programName('/usr/bin/python3.12')).toBe('python3.12');
    expect(programName('/tmp/evil\u202egpj\nprogram')).toBe('evilgpj program');
    expect(programCode('My_Tool (dev)')).toBe('my-tool-dev-');
    expect(programCode('')).toBe('unknown');
    expect(programCode('x'.repeat(100))).toHaveLength(40);
  });
});

describe('a pipe', () => {
  test('is opened twenty times at once, then twice a second', () => {
    const pace = new Pace();
    const waits = Array.from({ length: 24 }, () => pace.next(1_000_000));
    expect(waits.slice(0, 20)).toEqual(Array(20).fill(0));
    expect(waits.slice(20)).toEqual([500, 1_000, 1_500, 2_000]);
    expect(pace.next(1_100_000)).toBe(0);
  });
});

describe('the saved live files', () => {
  const one: SavedLiveFile = {
    ...{ id: '0123456789ab', profileId: sampleProfile().id, kind: 'ask', format: 'env' },
    ...{ path: '/a/live.env', reach: 'ab'.repeat(32), marks: [] },
  };

  test('are read as they were written', () => {
    expect(liveFilesFormat.read(liveFilesFormat.write([one]))).toEqual({ kind: 'good', value: [one] });
  });

  test.each([
    { path: 'live.env' },
    { kind: 'other' },
    { id: 'x' },
    { reach: 'no' },
    { marks: ['no'] },
    { more: 1 },
  ])('are not those with %j', (change) => {
    const text = liveFilesFormat.write([{ ...one, ...change } as typeof one]);
    expect(liveFilesFormat.read(text)).toEqual({ kind: 'corrupt' });
  });
});

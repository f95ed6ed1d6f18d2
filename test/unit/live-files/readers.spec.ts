import { describe, expect, test } from 'vitest';
import { canRead, readersInListing } from '../../../main/live-files/pipe/readers.ts';

describe('the readers of a pipe', () => {
  test.each([
    ['0100000', true],
    ['0100002', true],
    ['0100001', false],
    ['012000000', false],
  ])('are told by the flags of an open file: %s', (flags, expected) => {
    expect(canRead(`pos:\t0\nflags:\t${flags}\nmnt_id:\t30\n`)).toBe(expected);
  });

  test('are not those of whom nothing is known', () => {
    expect(canRead('')).toBe(false);
  });

  test('are found in what lsof prints', () => {
    const listing = 'p12\ncbash\nf3\naw\np34\nccat\nf0\nar\nf5\nar\np56\ncpython3.12\nf3\nau\n';
    expect(readersInListing(listing)).toEqual([
      { pid: 34, program: 'cat' },
      { pid: 56, program: 'python3.12' },
    ]);
    expect(readersInListing('')).toEqual([]);
  });
});

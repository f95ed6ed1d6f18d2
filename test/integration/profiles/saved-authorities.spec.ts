import { describe, expect, test } from 'vitest';
import { makeSavedProfiles, profilesFormat } from '../../../main/profiles/saved/profiles-schema.ts';
import { issue, printOf } from '../../support/servers/small-authority.ts';

describe('a saved CA', () => {
  test('has to match its fingerprint, or the file is invalid', { tags: ['row-80'] }, () => {
    const [ours, other] = [issue('Harbour', { ca: true }).cert, issue('Stranger', { ca: true }).cert];
    const fileWith = (pem: string) =>
      JSON.stringify({ ...makeSavedProfiles([]), authorities: [{ fingerprint: printOf(ours), pem }] });
    expect(profilesFormat.read(fileWith(ours))).toMatchObject({ kind: 'good' });
    expect(profilesFormat.read(fileWith(other))).toMatchObject({ kind: 'corrupt' });
  });
});

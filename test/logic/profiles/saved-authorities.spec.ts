import { expect, test } from '@playwright/test';
import { savedProfilesOf, savedProfilesShape } from '../../../main/profiles/saved/profiles-schema.ts';
import { issue, printOf } from '../../support/small-authority.ts';

test.describe('a kept authority', () => {
  test('is the very one that its fingerprint names, or the file is not whole', { tag: ['@row-80'] }, () => {
    const [ours, other] = [issue('Harbour', { ca: true }).cert, issue('Stranger', { ca: true }).cert];
    const fileWith = (pem: string) =>
      JSON.stringify({ ...savedProfilesOf([]), authorities: [{ fingerprint: printOf(ours), pem }] });
    expect(savedProfilesShape.read(fileWith(ours))).toMatchObject({ kind: 'good' });
    expect(savedProfilesShape.read(fileWith(other))).toMatchObject({ kind: 'corrupt' });
  });
});

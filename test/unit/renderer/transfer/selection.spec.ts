import { describe, expect, test } from 'vitest';
import { defaultSelection, usableEntries, withSelected } from '../../../../renderer/transfer/selection.ts';
import { samplePlan } from '../../../support/fake-bridge/fake-transfer.ts';

const pin = 'ab'.repeat(32);

describe('the selection of an import', () => {
  test('starts with new entries, and never with overwriting ones', () => {
    expect([...defaultSelection(samplePlan).keys()]).toEqual([0]);
  });

  test('includes no certificate of a list by default, but that of a backup', () => {
    expect(defaultSelection(samplePlan).get(0)).toEqual({ entry: 0, withPin: false, withSecrets: false });
    const backup = { ...samplePlan, source: 'backup' as const };
    expect(defaultSelection(backup).get(0)).toMatchObject({ withPin: true });
  });

  test('includes no session over a live one, or over another pinned certificate', () => {
    const changed = usableEntries(samplePlan.entries, 'changed').find(({ kind }) => kind === 'changed');
    if (changed?.kind !== 'changed') throw new Error('no sample');
    const after = (part: Partial<typeof changed>) =>
      withSelected(new Map(), [{ ...changed, ...part }], true, 'backup').get(1);
    expect(after({ secrets: 'restores' })).toMatchObject({ withSecrets: true });
    expect(after({ secrets: 'replaces' })).toMatchObject({ withSecrets: false });
    expect(after({ secrets: 'restores', pin, pinBefore: 'cd'.repeat(32) })).toMatchObject({
      withPin: false,
      withSecrets: false,
    });
  });

  test('is kept per entry when all are selected', () => {
    const usable = [
      ...usableEntries(samplePlan.entries, 'new'),
      ...usableEntries(samplePlan.entries, 'changed'),
    ];
    const chosen = new Map(defaultSelection(samplePlan)).set(0, {
      entry: 0,
      withPin: true,
      withSecrets: false,
    });
    expect(withSelected(chosen, usable, true, 'hand-over').get(0)).toMatchObject({ withPin: true });
    expect(withSelected(chosen, usable, false, 'hand-over').size).toBe(0);
  });
});

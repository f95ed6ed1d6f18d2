import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRight, rightWords } from '../../../../contract/i18n/right-words.ts';
import { languages } from '../../../../contract/settings.ts';
import { rightsBySubject } from '../../../../renderer/session-details/rights/rights-by-subject.ts';
import { permissionsOf } from '../../../emulator/world/permissions.ts';
import { speech } from '../../../support/app/speech.ts';

const all = permissionsOf(1);
const operator = permissionsOf(2);

for (const language of languages)
  describe(`the rights of FindFace (${language})`, () => {
    test('are all in words, and no two are told alike', async () => {
      const t = await speech(language);
      for (const code of all) expect(formatRight(t, code), code).not.toMatch(/_|rights:|ffsec/);
      expect(new Set(all.map((code) => formatRight(t, code))).size).toBe(all.length);
    });

    test('are found by their words and by their codes', async () => {
      const t = await speech(language);
      const { subject, verb } = rightWords(t, 'ffsecurity.delete_watchlist');
      for (const search of [`${subject} ${verb}`, 'ffsecurity.delete_watchlist', 'DELETE_WATCHLIST'])
        expect(rightsBySubject(t, all, search), search).toEqual([
          { subject, verbs: [verb], codes: ['ffsecurity.delete_watchlist'] },
        ]);
    });
  });

describe('the list of rights', () => {
  test('has a line for a subject, with its verbs in order and the codes behind them', async () => {
    const t = await speech('en');
    const [first] = rightsBySubject(t, [...operator].reverse());
    expect(first).toEqual({
      subject: 'Dossiers',
      verbs: ['view', 'add', 'edit', 'delete'],
      codes: ['view', 'add', 'change', 'delete'].map((verb) => `ffsecurity.${verb}_humancard`),
    });
  });

  test('hides no right, known or not', async () => {
    const t = await speech('en');
    const unknown = ['ffsecurity.view_hologram', 'other.approve_dossier', 'constructor', 'x.y', '', 'a.b_'];
    const codes = rightsBySubject(t, [...operator, ...unknown]).flatMap((line) => line.codes);
    expect(codes.toSorted()).toEqual([...operator, ...unknown].toSorted());
    expect(rightsBySubject(t, ['ffsecurity.view_hologram'])).toEqual([
      { subject: 'hologram', verbs: ['view'], codes: ['ffsecurity.view_hologram'] },
    ]);
    expect(rightsBySubject(t, ['constructor'])).toEqual([
      { subject: 'constructor', verbs: [], codes: ['constructor'] },
    ]);
  });

  test('hides none of any other text either', async () => {
    const t = await speech('en');
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (rights) => {
        const codes = rightsBySubject(t, rights).flatMap((line) => line.codes);
        expect(codes.toSorted()).toEqual(rights.toSorted());
      }),
    );
  });
});

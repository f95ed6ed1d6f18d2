import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Calls } from '../../../contract/bridge.ts';
import type { AppState } from '../../../contract/state.ts';
import { closedWhenLocked } from '../../../main/lock/guarded-dialogs.ts';
import { operator } from '../../emulator/default-users.ts';
import { answersOf } from '../../support/answers.ts';
import { test } from '../../support/headless-app.ts';

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

type Saving = (answers: Calls) => Promise<{ readonly ok: boolean }>;
const savings: Readonly<Record<string, Saving>> = {
  'the journal': (answers) => answers.saveJournal({ profileId: null, kind: null, text: '' }),
  'the table of servers': async (answers) =>
    answers.saveServerTable({
      columns: ['name'],
      profileIds: (JSON.parse(await answers.readState()) as AppState).rows.map(({ profile }) => profile.id),
    }),
  'the list': async (answers) =>
    answers.exportProfiles({
      profileIds: (JSON.parse(await answers.readState()) as AppState).rows.map(({ profile }) => profile.id),
      withPins: false,
    }),
  diagnostics: (answers) => answers.saveDiagnostics(),
  'a backup': (answers) => answers.backUp({ passphrase: 'seven calm cranes' }),
};

describe('a dialog that was open when the lock came', () => {
  for (const [what, save] of Object.entries(savings))
    test(`does not write ${what}`, async ({ app, server }) => {
      await app.add({ address: server.base, name: 'Secret site' }, operator.password);
      const answers = answersOf(app);
      const path = join(app.folder, 'chosen.txt');
      app.files.chosen = path;
      app.files.meanwhile = async () => {
        await app.parts.appLock.lock('idle');
      };
      expect(await save(answers)).toEqual({ ok: true, value: null });
      expect(await exists(path)).toBe(false);
      app.files.meanwhile = async () => {
        await app.parts.appLock.lock('idle');
        await app.parts.appLock.unlock(null);
      };
      await app.parts.appLock.unlock(null);
      expect(await save(answers), 'nor after it was unlocked again').toEqual({ ok: true, value: null });
      expect(await exists(path)).toBe(false);
      app.files.meanwhile = async () => undefined;
      expect(await save(answers)).toMatchObject({ ok: true });
      expect(await exists(path)).toBe(true);
    });

  test('does not open a file either', async ({ app }) => {
    const asked = closedWhenLocked(
      { save: async () => '/x', open: async () => '/y', folder: async () => '/z' },
      app.parts.live,
    );
    expect(await asked.open([])).toBe('/y');
    const opening = asked.open([]);
    await app.parts.appLock.lock('idle');
    expect(await opening).toBeNull();
    expect(await asked.save('x', [])).toBeNull();
    expect(await asked.folder()).toBeNull();
  });
});

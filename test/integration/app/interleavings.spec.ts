import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../../contract/sessions/session.ts';
import { operator } from '../../emulator/default-users.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { test } from '../../support/headless-app.ts';

const steps = ['login', 'logout', 'rename', 'remove', 'remove here only', 'check', 'lock', 'undo'] as const;

describe('one profile', () => {
  test('keeps at most one valid token, and none once it is removed, in any order of actions', {
    tags: ['row-119'],
    timeout: 170_000,
  }, async ({ app, server }) => {
    const { parts } = app;
    const draft = sampleDraft({ address: server.base, userName: operator.name });

    const act = (step: (typeof steps)[number], id: ProfileId): Promise<unknown> => {
      switch (step) {
        case 'login':
          return parts.logins.login(id, operator.password, null);
        case 'logout':
          return parts.logins.logout(id);
        case 'rename':
          return parts.profileEditor.edit(id, { ...draft, name: `Airport ${Math.random()}` });
        case 'remove':
          return parts.profileRemoval.remove(id, true);
        case 'remove here only':
          return parts.profileRemoval.remove(id, false);
        case 'check':
          return parts.checks.check(id);
        case 'undo':
          return parts.undoSteps.undo(parts.live.read().undoable?.id ?? 0);
        case 'lock':
          return parts.appLock.lock('asked').then(() => parts.appLock.unlock(null));
      }
    };

    const order = fc.array(fc.constantFrom(...steps), { minLength: 2, maxLength: 7 });
    const property = fc.asyncProperty(order, fc.boolean(), async (taken, together) => {
      const added = await parts.profileEditor.add({ ...draft, name: '' });
      if (!added.ok) throw new Error(added.problem.code);
      const id = added.value;
      const { profile } = app.row(id);
      parts.undoSteps.clear();
      if (together) await Promise.all(taken.map((step) => act(step, id)));
      else for (const step of taken) await act(step, id);

      const row = parts.live.row(id);
      const found = parts.vault.find(row?.profile ?? profile);
      if (!row) expect(found.kind, 'a profile that is gone has no token').toBe('none');
      if (row && found.kind === 'token') {
        const session = stableSession(row.session);
        expect(hasToken(session) && session.fingerprint, 'the row knows its token').toBe(
          found.token.fingerprint,
        );
      }
      await parts.profileRemoval.remove(id, true);
    });
    await fc.assert(property, { numRuns: 40 });
    expect(parts.live.rows()).toEqual([]);
  });
});

import type { Calls } from '../../../contract/bridge.ts';
import type { Problem } from '../../../contract/core/problem.ts';
import { done, fail, ok } from '../../../contract/core/result.ts';
import type { AddingCalls } from '../../../contract/profiles/adding.ts';
import type { Draft, ProfileId } from '../../../contract/profiles/profile.ts';
import type { Session } from '../../../contract/sessions/session.ts';
import { held } from './fake-rows.ts';

interface Main {
  readonly add: (draft: Draft, session: Session) => void;
  readonly next: () => ProfileId;
  readonly problem: (draft: Draft, password: string) => Problem | null;
  readonly wait: () => Promise<unknown>;
}

/** The fake calls that add servers by logging in. */
export function fakeAdding({ add, next, problem, wait }: Main): AddingCalls & Pick<Calls, 'addProfile'> {
  const added = (draft: Draft, session: Session) => {
    const id = next();
    add(draft, session);
    return ok(id);
  };
  return {
    async addProfile({ draft }) {
      await wait();
      const met = problem(draft, '');
      return met === null ? added(draft, { phase: 'logged-out' }) : fail(met);
    },
    async addByLogin({ draft, password }) {
      await wait();
      const met = problem(draft, password);
      return met === null ? added(draft, held(Date.now(), 180 * 86_400_000, 'accepted')) : fail(met);
    },
    cancelAdding: async () => done,
    addAccount: async ({ draft }) => added(draft, { phase: 'logged-out' }),
  };
}

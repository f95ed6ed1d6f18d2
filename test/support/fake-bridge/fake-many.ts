import type { Calls } from '../../../contract/bridge.ts';
import { done, fail, type Result } from '../../../contract/core/result.ts';
import type { ManyCalls, Undoable } from '../../../contract/profiles/many.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import type { AppState, Row, StateChange } from '../../../contract/state.ts';
import { movedPositions } from '../../../main/many/moved-positions.ts';

interface Main {
  readonly read: () => AppState;
  readonly announce: (change: Omit<StateChange, 'revision'>) => void;
  readonly wait: () => Promise<unknown>;
}

interface Step {
  readonly shown: Undoable;
  readonly rows: readonly Row[];
}

/** Changes of several rows at once, which can be undone. */
export function fakeMany({ read, announce, wait }: Main): ManyCalls & Pick<Calls, 'removeProfile'> {
  const steps: Step[] = [];
  let lastId = 0;

  const rowsOf = (ids: readonly ProfileId[]) => read().rows.filter(({ profile }) => ids.includes(profile.id));

  function push(rows: readonly Row[], shown: Omit<Undoable, 'id' | 'count' | 'name'>): void {
    lastId += 1;
    const name = rows[0]?.profile.name ?? '';
    const undoable = { ...shown, id: lastId, count: rows.length, name };
    steps.push({ shown: undoable, rows });
    announce({ undoable });
  }

  async function removeMany({ profileIds }: { readonly profileIds: readonly ProfileId[] }): Promise<Result> {
    const rows = rowsOf(profileIds);
    announce({ gone: profileIds });
    push(rows, { kind: 'removed', sessionsLeft: rows.filter(({ session }) => hasToken(session)).length });
    return done;
  }

  return {
    async changeMany({ profileIds, change: { addTags = [], removeTags = [], hidden, ...rest } }) {
      const rows = rowsOf(profileIds);
      const changed = rows.map((row) => {
        const kept = row.profile.tags.filter((tag) => !removeTags.includes(tag));
        const tags = [...new Set([...kept, ...addTags])];
        const { hidden: before, ...profile } = row.profile;
        const isHidden = hidden ?? before === true;
        return {
          ...row,
          profile: { ...profile, ...rest, tags, ...(isHidden ? { hidden: true as const } : {}) },
        };
      });
      announce({ rows: changed });
      const visibility = hidden ? 'hidden' : 'shown';
      const kind = rest.environment ? 'environment' : hidden === undefined ? 'favourite' : visibility;
      push(rows, { kind: addTags.length + removeTags.length > 0 ? 'tags' : kind, sessionsLeft: 0 });
      return done;
    },
    async renameTag({ from, to }) {
      const rows = read().rows.filter(({ profile }) => profile.tags.includes(from));
      const changed = rows.map((row) => {
        const tags = row.profile.tags.flatMap((tag) => (tag === from ? (to ?? []) : tag));
        return { ...row, profile: { ...row.profile, tags: [...new Set(tags)] } };
      });
      announce({ rows: changed });
      push(rows, { kind: 'tags', sessionsLeft: 0 });
      return done;
    },
    async moveProfiles({ profileIds, before, order, goesOn = false }) {
      const { rows } = read();
      const known = new Map(rows.map(({ profile }) => [profile.id, profile.position]));
      const positions = movedPositions(order, new Set(profileIds), before, (id) => known.get(id));
      const moved = rows.filter(({ profile }) => positions.has(profile.id));
      if (moved.length === 0) return done;
      announce({
        rows: moved.map((row) => ({
          ...row,
          profile: { ...row.profile, position: positions.get(row.profile.id) ?? 0 },
        })),
      });
      const held = goesOn && steps.at(-1)?.shown.kind === 'moved' ? steps.pop()?.rows : undefined;
      push(held ?? moved, { kind: 'moved', sessionsLeft: 0 });
      return done;
    },
    removeMany,
    removeProfile: ({ profileId }) => removeMany({ profileIds: [profileId] }),
    async checkMany({ profileIds }) {
      announce({ runs: [{ kind: 'check', done: 0, count: profileIds.length }] });
      await wait();
      announce({ runs: [] });
      return done;
    },
    async logOutMany({ profileIds }) {
      announce({ rows: rowsOf(profileIds).map((row) => ({ ...row, session: { phase: 'logged-out' } })) });
      return done;
    },
    async undo({ id }) {
      const last = steps.at(-1);
      if (last?.shown.id !== id) return fail({ code: 'nothing-to-undo' });
      steps.pop();
      announce({ rows: last.rows, undoable: steps.at(-1)?.shown ?? null });
      return done;
    },
    async stopRun({ kind }) {
      announce({ runs: read().runs.filter((run) => run.kind !== kind) });
      return done;
    },
  };
}

import { isDeepStrictEqual } from 'node:util';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { ManyChange, MoveTarget, Undoable } from '../../contract/profiles/many.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { ServerRules } from '../profile-editing/server-rules.ts';
import { readTags, spelling } from '../profiles/draft.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { UndoStep, UndoSteps } from '../state/undo-steps.ts';
import { movedPositions } from './moved-positions.ts';
import {
  changedProfile,
  changeKind,
  joinedEdits,
  type ProfileEdit,
  withoutEdit,
  withTagRenamed,
} from './profile-changes.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'rows' | 'updateAll'>;
  readonly profileStore: Pick<ProfileStore, 'changeAll'>;
  readonly serverRules: Pick<ServerRules, 'refuses'>;
  readonly undoSteps: Pick<UndoSteps, 'isLast' | 'push'>;
}

/** Changes tags and environment of several profiles, stars, hides and moves them: one change of the state, one save, one undo step. */
export class ManyChanges {
  #lastMove: {
    readonly step: UndoStep;
    readonly moved: ReadonlySet<ProfileId>;
    readonly edits: readonly ProfileEdit[];
  } | null = null;

  constructor(private readonly deps: Deps) {}

  /** If one of the profiles cannot be changed like this, none is. */
  async change(ids: readonly ProfileId[], change: ManyChange): Promise<Result> {
    const profiles = ids.flatMap((id) => this.deps.sessions.profile(id) ?? []);
    if (profiles.length === 0) return fail({ code: 'profile-gone' });
    return this.#edit(profiles, (profile) => changedProfile(profile, change), changeKind(change));
  }

  /** Renames a tag of all profiles; one that looks like `to` takes it in. Null, or an empty name, removes it. */
  async renameTag(from: string, to: string | null): Promise<Result> {
    const profiles = this.deps.sessions.rows().map(({ profile }) => profile);
    const read = readTags(to === null ? [] : [to]);
    if (!read.ok) return read;
    const [wanted = null] = read.value;
    const others = profiles.flatMap(({ tags }) => tags).filter((tag) => tag !== from);
    const known = wanted === null ? null : others.find((tag) => spelling(tag) === spelling(wanted));
    const tagged = profiles.filter(({ tags }) => tags.includes(from));
    return this.#edit(tagged, (profile) => ok(withTagRenamed(profile, from, known ?? wanted)), 'tags');
  }

  async #edit(
    profiles: readonly Profile[],
    alter: (profile: Profile) => Result<Profile>,
    kind: Undoable['kind'],
  ): Promise<Result> {
    const { serverRules } = this.deps;
    const edits: ProfileEdit[] = [];
    for (const before of profiles) {
      const changed = alter(before);
      if (!changed.ok) return changed;
      const after = changed.value;
      // SECURITY: what the policy decides is refused here too, and then nothing of the change is applied (0030).
      const refused = serverRules.refuses(before, after);
      if (refused) return refused;
      if (!isDeepStrictEqual(before, after)) edits.push({ before, after });
    }
    return edits.length === 0 ? done : this.#make(edits, this.#stepOf(edits, kind, edits.length));
  }

  /** Moves profiles in the manual order. */
  async move(ids: readonly ProfileId[], { before, order, goesOn = false }: MoveTarget): Promise<Result> {
    const { sessions, undoSteps } = this.deps;
    const profiles = new Map(order.flatMap((id) => sessions.profile(id) ?? []).map((one) => [one.id, one]));
    const moved = new Set(ids);
    const positions = movedPositions([...profiles.keys()], moved, before, (id) => profiles.get(id)?.position);
    const edits = [...positions].flatMap(([id, position]): ProfileEdit[] => {
      const profile = profiles.get(id);
      return profile ? [{ before: profile, after: { ...profile, position } }] : [];
    });
    if (edits.length === 0) return done;
    const last = goesOn ? this.#lastMove : null;
    const isSame = last !== null && isDeepStrictEqual(last.moved, moved) && undoSteps.isLast(last.step);
    const all = isSame ? joinedEdits(last.edits, edits) : edits;
    const step = this.#stepOf(all, 'moved', moved.size);
    this.#lastMove = { step, moved, edits: all };
    return this.#make(edits, step, isSame ? last.step : null);
  }

  #make(edits: readonly ProfileEdit[], step: UndoStep, instead: UndoStep | null = null): Promise<Result> {
    const saving = this.#apply(edits.map(({ after }) => after));
    this.deps.undoSteps.push(step, instead);
    return saving;
  }

  /** `count`: how many profiles the person has changed. */
  #stepOf(edits: readonly ProfileEdit[], kind: Undoable['kind'], count: number): UndoStep {
    const name = edits[0]?.before.name ?? '';
    return { shown: { kind, count, name, sessionsLeft: 0 }, undo: () => this.#undo(edits) };
  }

  async #undo(edits: readonly ProfileEdit[]): Promise<Result> {
    const { sessions, serverRules } = this.deps;
    const undone = edits.flatMap((edit) => {
      const present = sessions.profile(edit.before.id);
      if (!present) return [];
      const after = withoutEdit(present, edit);
      return isDeepStrictEqual(present, after) || serverRules.refuses(present, after) ? [] : [after];
    });
    return this.#apply(undone);
  }

  /** If the disk is full, the change is in memory, and a notice says that it is not saved. */
  async #apply(profiles: readonly Profile[]): Promise<Result> {
    if (profiles.length === 0) return done;
    this.deps.sessions.updateAll(profiles);
    await this.deps.profileStore.changeAll(profiles);
    return done;
  }
}

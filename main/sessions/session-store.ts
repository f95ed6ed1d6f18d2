import type { Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { ServerInfo } from '../../contract/profiles/server-info.ts';
import type { PendingLogout } from '../../contract/sessions/pending-logout.ts';
import { hasToken, type Session, stableSession } from '../../contract/sessions/session.ts';
import { type RightsChange, rightsMark, summarizeUser, type User } from '../../contract/sessions/user.ts';
import type { Row } from '../../contract/state.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { KnownFacts, ProfileStore } from '../profiles/profile-store.ts';
import { type SavedProfile, unknownSession } from '../profiles/saved/profiles-schema.ts';
import type { LiveState } from '../state/live-state.ts';
import { WakeTimer } from '../timing/wake-timer.ts';
import type { Vault } from '../vault/vault.ts';
import { pendingLogoutView } from './pending-logout.ts';
import { restoreSession, savedSession } from './saved-session.ts';
import { nextExpiryCheck, nextSession, type SessionEvent } from './session-state.ts';

interface Deps {
  readonly profileStore: ProfileStore;
  readonly users: KnownUsers;
  readonly live: LiveState;
  readonly now: () => EpochMs;
}

/** All profiles with their sessions: what happens to one is shown to the windows and kept in the profile store. */
export class SessionStore {
  readonly #timer: WakeTimer;

  constructor(private readonly deps: Deps) {
    this.#timer = new WakeTimer(deps.now, () => this.#advanceTime());
  }

  /** The rows of the kept profiles, as they were left; for the start. */
  static rowsOf(saved: readonly SavedProfile[]): readonly Row[] {
    return saved.map(rowOf);
  }

  /** Lets sessions expire automatically from now on, beginning with those that did while the app was closed. */
  start(): void {
    this.#advanceTime();
  }

  stop(): void {
    this.#timer.stop();
  }

  /** Marks where the secrets of these profiles, or of all, rest, and which of them the vault cannot give back. */
  refreshSecretPlaces(
    vault: Pick<Vault, 'placeOf' | 'holdsPassword'>,
    ids: ReadonlySet<ProfileId> | null = null,
  ): void {
    const looked = this.rows().filter(({ profile }) => ids === null || ids.has(profile.id));
    const changed = looked.flatMap((row) => {
      const { profile, session } = row;
      const secret = hasToken(stableSession(session)) ? (vault.placeOf(profile) ?? 'unreadable') : null;
      const moved = secret === null ? session : nextSession(session, { type: 'secret-moved', secret });
      const passwordKept = vault.holdsPassword(profile.id);
      const isSame = moved === session && passwordKept === row.passwordKept;
      return isSame ? [] : [{ before: row, after: { ...row, session: moved, passwordKept }, secret }];
    });
    if (changed.length > 0) this.deps.live.change({ rows: changed.map(({ after }) => after) });
    // A token that was in memory only and is gone leaves nothing to be kept.
    for (const { before, after, secret } of changed)
      if (secret !== 'unreadable') void this.#keepChanged(before, after);
  }

  /** Marks whether the password of a profile is kept. */
  setPasswordKept(id: ProfileId, passwordKept: boolean): void {
    const row = this.deps.live.row(id);
    if (row && row.passwordKept !== passwordKept) this.deps.live.change({ rows: [{ ...row, passwordKept }] });
  }

  /** Shows how far the pending log-outs of a profile have come. */
  showPendingLogouts(id: ProfileId, endings: readonly PendingLogout[]): void {
    const row = this.deps.live.row(id);
    if (row && !isSame(row.endings, endings)) this.deps.live.change({ rows: [{ ...row, endings }] });
  }

  profile(id: ProfileId): Profile | undefined {
    return this.deps.live.row(id)?.profile;
  }

  session(id: ProfileId): Session {
    return this.deps.live.row(id)?.session ?? { phase: 'logged-out' };
  }

  pendingLogouts(id: ProfileId): readonly PendingLogout[] {
    return this.deps.live.row(id)?.endings ?? [];
  }

  rows(): readonly Row[] {
    return this.deps.live.rows();
  }

  /** Lets an event happen to the session of a profile; what is worth keeping is kept. */
  dispatch(id: ProfileId, event: SessionEvent): Promise<Result> | undefined {
    const row = this.deps.live.row(id);
    if (!row) return undefined;
    const session = nextSession(row.session, event);
    if (session === row.session) return undefined;
    this.deps.live.change({ rows: [{ ...row, session }] });
    this.#reschedule();
    return this.#keepChanged(row, { ...row, session });
  }

  /** Marks that a check is under way, or over. */
  setChecking(id: ProfileId, checking: boolean): void {
    const row = this.deps.live.row(id);
    if (row && row.checking !== checking) this.deps.live.change({ rows: [{ ...row, checking }] });
  }

  /** Remembers who the server says a profile is. */
  setUser(id: ProfileId, user: User): void {
    const row = this.deps.live.row(id);
    if (!row) return;
    const summary = summarizeUser(user);
    if (!isSame(summary, row.user)) {
      this.deps.live.change({ rows: [{ ...row, user: summary }] });
      void this.#keepFacts(id, { user: summary });
    }
    void this.deps.users.keep(id, user);
  }

  /** How the rights of a profile's user changed since a person last looked. */
  rightsChange(id: ProfileId): RightsChange | null {
    return this.deps.profileStore.get(id)?.rightsChange ?? null;
  }

  /** Keeps how the rights of a profile's user changed, until a person has seen it; null: seen. */
  setRightsChange(id: ProfileId, rightsChange: RightsChange | null): void {
    this.#update(id, { rightsChange: rightsMark(rightsChange) }, { rightsChange });
  }

  /** Lets a profile be checked automatically, or not. */
  setAutoCheck(id: ProfileId, checksItself: boolean): void {
    this.#update(id, { checksItself }, { checksItself });
  }

  /** Forgets who a profile was; its next login tells anew. */
  forgetUser(id: ProfileId): void {
    this.#update(id, { user: null, rightsChange: null }, { user: null, rightsChange: null });
  }

  /** What is known of the server of a profile. */
  serverInfo(id: ProfileId): ServerInfo | null {
    return this.deps.live.row(id)?.server ?? null;
  }

  /** Remembers what a server tells about itself; null forgets it. */
  setServerInfo(id: ProfileId, server: ServerInfo | null): void {
    const row = this.deps.live.row(id);
    if (!row || isSame(server, row.server)) return;
    this.#update(id, { server }, { server });
  }

  /** Remembers that a profile was used just now. */
  touch(id: ProfileId): void {
    const lastUsedAt = this.deps.now();
    this.#update(id, { lastUsedAt }, { lastUsedAt });
  }

  /** Shows profiles that were just added. */
  add(profiles: readonly Profile[]): void {
    const rows = profiles.map((profile) => rowOf({ ...unknownSession, profile }));
    this.deps.live.change({ rows });
  }

  /** Shows a changed profile; its session stays as it is. */
  update(profile: Profile): void {
    const row = this.deps.live.row(profile.id);
    if (row) this.deps.live.change({ rows: [{ ...row, profile }] });
  }

  /** Takes a profile out of the list. */
  remove(id: ProfileId): void {
    this.deps.live.change({ gone: [id] });
    this.#reschedule();
  }

  #update(id: ProfileId, shown: Partial<Row>, kept: KnownFacts): void {
    const row = this.deps.live.row(id);
    if (!row) return;
    this.deps.live.change({ rows: [{ ...row, ...shown }] });
    void this.#keepFacts(id, kept);
  }

  #keepChanged(before: Row, after: Row): Promise<Result> | undefined {
    const facts = savedSession(stableSession(after.session));
    if (isSame(facts, savedSession(stableSession(before.session)))) return undefined;
    return this.#keepFacts(after.profile.id, { session: facts });
  }

  #keepFacts(id: ProfileId, facts: KnownFacts): Promise<Result> {
    const { profileStore } = this.deps;
    return profileStore.keepFacts(id, facts);
  }

  #advanceTime(): void {
    const now = this.deps.now();
    this.#dispatchToAll(() => ({ type: 'time-passed', now }));
    this.#reschedule();
  }

  /** One announcement for all servers: five hundred would keep a window busy that is just being shown. */
  #dispatchToAll(eventFor: (row: Row) => SessionEvent | null): void {
    const rows = this.rows().flatMap((row) => {
      const event = eventFor(row);
      const session = event ? nextSession(row.session, event) : row.session;
      return session === row.session ? [] : [{ ...row, session }];
    });
    if (rows.length > 0) this.deps.live.change({ rows });
  }

  #reschedule(): void {
    const now = this.deps.now();
    const moments = this.rows().map(({ session }) => nextExpiryCheck(session, now));
    const next = moments.reduce(
      (first, moment) => (moment !== null && (first === null || moment < first) ? moment : first),
      null,
    );
    this.#timer.set(next);
  }
}

function rowOf({ session, rightsChange, endings: saved, ...kept }: SavedProfile): Row {
  const unplanned = { kind: 'not', why: 'no-session' } as const;
  const endings = saved.map((ending) => pendingLogoutView(ending, 'unreadable', false));
  const known = { session: restoreSession(session), rightsChange: rightsMark(rightsChange), endings };
  return { ...kept, ...known, checking: false, passwordKept: false, nextCheck: unplanned };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import type { Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { ServerFacts } from '../../contract/profiles/server-info.ts';
import type { Ending } from '../../contract/sessions/pending-logout.ts';
import { isHeld, type Session, settled } from '../../contract/sessions/session.ts';
import { markOf, type RightsChange, summaryOf, type User } from '../../contract/sessions/user.ts';
import type { Row } from '../../contract/state.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { KnownFacts, ProfileBook } from '../profiles/profile-store.ts';
import { nothingKnown, type SavedProfile } from '../profiles/saved/profiles-schema.ts';
import type { LiveState } from '../state/live-state.ts';
import { Alarm } from '../timing/wake-timer.ts';
import type { Vault } from '../vault/vault.ts';
import { endingShown } from './pending-logout.ts';
import { factsOf, sessionFrom } from './saved-session.ts';
import { nextSession, type SessionEvent, whenToLook } from './session-state.ts';

interface Deps {
  readonly book: ProfileBook;
  readonly users: KnownUsers;
  readonly live: LiveState;
  readonly now: () => EpochMs;
}

/** All profiles with their sessions: what happens to one is shown to the windows and kept in the book. */
export class Fleet {
  readonly #alarm: Alarm;

  constructor(private readonly deps: Deps) {
    this.#alarm = new Alarm(deps.now, () => this.#letTimePass());
  }

  /** The rows of the kept profiles, as they were left; for the start. */
  static rowsOf(saved: readonly SavedProfile[]): readonly Row[] {
    return saved.map(rowOf);
  }

  /** Lets sessions expire by themselves from now on, beginning with those that did while the app was closed. */
  start(): void {
    this.#letTimePass();
  }

  stop(): void {
    this.#alarm.stop();
  }

  /** Marks where the secrets of these profiles, or of all, rest, and which of them the vault cannot give back. */
  lookInto(vault: Pick<Vault, 'placeOf' | 'holdsPassword'>, ids: ReadonlySet<ProfileId> | null = null): void {
    const looked = this.rows().filter(({ profile }) => ids === null || ids.has(profile.id));
    const changed = looked.flatMap((row) => {
      const { profile, session } = row;
      const secret = isHeld(settled(session)) ? (vault.placeOf(profile) ?? 'unreadable') : null;
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
  passwordKept(id: ProfileId, passwordKept: boolean): void {
    const row = this.deps.live.row(id);
    if (row && row.passwordKept !== passwordKept) this.deps.live.change({ rows: [{ ...row, passwordKept }] });
  }

  /** Shows how far the endings of a profile have come. */
  showEndings(id: ProfileId, endings: readonly Ending[]): void {
    const row = this.deps.live.row(id);
    if (row && !isSame(row.endings, endings)) this.deps.live.change({ rows: [{ ...row, endings }] });
  }

  profile(id: ProfileId): Profile | undefined {
    return this.deps.live.row(id)?.profile;
  }

  session(id: ProfileId): Session {
    return this.deps.live.row(id)?.session ?? { phase: 'logged-out' };
  }

  endings(id: ProfileId): readonly Ending[] {
    return this.deps.live.row(id)?.endings ?? [];
  }

  rows(): readonly Row[] {
    return this.deps.live.rows();
  }

  /** Lets an event happen to the session of a profile; what is worth keeping is kept. */
  happen(id: ProfileId, event: SessionEvent): Promise<Result> | undefined {
    const row = this.deps.live.row(id);
    if (!row) return undefined;
    const session = nextSession(row.session, event);
    if (session === row.session) return undefined;
    this.deps.live.change({ rows: [{ ...row, session }] });
    this.#wake();
    return this.#keepChanged(row, { ...row, session });
  }

  /** Marks that a check is under way, or over. */
  checking(id: ProfileId, checking: boolean): void {
    const row = this.deps.live.row(id);
    if (row && row.checking !== checking) this.deps.live.change({ rows: [{ ...row, checking }] });
  }

  /** Remembers who the server says a profile is. */
  recognise(id: ProfileId, user: User): void {
    const row = this.deps.live.row(id);
    if (!row) return;
    const summary = summaryOf(user);
    if (!isSame(summary, row.user)) {
      this.deps.live.change({ rows: [{ ...row, user: summary }] });
      void this.#keepFacts(id, { user: summary });
    }
    void this.deps.users.keep(id, user);
  }

  /** How the rights of a profile's user changed since a person last looked. */
  rightsChange(id: ProfileId): RightsChange | null {
    return this.deps.book.get(id)?.rightsChange ?? null;
  }

  /** Keeps how the rights of a profile's user changed, until a person has seen it; null: seen. */
  rightsChanged(id: ProfileId, rightsChange: RightsChange | null): void {
    this.#note(id, { rightsChange: markOf(rightsChange) }, { rightsChange });
  }

  /** Lets a profile be checked by itself, or not. */
  letCheckItself(id: ProfileId, checksItself: boolean): void {
    this.#note(id, { checksItself }, { checksItself });
  }

  /** Forgets who a profile was; its next login tells anew. */
  forgetUser(id: ProfileId): void {
    this.#note(id, { user: null, rightsChange: null }, { user: null, rightsChange: null });
  }

  /** What is known of the server of a profile. */
  server(id: ProfileId): ServerFacts | null {
    return this.deps.live.row(id)?.server ?? null;
  }

  /** Remembers what a server tells about itself; null forgets it. */
  learn(id: ProfileId, server: ServerFacts | null): void {
    const row = this.deps.live.row(id);
    if (!row || isSame(server, row.server)) return;
    this.#note(id, { server }, { server });
  }

  /** Remembers that a profile was used just now. */
  use(id: ProfileId): void {
    const lastUsedAt = this.deps.now();
    this.#note(id, { lastUsedAt }, { lastUsedAt });
  }

  /** Shows profiles that were just added. */
  welcome(profiles: readonly Profile[]): void {
    const rows = profiles.map((profile) => rowOf({ ...nothingKnown, profile }));
    this.deps.live.change({ rows });
  }

  /** Shows a changed profile; its session stays as it is. */
  alter(profile: Profile): void {
    const row = this.deps.live.row(profile.id);
    if (row) this.deps.live.change({ rows: [{ ...row, profile }] });
  }

  /** Takes a profile out of the list. */
  leave(id: ProfileId): void {
    this.deps.live.change({ gone: [id] });
    this.#wake();
  }

  #note(id: ProfileId, shown: Partial<Row>, kept: KnownFacts): void {
    const row = this.deps.live.row(id);
    if (!row) return;
    this.deps.live.change({ rows: [{ ...row, ...shown }] });
    void this.#keepFacts(id, kept);
  }

  #keepChanged(before: Row, after: Row): Promise<Result> | undefined {
    const facts = factsOf(settled(after.session));
    if (isSame(facts, factsOf(settled(before.session)))) return undefined;
    return this.#keepFacts(after.profile.id, { session: facts });
  }

  #keepFacts(id: ProfileId, facts: KnownFacts): Promise<Result> {
    const { book } = this.deps;
    return book.keepFacts(id, facts);
  }

  #letTimePass(): void {
    const now = this.deps.now();
    this.#happenToAll(() => ({ type: 'time-passed', now }));
    this.#wake();
  }

  /** One announcement for the whole fleet: five hundred would keep a window busy that is just being shown. */
  #happenToAll(eventFor: (row: Row) => SessionEvent | null): void {
    const rows = this.rows().flatMap((row) => {
      const event = eventFor(row);
      const session = event ? nextSession(row.session, event) : row.session;
      return session === row.session ? [] : [{ ...row, session }];
    });
    if (rows.length > 0) this.deps.live.change({ rows });
  }

  #wake(): void {
    const now = this.deps.now();
    const moments = this.rows().map(({ session }) => whenToLook(session, now));
    const next = moments.reduce(
      (first, moment) => (moment !== null && (first === null || moment < first) ? moment : first),
      null,
    );
    this.#alarm.set(next);
  }
}

function rowOf({ session, rightsChange, endings: saved, ...kept }: SavedProfile): Row {
  const unplanned = { kind: 'not', why: 'no-session' } as const;
  const endings = saved.map((ending) => endingShown(ending, 'unreadable', false));
  const known = { session: sessionFrom(session), rightsChange: markOf(rightsChange), endings };
  return { ...kept, ...known, checking: false, passwordKept: false, nextCheck: unplanned };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

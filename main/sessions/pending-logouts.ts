import { randomBytes } from 'node:crypto';
import type { ServerProblem } from '../../contract/core/problem.ts';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Journal } from '../journal/journal.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import { maxPendingLogouts, type SavedPendingLogout } from '../profiles/saved/pending-logouts-schema.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import { limitConcurrency } from '../timing/limit-concurrency.ts';
import { WakeTimer } from '../timing/wake-timer.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';
import {
  afterAttempt,
  isOver,
  mayRetryEarly,
  newPendingLogout,
  nextAttemptAt,
  nextRetryAt,
  type PendingTokenPlace,
  pendingLogoutView,
  profileForLogout,
} from './pending-logout.ts';
import { isSameServer } from './same-connection.ts';
import type { SessionStore } from './session-store.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'rows' | 'showPendingLogouts'>;
  readonly profileStore: Pick<ProfileStore, 'get' | 'keepFacts'>;
  readonly vault: Pick<
    Vault,
    | 'keepForLogout'
    | 'keepForLogoutNow'
    | 'resealForLogout'
    | 'findForLogout'
    | 'pendingLogoutIds'
    | 'isLogoutInMemory'
    | 'forgetLogout'
    | 'logoutConfirmed'
  >;
  readonly clients: Pick<ClientPool, 'apart'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

/** A token already in memory, and the deadline for the server's response. */
interface InHand {
  readonly token: Token;
  readonly patience: AbortSignal;
}

/** Limit of concurrent requests, low enough for slow connections and high enough when many servers return at once. */
const asksAtOnce = 4;

/**
 * Retries log-outs that servers have not confirmed, until they are confirmed, expired or given up.
 *
 * The facts of each are in the profile store, its token is in the vault.
 */
export class PendingLogouts {
  readonly #limit = limitConcurrency(asksAtOnce);
  readonly #underWay = new Map<string, Promise<Result>>();
  readonly #timer: WakeTimer;
  #end = new AbortController();
  /** False until the vault has been opened or opening has failed; until then nothing is sent. */
  #isOpen = false;

  constructor(private readonly deps: Deps) {
    this.#timer = new WakeTimer(deps.now, () =>
      this.#resume((ending) => (nextAttemptAt(ending) ?? Infinity) <= deps.now()),
    );
  }

  /**
   * Takes a token out of use for good and starts asking its server to end the session.
   *
   * `problem` is the result of a first attempt; null: the server is asked at once. False if the vault is locked, in
   * which case nothing has changed.
   */
  async begin(
    profile: Profile,
    token: Token,
    until: EpochMs | null,
    problem: ServerProblem | null,
  ): Promise<boolean> {
    const { vault, now } = this.deps;
    const id = randomBytes(6).toString('hex');
    const kept = await vault.keepForLogout(profile, token, id);
    if (!kept.ok && kept.problem.code === 'locked') return false;
    const ending = newPendingLogout(id, profile, until, now());
    const oldest = this.#tooMany(profile.id);
    if (oldest) await this.forget(profile.id, oldest.id);
    this.#put(profile.id, ending);
    if (problem) this.#failed(profile, ending, problem);
    else void this.#request(profile.id, id);
    this.#reschedule();
    return true;
  }

  /** The same synchronously, before the vault closes; with `patience` the server is asked with the token in hand. */
  async beginNow(
    profile: Profile,
    token: Token,
    until: EpochMs | null,
    patience: AbortSignal | null = null,
  ): Promise<void> {
    const id = randomBytes(6).toString('hex');
    const oldest = this.#tooMany(profile.id);
    if (oldest) this.#remove(profile.id, oldest.id);
    this.deps.vault.keepForLogoutNow(profile, token, id);
    this.#put(profile.id, newPendingLogout(id, profile, until, this.deps.now()));
    if (patience) await this.#request(profile.id, id, { token, patience });
  }

  /** Called once the vault has been opened or opening has failed: resumes the pending log-outs. */
  opened(): void {
    this.#isOpen = true;
    for (const { profile } of this.deps.sessions.rows()) {
      this.#adopt(profile);
      this.#giveUpLost(profile);
      this.#show(profile.id);
    }
    this.wake();
  }

  /** Called when a server may have become reachable. */
  wake(): void {
    const now = this.deps.now();
    this.#resume((ending) => mayRetryEarly(ending, now));
  }

  /** Retries one log-out at a person's request. */
  tryNow(id: ProfileId, endingId: string): Promise<Result> {
    return this.#request(id, endingId);
  }

  /** Retries all log-outs of a profile and waits for the responses. */
  async tryAll(id: ProfileId): Promise<void> {
    await Promise.all(this.#of(id).map((ending) => this.#request(id, ending.id)));
  }

  /** Retries the log-outs whose token is in memory only. */
  async tryInMemory(): Promise<void> {
    const { vault } = this.deps;
    const inMemory = this.#all().filter(({ profile, ending }) =>
      vault.isLogoutInMemory(profileForLogout(profile, ending), ending.id),
    );
    await Promise.all(inMemory.map(({ profile, ending }) => this.#request(profile.id, ending.id)));
  }

  /** Drops the token of a pending log-out; the session stays on its server. */
  async forget(id: ProfileId, endingId: string): Promise<Result> {
    const { sessions, journal } = this.deps;
    const profile = sessions.profile(id);
    const ending = this.#get(id, endingId);
    if (!profile || !ending) return fail({ code: 'profile-gone' });
    const isGone = this.#placeOf(profile, ending) === 'gone';
    const dropped = await this.#drop(profile, endingId);
    if (!dropped.ok && !isGone && dropped.problem.code === 'store-not-open') return dropped;
    this.#remove(id, endingId);
    journal.note('logout-given-up', profile, { reason: 'forgotten' });
    return done;
  }

  /** IDs of the pending log-outs that use the connection settings of this profile and would change with them. */
  following(profile: Profile): readonly string[] {
    return this.#following(profile).map(({ id }) => id);
  }

  #following(profile: Profile): readonly SavedPendingLogout[] {
    return this.#of(profile.id).filter((ending) => isSameServer(profileForLogout(profile, ending), profile));
  }

  /** Applies changed connection settings to the pending log-outs of the same server. */
  async follow(before: Profile, after: Profile): Promise<void> {
    const { vault } = this.deps;
    for (const ending of this.#following(before)) {
      const { tls, proxy } = after;
      const [from, to] = [
        profileForLogout(before, ending),
        profileForLogout(after, { ...ending, tls, proxy }),
      ];
      await vault.resealForLogout(from, to, ending.id);
      this.#put(before.id, { ...ending, tls, proxy });
    }
  }

  /** The profiles that the tokens of pending log-outs are sealed for. */
  profiles(): readonly Profile[] {
    return this.#all().map(({ profile, ending }) => profileForLogout(profile, ending));
  }

  /** Aborts the running requests; they are retried later. */
  interrupt(): void {
    this.stop();
    this.#end = new AbortController();
  }

  /** Called on quit. */
  stop(): void {
    this.#isOpen = false;
    this.#timer.stop();
    this.#end.abort();
  }

  #of(id: ProfileId): readonly SavedPendingLogout[] {
    return this.deps.profileStore.get(id)?.endings ?? [];
  }

  #get(id: ProfileId, endingId: string): SavedPendingLogout | undefined {
    return this.#of(id).find((ending) => ending.id === endingId);
  }

  /** All pending log-outs with their current profiles. */
  #all(): readonly { readonly profile: Profile; readonly ending: SavedPendingLogout }[] {
    const rows = this.deps.sessions.rows();
    return rows.flatMap(({ profile }) => this.#of(profile.id).map((ending) => ({ profile, ending })));
  }

  /** The pending log-out to drop before another can be added; null while there is room. */
  #tooMany(id: ProfileId): SavedPendingLogout | null {
    const [oldest, ...others] = this.#of(id);
    return oldest && others.length + 1 >= maxPendingLogouts ? oldest : null;
  }

  /** Adds a pending log-out, or replaces the one with the same ID. */
  #put(id: ProfileId, ending: SavedPendingLogout): void {
    const known = this.#of(id);
    const isKnown = known.some((one) => one.id === ending.id);
    this.#save(id, isKnown ? known.map((one) => (one.id === ending.id ? ending : one)) : [...known, ending]);
  }

  #remove(id: ProfileId, endingId: string): void {
    const others = this.#of(id).filter((ending) => ending.id !== endingId);
    this.#save(id, others);
  }

  #save(id: ProfileId, endings: readonly SavedPendingLogout[]): void {
    void this.deps.profileStore.keepFacts(id, { endings });
    this.#show(id);
  }

  /** Adds an entry for a token in the vault that has none, as after restoring an older `profiles.json`. */
  #adopt(profile: Profile): void {
    const { vault, now } = this.deps;
    for (const id of vault.pendingLogoutIds(profile.id)) {
      const isKnown = this.#get(profile.id, id) !== undefined;
      if (!isKnown && vault.findForLogout(profile, id).kind === 'token')
        this.#put(profile.id, newPendingLogout(id, profile, null, now()));
    }
  }

  /** Gives up the entries whose token is gone. */
  #giveUpLost(profile: Profile): void {
    const { journal, now } = this.deps;
    for (const ending of this.#of(profile.id)) {
      if (ending.givenUp || isOver(ending, now()) || this.#placeOf(profile, ending) !== 'gone') continue;
      this.#put(profile.id, { ...ending, givenUp: true });
      journal.note('logout-given-up', profile, { reason: 'token-lost' });
    }
  }

  #placeOf(profile: Profile, ending: SavedPendingLogout): PendingTokenPlace {
    const { kind } = this.deps.vault.findForLogout(profileForLogout(profile, ending), ending.id);
    if (kind === 'none') return 'gone';
    return kind === 'token' ? 'here' : 'unreadable';
  }

  #show(id: ProfileId): void {
    const { sessions } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return;
    const shown = this.#of(id).map((ending) =>
      pendingLogoutView(ending, this.#placeOf(profile, ending), this.#underWay.has(ending.id)),
    );
    sessions.showPendingLogouts(id, shown);
  }

  #resume(isDue: (ending: SavedPendingLogout) => boolean): void {
    if (!this.#isOpen) return;
    const { journal, now } = this.deps;
    for (const { profile, ending } of this.#all()) {
      const place = this.#placeOf(profile, ending);
      // What the row shows decides when this entry is next looked at.
      if (place !== 'here') this.#show(profile.id);
      if (place === 'unreadable') continue;
      if (isOver(ending, now())) {
        journal.note('logout-given-up', profile, { reason: 'expired' });
        this.#remove(profile.id, ending.id);
        void this.#drop(profile, ending.id);
      } else if (place === 'here' && isDue(ending)) void this.#request(profile.id, ending.id);
    }
    this.#reschedule();
  }

  #request(id: ProfileId, endingId: string, inHand: InHand | null = null): Promise<Result> {
    const underWay = this.#underWay.get(endingId);
    if (underWay) return underWay;
    const asking = this.#limit(() => this.#requestNow(id, endingId, inHand)).finally(() => {
      this.#underWay.delete(endingId);
      this.#show(id);
      this.#reschedule();
    });
    this.#underWay.set(endingId, asking);
    this.#show(id);
    return asking;
  }

  async #requestNow(id: ProfileId, endingId: string, inHand: InHand | null): Promise<Result> {
    const { sessions, vault, clients, journal } = this.deps;
    const profile = sessions.profile(id);
    const asked = this.#get(id, endingId);
    if (!profile || !asked) return fail({ code: 'profile-gone' });
    const target = profileForLogout(profile, asked);
    const found = inHand ? ({ kind: 'token', ...inHand } as const) : vault.findForLogout(target, endingId);
    if (found.kind !== 'token')
      return fail({ code: found.kind === 'none' ? 'no-session' : 'secret-unreadable' });
    const signal = inHand?.patience ?? this.#end.signal;
    const client = await clients.apart(target);
    const answer = await client.logout(found.token, signal).finally(() => client.close());
    const ending = this.#get(id, endingId);
    if (!ending) return done;
    // SECURITY: only 204, or 401 for an unknown token, counts as confirmation by the server (0020).
    if (answer.ok) {
      journal.note('logout-confirmed', profile, { tries: ending.tries + 1 });
      this.#remove(id, endingId);
      await vault.logoutConfirmed(profile.id, endingId);
      return done;
    }
    if (answer.problem.code === 'cancelled') return fail(answer.problem);
    this.#failed(profile, ending, answer.problem);
    const { host } = new URL(ending.address.origin);
    return fail({ code: 'ending-unconfirmed', host, cause: answer.problem });
  }

  #failed(profile: Profile, before: SavedPendingLogout, problem: ServerProblem): void {
    const { journal, now } = this.deps;
    const after = afterAttempt(before, problem, now());
    this.#put(profile.id, after);
    if (after.tries === 1) journal.note('logout-pending', profile, { code: problem.code });
    if (after.givenUp && !before.givenUp) journal.note('logout-given-up', profile, { reason: 'asked-often' });
  }

  #drop(profile: Profile, endingId: string): Promise<Result> {
    const { vault } = this.deps;
    return vault.forgetLogout(profile.id, endingId);
  }

  #reschedule(): void {
    if (this.#isOpen)
      this.#timer.set(nextRetryAt(this.deps.sessions.rows().flatMap(({ endings }) => endings)));
  }
}

import { randomBytes } from 'node:crypto';
import type { ServerProblem } from '../../contract/core/problem.ts';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Journal } from '../journal/journal.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { SavedPendingLogout } from '../profiles/saved/pending-logouts-schema.ts';
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
  profileForLogout,
} from './pending-logout.ts';
import { type InHand, PendingLogoutList } from './pending-logout-list.ts';
import { isSameServer } from './same-connection.ts';
import type { SessionStore } from './session-store.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'rows' | 'showPendingLogouts'>;
  readonly profileStore: Pick<ProfileStore, 'get' | 'keepFacts' | 'fileName'>;
  readonly vault: Pick<Vault, 'pendingLogouts' | 'fileName'>;
  readonly clients: Pick<ClientPool, 'apart'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

/** Limit of concurrent requests, low enough for slow connections and high enough when many servers return at once. */
const asksAtOnce = 4;

/** Retries log-outs that servers have not confirmed, until they are confirmed, expired or given up. */
export class PendingLogouts {
  readonly #list: PendingLogoutList;
  readonly #limit = limitConcurrency(asksAtOnce);
  readonly #underWay = new Map<string, Promise<Result>>();
  readonly #timer: WakeTimer;
  #end = new AbortController();
  /** False until the vault has been opened or opening has failed; until then nothing is sent. */
  #isOpen = false;

  constructor(private readonly deps: Deps) {
    this.#list = new PendingLogoutList({ ...deps, isUnderWay: (id) => this.#underWay.has(id) });
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
    const kept = await vault.pendingLogouts.setAside(profile, token, id);
    if (!kept.ok && kept.problem.code === 'locked') return false;
    const ending = newPendingLogout(id, profile, until, now());
    const oldest = this.#list.tooMany(profile.id);
    if (oldest) await this.forget(profile.id, oldest.id);
    this.#list.put(profile.id, ending);
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
    const oldest = this.#list.tooMany(profile.id);
    if (oldest) this.#list.remove(profile.id, oldest.id);
    this.deps.vault.pendingLogouts.setAsideNow(profile, token, id);
    this.#list.put(profile.id, newPendingLogout(id, profile, until, this.deps.now()));
    if (patience) await this.#request(profile.id, id, { token, patience });
  }

  /** Called once the vault has been opened or opening has failed: resumes the pending log-outs. */
  opened(): void {
    this.#isOpen = true;
    for (const { profile } of this.deps.sessions.rows()) {
      this.#list.adopt(profile);
      for (const _lost of this.#list.giveUpLost(profile))
        this.deps.journal.note('logout-given-up', profile, { reason: 'token-lost' });
      this.#list.show(profile.id);
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
    await Promise.all(this.#list.of(id).map((ending) => this.#request(id, ending.id)));
  }

  /** Retries the log-outs whose token is in memory only. */
  async tryInMemory(): Promise<void> {
    await Promise.all(
      this.#list.inMemory().map(({ profile, ending }) => this.#request(profile.id, ending.id)),
    );
  }

  /** Drops the token of a pending log-out; the session stays on its server. */
  async forget(id: ProfileId, endingId: string): Promise<Result> {
    const { sessions, journal } = this.deps;
    const profile = sessions.profile(id);
    const ending = this.#list.get(id, endingId);
    if (!profile || !ending) return fail({ code: 'profile-gone' });
    const isGone = this.#list.placeOf(profile, ending) === 'gone';
    const dropped = await this.#drop(profile, endingId);
    if (!dropped.ok && !isGone && dropped.problem.code === 'store-not-open') return dropped;
    this.#list.remove(id, endingId);
    journal.note('logout-given-up', profile, { reason: 'forgotten' });
    return done;
  }

  /** IDs of the pending log-outs that use the connection settings of this profile and would change with them. */
  following(profile: Profile): readonly string[] {
    return this.#following(profile).map(({ id }) => id);
  }

  #following(profile: Profile): readonly SavedPendingLogout[] {
    return this.#list
      .of(profile.id)
      .filter((ending) => isSameServer(profileForLogout(profile, ending), profile));
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
      await vault.pendingLogouts.reseal(from, to, ending.id);
      this.#list.put(before.id, { ...ending, tls, proxy });
    }
  }

  /** The profiles that the tokens of pending log-outs are sealed for. */
  profiles(): readonly Profile[] {
    return this.#list.all().map(({ profile, ending }) => profileForLogout(profile, ending));
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

  #resume(isDue: (ending: SavedPendingLogout) => boolean): void {
    if (!this.#isOpen) return;
    const { journal, now } = this.deps;
    for (const { profile, ending } of this.#list.all()) {
      const place = this.#list.placeOf(profile, ending);
      // What the row shows decides when this entry is next looked at.
      if (place !== 'here') this.#list.show(profile.id);
      if (place === 'unreadable') continue;
      if (isOver(ending, now())) {
        journal.note('logout-given-up', profile, { reason: 'expired' });
        this.#list.remove(profile.id, ending.id);
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
      this.#list.show(id);
      this.#reschedule();
    });
    this.#underWay.set(endingId, asking);
    this.#list.show(id);
    return asking;
  }

  async #requestNow(id: ProfileId, endingId: string, inHand: InHand | null): Promise<Result> {
    const { sessions, vault, clients, journal } = this.deps;
    const profile = sessions.profile(id);
    const asked = this.#list.get(id, endingId);
    if (!profile || !asked) return fail({ code: 'profile-gone' });
    const target = profileForLogout(profile, asked);
    const found = inHand
      ? ({ kind: 'token', ...inHand } as const)
      : vault.pendingLogouts.find(target, endingId);
    if (found.kind !== 'token')
      return fail({ code: found.kind === 'none' ? 'no-session' : 'secret-unreadable' });
    const signal = inHand?.patience ?? this.#end.signal;
    const client = await clients.apart(target);
    const answer = await client.logout(found.token, signal).finally(() => client.close());
    const ending = this.#list.get(id, endingId);
    if (!ending) return done;
    // SECURITY: only 204, or 401 for an unknown token, counts as confirmation by the server (0020).
    if (answer.ok) {
      journal.note('logout-confirmed', profile, { tries: ending.tries + 1 });
      this.#list.remove(id, endingId);
      await vault.pendingLogouts.ended(profile.id, endingId);
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
    this.#list.put(profile.id, after);
    if (after.tries === 1) journal.note('logout-pending', profile, { code: problem.code });
    if (after.givenUp && !before.givenUp) journal.note('logout-given-up', profile, { reason: 'asked-often' });
  }

  #drop(profile: Profile, endingId: string): Promise<Result> {
    const { vault } = this.deps;
    return vault.pendingLogouts.forget(profile.id, endingId);
  }

  #reschedule(): void {
    if (this.#isOpen)
      this.#timer.set(nextRetryAt(this.deps.sessions.rows().flatMap(({ endings }) => endings)));
  }
}

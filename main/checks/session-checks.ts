import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type Check, hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { ApiClient } from '../servers/api-client.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { FindFaceTransport } from '../servers/transport.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { limitConcurrency } from '../timing/limit-concurrency.ts';
import { LoopTurns } from '../timing/loop-turns.ts';
import type { Vault } from '../vault/vault.ts';
import type { CheckHistory } from './check-history.ts';
import type { ServerInfoRefresher } from './server-info.ts';
import { judgeProblem } from './verdict.ts';

/** A slow connection cannot take more at once; with fewer, a list of fifty takes too long. */
export const checksAtOnce = 8;

/** Maximum number of checks that run or are next in turn, with their sockets already open. */
export const checksUnderWay = 2 * checksAtOnce;

interface Deps {
  readonly sessions: SessionStore;
  readonly vault: Pick<Vault, 'find'>;
  readonly clients: ClientPool;
  readonly serverInfo: Pick<ServerInfoRefresher, 'refresh'>;
  readonly history: Pick<CheckHistory, 'note'>;
  readonly now: () => EpochMs;
  readonly turns?: Pick<LoopTurns, 'next'>;
}

/** What a server answered, and to which token. */
interface Asked {
  readonly answer: Awaited<ReturnType<ApiClient['check']>>;
  readonly transport: FindFaceTransport;
  /** Of the token that was sent. */
  readonly fingerprint: string;
}

/** Asks servers whether tokens are still valid: at most one check per profile and `checksAtOnce` in total. */
export class SessionChecks {
  readonly #inTurn = limitConcurrency(checksAtOnce);
  readonly #nextInTurn = limitConcurrency(checksUnderWay);
  readonly #turns: Pick<LoopTurns, 'next'>;
  readonly #underWay = new Map<ProfileId, Promise<Result>>();
  #end = new AbortController();
  #hearOfRest: (id: ProfileId, answer: Check) => void = () => undefined;

  constructor(private readonly deps: Deps) {
    this.#turns = deps.turns ?? new LoopTurns();
  }

  /** Reports every result that may carry a `Retry-After`, also for a token that was replaced meanwhile. */
  onRetryAfter(hear: (id: ProfileId, answer: Check) => void): void {
    this.#hearOfRest = hear;
  }

  /** Checks one session, or joins a check that is already running. The verdict goes to the row. */
  check(id: ProfileId, isAsked = false): Promise<Result> {
    const underWay = this.#underWay.get(id);
    if (underWay) return underWay;
    const { signal } = this.#end;
    const check = this.#checkInTurn(id, signal, isAsked).finally(() => {
      this.#underWay.delete(id);
      this.deps.sessions.setChecking(id, false);
    });
    this.#underWay.set(id, check);
    return check;
  }

  /** Resolves once no check of a session is running any more. */
  async settled(id: ProfileId): Promise<void> {
    await this.#underWay.get(id);
  }

  /** Aborts every check; called on quit. */
  stop(): void {
    this.#end.abort();
  }

  /** Aborts the running checks; later ones are possible. */
  interrupt(): void {
    this.#end.abort();
    this.#end = new AbortController();
  }

  async #checkInTurn(id: ProfileId, signal: AbortSignal, isAsked: boolean): Promise<Result> {
    const asking = await this.#nextInTurn(() => {
      let isWaiting = true;
      // What fails here fails for the check itself as well, which reports it.
      this.#preconnect(id, () => isWaiting && !signal.aborted).catch(() => undefined);
      return this.#inTurn(() => {
        isWaiting = false;
        return this.#sent(id, signal);
      });
    });
    const asked = await asking.result;
    if (!asked.ok) return asked;
    if (asked.value !== null) this.#apply(id, asked.value, isAsked);
    return done;
  }

  /** Connects to a server while the checks before this one run: with a proxy and TLS, that takes several round trips. */
  async #preconnect(id: ProfileId, isWaiting: () => boolean): Promise<void> {
    const { sessions, clients } = this.deps;
    await this.#turns.next();
    const profile = sessions.profile(id);
    if (!isWaiting() || !profile || !hasToken(stableSession(sessions.session(id)))) return;
    const client = await clients.of(profile);
    if (isWaiting()) client.transport.preconnect();
  }

  /** Asks the server of a profile, and resolves once an answer has arrived or none will. */
  #sent(id: ProfileId, signal: AbortSignal): Promise<{ readonly result: Promise<Result<Asked | null>> }> {
    return new Promise((resolve) => {
      const hasArrived = () => resolve({ result });
      // The requests that follow do not wait for what answers contain and change.
      const result = this.#ask(id, signal, () => {
        hasArrived();
        return this.#turns.next();
      }).finally(hasArrived);
    });
  }

  /** Asks the server of a profile; null if that was aborted. */
  async #ask(
    id: ProfileId,
    signal: AbortSignal,
    mayRead: () => Promise<void>,
  ): Promise<Result<Asked | null>> {
    const { sessions, vault, clients } = this.deps;
    // Aborted while waiting for a slot.
    if (signal.aborted) return ok(null);
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const session = stableSession(sessions.session(id));
    if (!hasToken(session)) return fail({ code: 'no-session' });
    const found = vault.find(profile);
    if (found.kind !== 'token') {
      void sessions.dispatch(id, { type: 'secret-moved', secret: 'unreadable' });
      return fail({ code: 'secret-unreadable' });
    }
    const client = await clients.of(profile);
    // Without `isLast`, checking the whole list would keep one idle socket open per server.
    const asking = client.check(found.token, signal, { isLast: true, mayRead });
    void this.#showChecking(id);
    const answer = await asking;
    if (!answer.ok && answer.problem.code === 'cancelled') return ok(null);
    return ok({ answer, transport: client.transport, fingerprint: found.token.fingerprint });
  }

  async #showChecking(id: ProfileId): Promise<void> {
    await this.#turns.next();
    if (this.#underWay.has(id)) this.deps.sessions.setChecking(id, true);
  }

  #apply(id: ProfileId, { answer, transport, fingerprint }: Asked, isAsked: boolean): void {
    const { sessions, serverInfo, now } = this.deps;
    // An overloaded server is not asked for its info as well.
    const wantsRest = !answer.ok && 'retryAfterSeconds' in answer.problem;
    if (answer.ok || ('status' in answer.problem && !wantsRest))
      void serverInfo.refresh(id, transport, isAsked);
    const check: Check = answer.ok
      ? { verdict: 'accepted', at: now(), tookMs: Math.round(answer.value.tookMs), problem: null }
      : { verdict: judgeProblem(answer.problem), at: now(), tookMs: null, problem: answer.problem };
    this.#hearOfRest(id, check);
    // The response is about the token that was sent; a log-in may have replaced it meanwhile.
    const present = stableSession(sessions.session(id));
    if (!hasToken(present) || present.fingerprint !== fingerprint) return;

    this.deps.history.note(id, check);
    void sessions.dispatch(id, { type: 'checked', check, skewMs: answer.ok ? answer.value.skewMs : null });
    if (answer.ok) sessions.setUser(id, answer.value.user);
  }
}

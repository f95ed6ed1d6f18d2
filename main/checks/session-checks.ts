import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type Check, isHeld, settled } from '../../contract/sessions/session.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import type { Fleet } from '../sessions/session-store.ts';
import { turns } from '../timing/limit-concurrency.ts';
import type { Vault } from '../vault/vault.ts';
import type { ServerNews } from './server-info.ts';
import { verdictOf } from './verdict.ts';

/** More at once would be unkind to a slow line, fewer would make a fleet of fifty slow. */
const checksAtOnce = 8;

interface Deps {
  readonly fleet: Fleet;
  readonly vault: Pick<Vault, 'find'>;
  readonly clients: ServerClients;
  readonly news: Pick<ServerNews, 'look'>;
  readonly now: () => EpochMs;
}

/** Asks servers whether their sessions are still good: one at a time for a profile, eight at once in all. */
export class SessionChecks {
  readonly #inTurn = turns(checksAtOnce);
  readonly #underWay = new Map<ProfileId, Promise<Result>>();
  #end = new AbortController();
  #hearOfRest: (id: ProfileId, answer: Check) => void = () => undefined;

  constructor(private readonly deps: Deps) {}

  /** Tells of every answer that may ask for a rest, also of one about a token that a login replaced meanwhile. */
  tellOfRests(hear: (id: ProfileId, answer: Check) => void): void {
    this.#hearOfRest = hear;
  }

  /** Checks one session; a check that is under way already is waited for. The verdict goes to the row. */
  check(id: ProfileId, isAsked = false): Promise<Result> {
    const underWay = this.#underWay.get(id);
    if (underWay) return underWay;
    const { signal } = this.#end;
    const check = this.#inTurn(() => this.#checkNow(id, signal, isAsked)).finally(() => {
      this.#underWay.delete(id);
      this.deps.fleet.checking(id, false);
    });
    this.#underWay.set(id, check);
    return check;
  }

  /** Checks every session there is, in the order of the list. */
  async checkAll(): Promise<Result> {
    const held = this.deps.fleet.rows().filter(({ session }) => isHeld(session));
    await Promise.all(held.map(({ profile }) => this.check(profile.id)));
    return done;
  }

  /** Gives up every check; for the end of the app. */
  stop(): void {
    this.#end.abort();
  }

  /** Gives up every check that is under way; later ones are made again. */
  interrupt(): void {
    this.#end.abort();
    this.#end = new AbortController();
  }

  async #checkNow(id: ProfileId, signal: AbortSignal, isAsked: boolean): Promise<Result> {
    const { fleet, vault, clients, now } = this.deps;
    // What was given up while it waited for its turn is not begun.
    if (signal.aborted) return done;
    const profile = fleet.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const session = settled(fleet.session(id));
    if (!isHeld(session)) return fail({ code: 'no-session' });
    const found = vault.find(profile);
    if (found.kind !== 'token') {
      void fleet.happen(id, { type: 'secret-moved', secret: 'unreadable' });
      return fail({ code: 'secret-unreadable' });
    }
    fleet.checking(id, true);
    const client = await clients.of(profile);
    // A fleet that is checked would hold a socket open for each server otherwise, far more than are asked at once.
    const answer = await client.check(found.token, signal, { isLast: true });
    // A server that is overloaded is not asked about itself besides.
    const wantsRest = !answer.ok && 'retryAfterSeconds' in answer.problem;
    if (answer.ok || ('status' in answer.problem && !wantsRest))
      void this.deps.news.look(id, client.line, isAsked);
    if (!answer.ok && answer.problem.code === 'cancelled') return done;
    const check: Check = answer.ok
      ? { verdict: 'accepted', at: now(), tookMs: Math.round(answer.value.tookMs), problem: null }
      : { verdict: verdictOf(answer.problem), at: now(), tookMs: null, problem: answer.problem };
    this.#hearOfRest(id, check);
    // The answer is about the token that was asked about, not about one that a login brought meanwhile.
    const present = settled(fleet.session(id));
    if (!isHeld(present) || present.fingerprint !== found.token.fingerprint) return done;

    void fleet.happen(id, { type: 'checked', check, skewMs: answer.ok ? answer.value.skewMs : null });
    if (answer.ok) fleet.recognise(id, answer.value.user);
    return done;
  }
}

import { randomBytes } from 'node:crypto';
import type { ServerProblem } from '../../contract/core/problem.ts';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Journal } from '../journal/journal.ts';
import type { ProfileBook } from '../profiles/profile-store.ts';
import type { SavedEnding } from '../profiles/saved/pending-logouts-schema.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import { turns } from '../timing/limit-concurrency.ts';
import { Alarm } from '../timing/wake-timer.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';
import {
  afterTry,
  isOver,
  mayTryEarly,
  newEnding,
  nextMoment,
  nextTry,
  profileOf,
} from './pending-logout.ts';
import { EndingList, type InHand } from './pending-logout-list.ts';
import { isSamePlace } from './same-connection.ts';
import type { Fleet } from './session-store.ts';

interface Deps {
  readonly fleet: Pick<Fleet, 'profile' | 'rows' | 'showEndings'>;
  readonly book: Pick<ProfileBook, 'get' | 'keepFacts' | 'fileName'>;
  readonly vault: Pick<Vault, 'endings' | 'fileName'>;
  readonly clients: Pick<ServerClients, 'apart'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

/** Unkind to no line, and quick enough for a fleet that comes back at once. */
const asksAtOnce = 4;

/** Sees every session to its end on the server that was ended here while the server could not be asked. */
export class Endings {
  readonly #list: EndingList;
  readonly #inTurn = turns(asksAtOnce);
  readonly #underWay = new Map<string, Promise<Result>>();
  readonly #alarm: Alarm;
  #end = new AbortController();
  /** Shut until the vault was opened, or could not be: nothing is asked, so no moment is waited for. */
  #isOpen = false;

  constructor(private readonly deps: Deps) {
    this.#list = new EndingList({ ...deps, isUnderWay: (id) => this.#underWay.has(id) });
    this.#alarm = new Alarm(deps.now, () =>
      this.#goOn((ending) => (nextTry(ending) ?? Infinity) <= deps.now()),
    );
  }

  /**
   * Takes a token out of use for good and goes on asking its server to end it.
   *
   * `problem` is what a first try met; without one it is tried at once. False if the vault is locked: nothing has changed.
   */
  async begin(
    profile: Profile,
    token: Token,
    until: EpochMs | null,
    problem: ServerProblem | null,
  ): Promise<boolean> {
    const { vault, now } = this.deps;
    const id = randomBytes(6).toString('hex');
    const kept = await vault.endings.setAside(profile, token, id);
    if (!kept.ok && kept.problem.code === 'locked') return false;
    const ending = newEnding(id, profile, until, now());
    const oldest = this.#list.tooMany(profile.id);
    if (oldest) await this.forget(profile.id, oldest.id);
    this.#list.put(profile.id, ending);
    if (problem) this.#inVain(profile, ending, problem);
    else void this.#ask(profile.id, id);
    this.#wake();
    return true;
  }

  /** The same at once, before the vault shuts; with `patience` the server is asked with the token in hand. */
  async beginNow(
    profile: Profile,
    token: Token,
    until: EpochMs | null,
    patience: AbortSignal | null = null,
  ): Promise<void> {
    const id = randomBytes(6).toString('hex');
    const oldest = this.#list.tooMany(profile.id);
    if (oldest) this.#list.remove(profile.id, oldest.id);
    this.deps.vault.endings.setAsideNow(profile, token, id);
    this.#list.put(profile.id, newEnding(id, profile, until, this.deps.now()));
    if (patience) await this.#ask(profile.id, id, { token, patience });
  }

  /** The vault can be read, or it is clear that it cannot: what was left undone is taken up. */
  opened(): void {
    this.#isOpen = true;
    for (const { profile } of this.deps.fleet.rows()) {
      this.#list.adopt(profile);
      for (const _lost of this.#list.giveUpLost(profile))
        this.deps.journal.note('logout-given-up', profile, { reason: 'token-lost' });
      this.#list.show(profile.id);
    }
    this.wake();
  }

  /** Something has changed that may let a server be reached. */
  wake(): void {
    const now = this.deps.now();
    this.#goOn((ending) => mayTryEarly(ending, now));
  }

  /** Asks a server once more because a person wants it. */
  tryNow(id: ProfileId, endingId: string): Promise<Result> {
    return this.#ask(id, endingId);
  }

  /** Asks for everything of one profile once more and waits for the answers. */
  async tryAll(id: ProfileId): Promise<void> {
    await Promise.all(this.#list.of(id).map((ending) => this.#ask(id, ending.id)));
  }

  /** Asks once more for those whose tokens go when the app quits. */
  async tryInMemory(): Promise<void> {
    await Promise.all(this.#list.inMemory().map(({ profile, ending }) => this.#ask(profile.id, ending.id)));
  }

  /** Forgets a token whose session stays on the server then. */
  async forget(id: ProfileId, endingId: string): Promise<Result> {
    const { fleet, journal } = this.deps;
    const profile = fleet.profile(id);
    const ending = this.#list.get(id, endingId);
    if (!profile || !ending) return fail({ code: 'profile-gone' });
    const isGone = this.#list.placeOf(profile, ending) === 'gone';
    const dropped = await this.#drop(profile, endingId);
    if (!dropped.ok && !isGone && dropped.problem.code === 'store-not-open') return dropped;
    this.#list.remove(id, endingId);
    journal.note('logout-given-up', profile, { reason: 'forgotten' });
    return done;
  }

  /** The pending log-outs that go by the way of this profile and would follow a change of it. */
  following(profile: Profile): readonly string[] {
    return this.#following(profile).map(({ id }) => id);
  }

  #following(profile: Profile): readonly SavedEnding[] {
    return this.#list.of(profile.id).filter((ending) => isSamePlace(profileOf(profile, ending), profile));
  }

  /** Follows a change of trust or of the proxy: the same server is asked in the new way. */
  async follow(before: Profile, after: Profile): Promise<void> {
    const { vault } = this.deps;
    for (const ending of this.#following(before)) {
      const { tls, proxy } = after;
      const [from, to] = [profileOf(before, ending), profileOf(after, { ...ending, tls, proxy })];
      await vault.endings.reseal(from, to, ending.id);
      this.#list.put(before.id, { ...ending, tls, proxy });
    }
  }

  /** The profiles under which the tokens of endings open. */
  profiles(): readonly Profile[] {
    return this.#list.all().map(({ profile, ending }) => profileOf(profile, ending));
  }

  /** Gives up what is under way; later it is taken up again. */
  interrupt(): void {
    this.stop();
    this.#end = new AbortController();
  }

  /** For the end of the app. */
  stop(): void {
    this.#isOpen = false;
    this.#alarm.stop();
    this.#end.abort();
  }

  #goOn(isDue: (ending: SavedEnding) => boolean): void {
    if (!this.#isOpen) return;
    const { journal, now } = this.deps;
    for (const { profile, ending } of this.#list.all()) {
      const place = this.#list.placeOf(profile, ending);
      // What a row tells decides when this is looked at again.
      if (place !== 'here') this.#list.show(profile.id);
      if (place === 'unreadable') continue;
      if (isOver(ending, now())) {
        journal.note('logout-given-up', profile, { reason: 'expired' });
        this.#list.remove(profile.id, ending.id);
        void this.#drop(profile, ending.id);
      } else if (place === 'here' && isDue(ending)) void this.#ask(profile.id, ending.id);
    }
    this.#wake();
  }

  #ask(id: ProfileId, endingId: string, inHand: InHand | null = null): Promise<Result> {
    const underWay = this.#underWay.get(endingId);
    if (underWay) return underWay;
    const asking = this.#inTurn(() => this.#askNow(id, endingId, inHand)).finally(() => {
      this.#underWay.delete(endingId);
      this.#list.show(id);
      this.#wake();
    });
    this.#underWay.set(endingId, asking);
    this.#list.show(id);
    return asking;
  }

  async #askNow(id: ProfileId, endingId: string, inHand: InHand | null): Promise<Result> {
    const { fleet, vault, clients, journal } = this.deps;
    const profile = fleet.profile(id);
    const asked = this.#list.get(id, endingId);
    if (!profile || !asked) return fail({ code: 'profile-gone' });
    const target = profileOf(profile, asked);
    const found = inHand ? ({ kind: 'token', ...inHand } as const) : vault.endings.find(target, endingId);
    if (found.kind !== 'token')
      return fail({ code: found.kind === 'none' ? 'no-session' : 'secret-unreadable' });
    const signal = inHand?.patience ?? this.#end.signal;
    const client = await clients.apart(target);
    const answer = await client.logout(found.token, signal).finally(() => client.close());
    const ending = this.#list.get(id, endingId);
    if (!ending) return done;
    // SECURITY: only the server's own word ends it: 204, or 401 for a token it does not know any more (0020).
    if (answer.ok) {
      journal.note('logout-confirmed', profile, { tries: ending.tries + 1 });
      this.#list.remove(id, endingId);
      await vault.endings.ended(profile.id, endingId);
      return done;
    }
    if (answer.problem.code === 'cancelled') return fail(answer.problem);
    this.#inVain(profile, ending, answer.problem);
    const { host } = new URL(ending.address.origin);
    return fail({ code: 'ending-unconfirmed', host, cause: answer.problem });
  }

  #inVain(profile: Profile, before: SavedEnding, problem: ServerProblem): void {
    const { journal, now } = this.deps;
    const after = afterTry(before, problem, now());
    this.#list.put(profile.id, after);
    if (after.tries === 1) journal.note('logout-pending', profile, { code: problem.code });
    if (after.givenUp && !before.givenUp) journal.note('logout-given-up', profile, { reason: 'asked-often' });
  }

  #drop(profile: Profile, endingId: string): Promise<Result> {
    const { vault } = this.deps;
    return vault.endings.forget(profile.id, endingId);
  }

  #wake(): void {
    if (this.#isOpen) this.#alarm.set(nextMoment(this.deps.fleet.rows().flatMap(({ endings }) => endings)));
  }
}

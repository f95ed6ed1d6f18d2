import type { ServerProblem } from '../../contract/core/problem.ts';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { User } from '../../contract/sessions/user.ts';
import { CheckScheduler } from '../../main/checks/check-scheduler.ts';
import { SessionChecks } from '../../main/checks/session-checks.ts';
import { FaceTokenCache } from '../../main/logins/face-token-cache.ts';
import { Logins } from '../../main/logins/logins.ts';
import type { KnownUsers } from '../../main/profiles/known-users.ts';
import type { ProfileStore } from '../../main/profiles/profile-store.ts';
import { unknownSession } from '../../main/profiles/saved/profiles-schema.ts';
import type { ApiClient, CheckResponse } from '../../main/servers/api-client.ts';
import type { ClientPool } from '../../main/servers/client-pool.ts';
import type { LoginResponse } from '../../main/servers/login-grants.ts';
import type { FindFaceTransport } from '../../main/servers/transport.ts';
import { SessionStore } from '../../main/sessions/session-store.ts';
import { LiveState } from '../../main/state/live-state.ts';
import { Notices } from '../../main/state/notices.ts';
import { Token } from '../../main/token/token.ts';
import type { Vault } from '../../main/vault/vault.ts';
import { sampleAppState } from './fixtures/app-state.ts';
import { sampleProfile } from './fixtures/profile.ts';
import { sampleUser } from './fixtures/user.ts';

/** The fake server behind the parts: receives requests and answers them. */
export interface Wire {
  check(id: ProfileId, token: Token, signal: AbortSignal): Promise<Result<{ user: User }, ServerProblem>>;
  login(id: ProfileId, token: Token): Promise<Result<{ user: User }, ServerProblem>>;
}

/** The parts around sessions, with clock, random numbers and servers under the control of a test. */
export class Bench {
  now = Date.UTC(2026, 10, 24, 12);
  luck = 0;
  networks = 'home';
  /** When the scheduler's timer fires; null: not set. */
  ringsAt: number | null = null;
  /** Resolves on the next turn of the event loop. */
  turn: () => Promise<void> = () => Promise.resolve();
  /** The profiles whose route was asked for ahead of a request. */
  readonly preconnected: ProfileId[] = [];
  readonly live = new LiveState(
    sampleAppState({ lockAbilities: { idle: false, screen: false, sleep: false } }),
  );
  readonly tokens = new Map<ProfileId, Token>();
  readonly sessions: SessionStore;
  readonly checks: SessionChecks;
  readonly logins: Logins;
  readonly checkScheduler: CheckScheduler;
  #ring: () => void = () => undefined;
  #made = 0;

  constructor(readonly wire: Wire) {
    const now = () => this.now;
    const serverInfo = { refresh: async () => undefined };
    const notices = new Notices(this.live);
    const book = { fileName: 'profiles.json', keepFacts: async () => done, get: () => undefined };
    const users = { keep: async () => done };
    this.sessions = new SessionStore({
      ...{ live: this.live, notices, now },
      profileStore: book as unknown as ProfileStore,
      users: users as unknown as KnownUsers,
    });
    const vault = this.#vault();
    const clients = {
      of: async (profile: Profile) => this.#clientOf(profile.id),
    } as unknown as ClientPool;
    const history = { note: () => undefined };
    const turns = { next: () => this.turn() };
    const ofChecks = { sessions: this.sessions, vault, clients, serverInfo, history, now, turns };
    this.checks = new SessionChecks(ofChecks);
    const journal = { note: () => undefined };
    this.logins = new Logins({
      ...{ sessions: this.sessions, vault, clients, notices, journal, serverInfo, now },
      faceTokens: new FaceTokenCache(now),
      pendingLogouts: { begin: async () => true, beginNow: async () => undefined },
    });
    this.checkScheduler = new CheckScheduler({
      ...{ live: this.live, checks: this.checks, now, monotonicNow: now, random: () => this.luck },
      networks: () => this.networks,
      alarm: (ring) => {
        this.#ring = ring;
        return {
          set: (moment) => {
            this.ringsAt = moment;
          },
          stop: () => {
            this.ringsAt = null;
          },
        };
      },
    });
  }

  get isLocked(): boolean {
    return this.live.read().lock.kind === 'locked';
  }

  /** Adds a profile without a session. */
  add(): ProfileId {
    const profile = sampleProfile();
    this.live.change({ rows: [...SessionStore.rowsOf([{ ...unknownSession, profile }])] });
    return profile.id;
  }

  row(id: ProfileId) {
    const row = this.live.row(id);
    if (!row) throw new Error('There is no such row');
    return row;
  }

  /** Advances the clock; timers that become due fire on the way. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    await this.settle();
    while (this.ringsAt !== null && this.ringsAt <= until) {
      this.now = Math.max(this.now, this.ringsAt);
      this.ringsAt = null;
      this.#ring();
      await this.settle();
    }
    this.now = until;
    await this.settle();
  }

  /** Waits until all listeners have been called. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }

  /** Locks or unlocks the window, as `AppLock` does. */
  lock(on: boolean): void {
    const locked = { kind: 'locked', reason: 'asked', keyring: 'none', passphrase: false } as const;
    this.live.change({ lock: on ? locked : { kind: 'open' } });
    if (!on) return;
    this.logins.stop();
    this.checks.interrupt();
  }

  #clientOf(id: ProfileId): Pick<ApiClient, 'check' | 'login' | 'logout'> & {
    transport: Pick<FindFaceTransport, 'wasOpened' | 'preconnect'>;
  } {
    return {
      transport: { wasOpened: true, preconnect: () => void this.preconnected.push(id) },
      check: async (token, signal, { mayRead } = {}): Promise<Result<CheckResponse, ServerProblem>> => {
        if (signal.aborted) return fail({ code: 'cancelled' });
        const answer = await this.wire.check(id, token, signal);
        await mayRead?.();
        if (signal.aborted) return fail({ code: 'cancelled' });
        return answer.ok ? ok({ ...answer.value, skewMs: 0, tookMs: 1 }) : answer;
      },
      login: async ({ signal }): Promise<Result<LoginResponse, ServerProblem>> => {
        if (signal.aborted) return fail({ code: 'cancelled' });
        this.#made += 1;
        const token = new Token(this.#made.toString(16).padStart(64, '0'));
        const answer = await this.wire.login(id, token);
        if (signal.aborted) return fail({ code: 'cancelled' });
        const expiresAt = this.now + 90 * 86_400_000;
        return answer.ok ? ok({ ...answer.value, token, expiresAt, skewMs: 0, tookMs: 1 }) : answer;
      },
      logout: async () => ok('ended'),
    };
  }

  #vault(): Vault {
    const vault: Partial<Vault> = {
      keepNow: ({ id }, token) => {
        if (this.isLocked) return fail({ code: 'locked' });
        this.tokens.set(id, token);
        return ok(Promise.resolve(ok('sealed')));
      },
      placeOf: () => 'sealed',
      find: ({ id }) => {
        const token = this.isLocked ? undefined : this.tokens.get(id);
        return token ? { kind: 'token', token } : { kind: 'unreadable' };
      },
      forget: async (id) => {
        this.tokens.delete(id);
        return done;
      },
      whyNoPassword: () => null,
      forgetPassword: async () => done,
      forgetPasswords: async () => done,
      holdsPassword: () => false,
    };
    return { fileName: 'vault.json', ...vault } as unknown as Vault;
  }
}

/** A response that accepts the token. */
export const acceptedAnswer = { ok: true, value: { user: sampleUser() } } as const;

import { randomBytes } from 'node:crypto';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { addressText, type Profile, type ProfileId } from '../../contract/profiles/profile.ts';
import type { Gateway, GatewayCalls, GatewayEnd } from '../../contract/sessions/gateway.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { StateChange } from '../../contract/state.ts';
import type { AutoLogout } from '../auto-logout/auto-logout.ts';
import type { SessionChecks } from '../checks/session-checks.ts';
import type { SecretClipboard } from '../clipboard/secret-clipboard.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import type { Journal } from '../journal/journal.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { tokenForPrograms } from '../sessions/token-for-programs.ts';
import type { LiveState } from '../state/live-state.ts';
import { WakeTimer } from '../timing/wake-timer.ts';
import { expiryOf } from '../token/token-header.ts';
import type { Vault } from '../vault/vault.ts';
import { gatewayQuestion } from './gateway-question.ts';
import { readPathLimit } from './gateway-rules.ts';
import type { GatewayServer } from './gateway-server.ts';

/** Maximum number of open gateways. */
const maxGateways = 8;

/** Loaded on first use: Node's HTTP server is not needed to show the window. */
const load = () => import('./gateway-server.ts');

type Opening = Parameters<GatewayCalls['openGateway']>[0];

interface Deps {
  readonly live: LiveState;
  readonly sessions: SessionStore;
  readonly vault: Pick<Vault, 'find'>;
  readonly autoLogout: Pick<AutoLogout, 'isOver'>;
  readonly clients: Pick<ClientPool, 'openForwarding'>;
  readonly checks: Pick<SessionChecks, 'check'>;
  readonly clipboard: Pick<SecretClipboard, 'copy'>;
  readonly confirmations: Confirmations;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
}

interface Open {
  readonly profile: Profile;
  readonly server: GatewayServer;
  /** By the monotonic clock: a clock that is set back does not make it last longer. */
  readonly dueAt: number;
  view: Gateway;
}

/** The open gateways: at most one for each profile, each until its time is over or its session ends. */
export class Gateways {
  readonly #deps: Deps;
  readonly #open = new Map<ProfileId, Open>();
  readonly #timer: WakeTimer;
  #hasEnded = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#timer = new WakeTimer(deps.now, () => this.#closeOverdue());
    deps.live.watch((change) => this.#onChange(change));
  }

  /** Opens a gateway once the person has confirmed it, and copies its address. False: not confirmed. */
  async open(asked: Opening): Promise<Result<boolean>> {
    const { sessions, confirmations, clients, now, monotonicNow } = this.#deps;
    const { profileId: id, access, minutes } = asked;
    const path = readPathLimit(asked.path);
    if (path === null) return fail({ code: 'gateway-path-wrong' });
    const usable = tokenForPrograms(this.#deps, id);
    if (!usable.ok) return usable;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    if (this.#open.size >= maxGateways && !this.#open.has(id)) return fail({ code: 'too-many-gateways' });
    // SECURITY: only a person gives a session to other programs, in a dialog that the page cannot answer (0042).
    if (!(await confirmations.ask(gatewayQuestion({ profile, access, path, minutes })))) return ok(false);
    const connection = await clients.openForwarding(profile);
    if (connection === null) return fail({ code: 'demo-without-page' });
    const { GatewayServer } = await load();
    const server = new GatewayServer({
      rules: { key: randomBytes(32).toString('base64url'), access, path },
      base: addressText(profile.address).replace(/\/$/, ''),
      connection,
      token: () => tokenForPrograms(this.#deps, id),
      onForwarded: () => this.#count(id, server),
      onRefused: () => void this.#deps.checks.check(id),
    });
    try {
      await server.open();
    } catch {
      await server.close();
      return fail({ code: 'gateway-not-opened' });
    }
    const endsAt = now() + minutes * 60_000;
    const dueAt = monotonicNow() + minutes * 60_000;
    // Also one that was opened meanwhile.
    while (this.#open.has(id)) await this.#close(id, 'replaced');
    // What changed while the question was open counts.
    if (this.#hasEnded || sessions.profile(id) !== profile || !tokenForPrograms(this.#deps, id).ok) {
      await server.close();
      return fail({ code: 'gateway-not-opened' });
    }
    const view = { profileId: id, access, path, endsAt, requests: 0 };
    this.#open.set(id, { profile, server, dueAt, view });
    this.#show();
    const production = profile.environment === 'production';
    this.#deps.journal.note('gateway-opened', profile, { access, path, minutes, production });
    const copied = await this.copyAddress(id);
    return copied.ok ? ok(true) : copied;
  }

  /** Copies the address of an open gateway. */
  async copyAddress(id: ProfileId): Promise<Result> {
    const open = this.#open.get(id);
    if (!open) return fail({ code: 'gateway-closed' });
    const { clipboard, live, sessions } = this.#deps;
    const { name, userName, environment } = open.profile;
    const note = {
      ...{ profileId: id, name, userName, production: environment === 'production' },
      ...{ format: 'gateway' as const, endsAt: expiryOf(sessions.session(id)) },
    };
    return clipboard.copy(open.server.address, note, live.read().settings.clearAfterSeconds);
  }

  async close(id: ProfileId): Promise<Result> {
    await this.#close(id, 'asked');
    return done;
  }

  /** Closes all; called on quit. */
  stop(): void {
    this.#hasEnded = true;
    this.#timer.stop();
    this.#closeAll('quit');
  }

  #onChange({ rows = [], gone = [], lock }: StateChange): void {
    if (this.#open.size === 0) return;
    // SECURITY: behind a locked window nothing uses a session (0042).
    if (lock?.kind === 'locked') this.#closeAll('lock');
    for (const id of gone) void this.#close(id, 'removed');
    for (const { profile, session } of rows) {
      const open = this.#open.get(profile.id);
      if (!open) continue;
      if (!hasToken(stableSession(session))) void this.#close(profile.id, 'session-ended');
      else if (reachOf(profile) !== reachOf(open.profile)) void this.#close(profile.id, 'edited');
    }
  }

  #count(id: ProfileId, server: GatewayServer): void {
    const open = this.#open.get(id);
    if (open?.server !== server) return;
    open.view = { ...open.view, requests: open.view.requests + 1 };
    this.#show();
  }

  #closeOverdue(): void {
    const { now, monotonicNow } = this.#deps;
    for (const [id, { dueAt, view }] of this.#open)
      if (view.endsAt <= now() || dueAt <= monotonicNow()) void this.#close(id, 'time');
    this.#show();
  }

  #closeAll(reason: GatewayEnd): void {
    for (const id of [...this.#open.keys()]) void this.#close(id, reason);
  }

  async #close(id: ProfileId, reason: GatewayEnd): Promise<void> {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    this.#show();
    const { requests } = open.view;
    this.#deps.journal.note('gateway-closed', open.profile, { reason, requests });
    await open.server.close();
  }

  #show(): void {
    const gateways = [...this.#open.values()].map(({ view }) => view);
    const ends = gateways.map(({ endsAt }) => endsAt);
    this.#timer.set(ends.length === 0 ? null : Math.min(...ends));
    this.#deps.live.change({ gateways });
  }
}

/** What the connection of a gateway depends on. */
function reachOf({ address, tls, proxy, userName, clientCertificate }: Profile): string {
  return JSON.stringify([address, tls, proxy, userName, clientCertificate?.fingerprint]);
}

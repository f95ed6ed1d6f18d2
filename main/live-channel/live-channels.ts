import type { EpochMs } from '../../contract/core/time.ts';
import { demoOrigin } from '../../contract/profiles/demo.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { Row, StateChange } from '../../contract/state.ts';
import type { CheckScheduler } from '../checks/check-scheduler.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import { WakeTimer } from '../timing/wake-timer.ts';
import type { Vault } from '../vault/vault.ts';
import type { followChannel } from './channel.ts';
import { afterChange, afterEnd, type ChannelMemory, firstAttempt } from './channel-backoff.ts';

/** Maximum number of channels; further sessions are checked on schedule only. */
const maxChannels = 128;
/** Maximum number of channels that are being opened. */
const maxOpening = 4;
/** Minimum time between two changes of the network that count. */
const changeRestMs = 60_000;
/** Minimum time between closing a channel and opening it again. */
const reopenMs = 1_000;

interface Deps {
  readonly live: Pick<LiveState, 'read' | 'row' | 'rows' | 'watch'>;
  readonly sessions: Pick<SessionStore, 'showChannels'>;
  readonly vault: Pick<Vault, 'find'>;
  readonly clients: Pick<ClientPool, 'openSocket'>;
  readonly checkScheduler: Pick<CheckScheduler, 'checkNow'>;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
  readonly random?: () => number;
  readonly follow?: typeof followChannel;
  readonly alarm?: (ring: () => void) => Pick<WakeTimer, 'set' | 'stop'>;
}

/** The channel of one session, and what is remembered about its server. */
interface Entry {
  /** What the channel depends on. */
  readonly key: string;
  memory: ChannelMemory;
  isWanted: boolean;
  /** Ends the channel that is open or being opened; null: there is none. */
  end: AbortController | null;
  step: 'opening' | 'open' | 'answering' | null;
}

/**
 * The live channels: at most one for each accepted session that is checked automatically.
 *
 * What a server says on one leads to a check of that session, at most one for each attempt; the check alone decides. A
 * single timer is set to the earliest attempt. Nothing is open while the window is locked or the computer sleeps.
 */
export class LiveChannels {
  readonly #deps: Required<Deps>;
  readonly #timer: Pick<WakeTimer, 'set' | 'stop'>;
  readonly #entries = new Map<ProfileId, Entry>();
  readonly #changed = new Set<ProfileId>();
  #stopWatching: (() => void) | null = null;
  #isLocked = false;
  #isAsleep = false;
  #isOn = false;
  #changedAt = Number.NEGATIVE_INFINITY;

  constructor(deps: Deps) {
    this.#deps = {
      random: Math.random,
      // Loaded with the first channel: nothing of it is needed to show the window.
      follow: async (channel, signal) => (await import('./channel.ts')).followChannel(channel, signal),
      alarm: (ring) => new WakeTimer(deps.now, ring),
      ...deps,
    };
    this.#timer = this.#deps.alarm(() => this.#openDue());
  }

  /** Opens channels from now on; called once the vault was opened. */
  start(): void {
    if (this.#stopWatching) return;
    const { live } = this.#deps;
    const { lock, settings } = live.read();
    this.#isLocked = lock.kind === 'locked';
    this.#isOn = settings.liveChannels;
    this.#stopWatching = live.watch((change) => this.#onChange(change));
    this.#lookAtAll();
  }

  /** Closes all for good; called on quit. */
  stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#closeAll();
  }

  /** Closes all until the computer wakes up. */
  fallAsleep(): void {
    this.#isAsleep = true;
    this.#closeAll();
  }

  /** Opens them again, spread. */
  wakeUp(): void {
    this.#isAsleep = false;
    this.#beginAnew();
    this.#lookAtAll();
  }

  /** Tries servers again that could not be reached; calls in quick succession are ignored. */
  networkMayHaveChanged(): void {
    const monotonicNow = this.#deps.monotonicNow();
    // SECURITY: neither the page nor an unstable network may make the app try servers without limit (0046).
    if (monotonicNow - this.#changedAt < changeRestMs) return;
    this.#changedAt = monotonicNow;
    this.#beginAnew();
    this.#arm();
  }

  get #isPaused(): boolean {
    return this.#isLocked || this.#isAsleep || !this.#isOn || this.#stopWatching === null;
  }

  #onChange({ rows = [], gone = [], lock, settings }: StateChange): void {
    for (const id of gone) {
      this.#entries.get(id)?.end?.abort();
      this.#entries.delete(id);
    }
    const wasPaused = this.#isPaused;
    if (lock) this.#isLocked = lock.kind === 'locked';
    if (settings) this.#isOn = settings.liveChannels;
    // SECURITY: behind a locked window no channel stays open (0046).
    if (this.#isPaused) this.#closeAll();
    else if (wasPaused) this.#lookAtAll();
    else for (const { profile } of rows) this.#lookSoon(profile.id);
  }

  #lookAtAll(): void {
    for (const { profile } of this.#deps.live.rows()) this.#lookSoon(profile.id);
  }

  /** Looks in a microtask: the state must not change inside its own notification. */
  #lookSoon(id: ProfileId): void {
    if (this.#changed.size === 0) queueMicrotask(() => this.#look());
    this.#changed.add(id);
  }

  #look(): void {
    const ids = [...this.#changed];
    this.#changed.clear();
    if (this.#isPaused) return;
    for (const id of ids) this.#lookAt(id, ids.length);
    this.#arm();
  }

  #lookAt(id: ProfileId, together: number): void {
    const row = this.#deps.live.row(id);
    const entry = this.#entries.get(id);
    if (row === undefined || !mayHear(row)) {
      if (entry) entry.isWanted = false;
      entry?.end?.abort();
      return;
    }
    const key = keyOf(row);
    if (entry?.key === key) {
      entry.isWanted = true;
      return;
    }
    entry?.end?.abort();
    const memory = firstAttempt(this.#deps.monotonicNow(), together, this.#deps.random());
    this.#entries.set(id, { key, memory, isWanted: true, end: null, step: null });
  }

  #beginAnew(): void {
    const { monotonicNow, random } = this.#deps;
    for (const entry of this.#entries.values())
      if (entry.end === null)
        entry.memory = afterChange(entry.memory, monotonicNow(), this.#entries.size, random());
  }

  #closeAll(): void {
    this.#timer.stop();
    for (const { end } of this.#entries.values()) end?.abort();
  }

  #waiting(): readonly (readonly [ProfileId, Entry])[] {
    return [...this.#entries].filter(([, { isWanted, end }]) => isWanted && end === null);
  }

  /** How many channels may be opened now. */
  #room(): number {
    const held = [...this.#entries.values()].filter(({ end }) => end !== null);
    const opening = held.filter(({ step }) => step === 'opening').length;
    return this.#isPaused ? 0 : Math.min(maxChannels - held.length, maxOpening - opening);
  }

  #arm(): void {
    const { now, monotonicNow } = this.#deps;
    const due = this.#room() > 0 ? this.#waiting().map(([, { memory }]) => memory.notBefore) : [];
    const waitMs = Math.max(Math.min(...due) - monotonicNow(), 0);
    this.#timer.set(due.length === 0 ? null : now() + Math.ceil(waitMs));
  }

  #openDue(): void {
    const at = this.#deps.monotonicNow();
    const due = this.#waiting()
      .filter(([, { memory }]) => memory.notBefore <= at)
      .sort(([, one], [, other]) => one.memory.notBefore - other.memory.notBefore);
    for (const [id, entry] of due.slice(0, this.#room())) void this.#open(id, entry);
    this.#arm();
  }

  async #open(id: ProfileId, entry: Entry): Promise<void> {
    const { clients, follow, live, monotonicNow, now, random, sessions, vault } = this.#deps;
    const profile = live.row(id)?.profile;
    if (!profile) return;
    const end = new AbortController();
    entry.end = end;
    entry.step = 'opening';
    let openedAt: number | null = null;
    let wasAlerted = false;
    const ended = await follow(
      {
        dial: (signal) => clients.openSocket(profile, signal),
        address: profile.address,
        token: () => {
          const found = vault.find(profile);
          return found.kind === 'token' ? found.token.reveal() : null;
        },
        opened: () => {
          openedAt = monotonicNow();
          entry.step = 'open';
          this.#arm();
        },
        heard: (what) => {
          if (end.signal.aborted) return;
          if (what === 'ping') {
            entry.step = 'answering';
            sessions.showChannels([id], 'open');
            return;
          }
          // SECURITY: a frame ends no session: the check decides, and there is one at most for each of these (0046).
          if (what === 'license_alert' && wasAlerted) return;
          wasAlerted ||= what === 'license_alert';
          void this.#deps.checkScheduler.checkNow(id);
        },
        ...{ now, monotonicNow },
      },
      end.signal,
    );
    const openMs = openedAt === null ? 0 : monotonicNow() - openedAt;
    entry.end = null;
    entry.step = null;
    const { memory } = entry;
    entry.memory = end.signal.aborted
      ? { ...memory, notBefore: Math.max(memory.notBefore, monotonicNow() + reopenMs) }
      : afterEnd(memory, ended, openMs, monotonicNow(), random());
    if (this.#entries.get(id)?.step !== 'answering') sessions.showChannels([id], 'closed');
    if (!this.#isPaused) this.#arm();
  }
}

/** Whether a session may have a channel: one whose token the server accepted, and that is checked automatically. */
function mayHear({ channel, nextCheck, profile, session }: Row): boolean {
  // SECURITY: no token is sent that the schedule of checks would not send either (0018, 0046).
  const isAccepted = hasToken(session) && session.lastCheck?.verdict === 'accepted';
  return isAccepted && nextCheck.kind === 'at' && channel !== 'off' && profile.address.origin !== demoOrigin;
}

function keyOf({ profile, session }: Row): string {
  const { address, tls, proxy, userName, clientCertificate } = profile;
  const token = hasToken(session) ? session.fingerprint : null;
  return JSON.stringify([address, tls, proxy, userName, clientCertificate?.fingerprint, token]);
}

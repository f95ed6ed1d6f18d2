import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import {
  chosenSteps,
  noReminders,
  type Reminders as ShownReminders,
  type Snooze,
} from '../../contract/sessions/reminders.ts';
import type { Row, StateChange } from '../../contract/state.ts';
import type { DurableFile } from '../files/durable-file.ts';
import type { LiveState } from '../state/live-state.ts';
import { WakeTimer } from '../timing/wake-timer.ts';
import { type NotificationText, notificationText } from './notification-text.ts';
import {
  type ExpiringSession,
  expiringSession,
  isDue,
  type LastTold,
  planReminders,
  snoozeEnd,
  type Told,
  toldOf,
} from './reminder-rules.ts';
import type { SavedReminders } from './reminders-format.ts';

/** Shows a notification of the system, and calls back when it is clicked. */
export type ShowNotification = (
  text: NotificationText,
  onClick: () => void,
) => { readonly close: () => void };

/** What the reminders need. */
export interface ReminderDeps {
  readonly live: Pick<LiveState, 'read' | 'row' | 'rows' | 'change' | 'watch'>;
  readonly store: Pick<DurableFile<SavedReminders>, 'open' | 'save' | 'settle' | 'setAside'>;
  readonly showNotification: ShowNotification;
  readonly showMainWindow: () => void;
  readonly now: () => EpochMs;
  readonly alarm?: (ring: () => void) => Pick<WakeTimer, 'set' | 'stop'>;
}

/**
 * Reminds a person of sessions that end: by notifications, and in the state for the window.
 *
 * What was told is saved before it is shown, so that no step of a session is told twice. A single timer is set to the
 * next step.
 */
export class Reminders {
  readonly #timer: Pick<WakeTimer, 'set' | 'stop'>;
  readonly #sessions = new Map<ProfileId, ExpiringSession>();
  /** Of removed profiles too, since a removal can be undone; only those of the list are saved. */
  readonly #told = new Map<ProfileId, Told>();
  readonly #muted = new Set<ProfileId>();
  readonly #removed = new Set<ProfileId>();
  #last: LastTold = { days: null, hours: null };
  /** When something is next to be told; null: never. */
  #next: EpochMs | null = null;
  #shown: ShownReminders = noReminders;
  #notification: { readonly close: () => void } | null = null;
  #isWaiting = false;
  #stopWatching: (() => void) | null = null;

  constructor(private readonly deps: ReminderDeps) {
    const alarm = deps.alarm ?? ((ring: () => void) => new WakeTimer(deps.now, ring));
    this.#timer = alarm(() => this.#remind());
  }

  /** Reads what was told, and reminds of what has come due since. */
  async start(): Promise<void> {
    const { live, store } = this.deps;
    const opening = await store.open();
    if (opening.kind === 'unreadable') await store.setAside();
    if ('value' in opening) {
      for (const [id, told] of opening.value.told) this.#told.set(id, told);
      for (const id of opening.value.muted) this.#muted.add(id);
      this.#last = opening.value.last;
    }
    for (const row of live.rows()) this.#follow(row);
    this.#stopWatching = live.watch((change) => this.#onChange(change));
    this.#remind();
  }

  /** Called when the computer wakes up. */
  wakeUp(): void {
    if (this.#stopWatching) this.#remind();
  }

  /** Puts the reminder of a profile off; returns until when. */
  async snooze(id: ProfileId, snooze: Snooze): Promise<Result<EpochMs>> {
    const session = this.#sessions.get(id);
    if (!session) return fail({ code: 'no-session' });
    const snoozedUntil = snoozeEnd(session, snooze, this.deps.now());
    const step = toldOf(session, this.#told.get(id))?.step ?? null;
    this.#told.set(id, { serverEnd: session.serverEnd, step, snoozedUntil });
    await this.#save();
    this.#remind();
    return ok(snoozedUntil);
  }

  /** Turns the reminders of a profile off, or on again. */
  async mute(id: ProfileId, muted: boolean): Promise<Result> {
    if (!this.deps.live.row(id)) return fail({ code: 'profile-gone' });
    if (muted) this.#muted.add(id);
    else this.#muted.delete(id);
    await this.#save();
    this.#remind();
    return done;
  }

  /** The window shows the reminders. */
  windowShows(): void {
    this.#publish({ ...this.#shown, asked: false });
  }

  stop(): void {
    this.#timer.stop();
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#notification?.close();
  }

  settle(): Promise<void> {
    return this.deps.store.settle();
  }

  #onChange({ rows = [], gone = [], settings, lock }: StateChange): void {
    // SECURITY: what a notification said before the lock is not left for those who come after it (0049).
    if (lock?.kind === 'locked') this.#notification?.close();
    const isChanged = [
      ...rows.map((row) => this.#follow(row)),
      ...gone.map((id) => this.#sessions.delete(id)),
    ];
    const removed = gone.filter((id) => this.#told.has(id) || this.#muted.has(id));
    for (const id of removed) this.#removed.add(id);
    const back = rows.filter(({ profile }) => this.#removed.delete(profile.id));
    // SECURITY: overwrites the backup too, so that nothing of a removed server is left.
    if (removed.length > 0 || back.length > 0) void this.#save(true);
    // The clock may have been set ahead, which no timer notices.
    const isOverdue = this.#next !== null && this.deps.now() >= this.#next;
    if (!(settings || isOverdue || isChanged.includes(true)) || this.#isWaiting) return;
    this.#isWaiting = true;
    // Deferred: the other listeners have yet to receive this change.
    queueMicrotask(() => {
      this.#isWaiting = false;
      if (this.#stopWatching) this.#remind();
    });
  }

  /** Returns whether the session or its end is another one than before. */
  #follow(row: Row): boolean {
    const { id } = row.profile;
    const session = expiringSession(row);
    const known = this.#sessions.get(id);
    if (session === null) return this.#sessions.delete(id);
    if (known?.serverEnd === session.serverEnd && known.expiresAt === session.expiresAt) return false;
    this.#sessions.set(id, session);
    return true;
  }

  #remind(): void {
    const { tell, last } = this.#plan();
    if (tell.size > 0) {
      this.#last = last;
      for (const [id, told] of tell) this.#told.set(id, told);
      const ends = [...tell.keys()].flatMap((id) => this.#sessions.get(id)?.expiresAt ?? []);
      void this.#save().then(() => this.#notify(ends));
    }
    this.#next = this.#plan().next;
    this.#timer.set(this.#next);
    this.#publish({ ...this.#shown, due: this.#due(), muted: this.#mutedRows() });
  }

  #plan() {
    return planReminders(this.#watched(), this.#steps(), this.#last, this.deps.now());
  }

  *#watched(): Iterable<readonly [ProfileId, ExpiringSession, Told | undefined]> {
    for (const [id, session] of this.#sessions)
      if (!this.#muted.has(id)) yield [id, session, this.#told.get(id)];
  }

  #due(): readonly ProfileId[] {
    const now = this.deps.now();
    const steps = this.#steps();
    return [...this.#watched()]
      .filter(([, session, told]) => isDue(session, told, steps, now))
      .toSorted(([, one], [, other]) => one.expiresAt - other.expiresAt)
      .map(([id]) => id);
  }

  #steps(): readonly number[] {
    return chosenSteps(this.deps.live.read().settings);
  }

  #mutedRows(): readonly ProfileId[] {
    return [...this.#muted].filter((id) => this.deps.live.row(id));
  }

  #publish(reminders: ShownReminders): void {
    if (JSON.stringify(reminders) === JSON.stringify(this.#shown)) return;
    this.#shown = reminders;
    this.deps.live.change({ reminders });
  }

  async #notify(ends: readonly EpochMs[]): Promise<void> {
    const { live, now, showNotification, showMainWindow } = this.deps;
    const isLocked = () => live.read().lock.kind === 'locked';
    const text = await notificationText(live.read().language, { ends, now: now(), isLocked });
    if (!this.#stopWatching) return;
    // One at a time: the window has all of them.
    this.#notification?.close();
    this.#notification = showNotification(text, () => {
      this.#publish({ ...this.#shown, asked: true });
      showMainWindow();
    });
  }

  async #save(forgetOld = false): Promise<void> {
    await this.deps.store.save(
      () => ({
        last: this.#last,
        told: new Map([...this.#told].filter(([id]) => this.deps.live.row(id))),
        muted: new Set(this.#mutedRows()),
      }),
      { forgetOld },
    );
  }
}

import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type CheckPoint, maxCheckPoints } from '../../contract/sessions/checking.ts';
import { type Check, verdicts } from '../../contract/sessions/session.ts';
import type { DurableFile } from '../files/durable-file.ts';
import { type ChecksById, pointLength } from './checks-format.ts';

const saveEveryMs = 60_000;

/**
 * The last checks of each profile, saved at most once a minute and when the app quits.
 *
 * Read on first use, since the list does not need it. Nothing is lost with it, so an unreadable file is quarantined
 * without a notice, and one that cannot be written is tried again after the next check.
 */
export class CheckHistory {
  readonly #file: DurableFile<ChecksById>;
  readonly #points = new Map<ProfileId, readonly number[]>();
  #opened: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(file: DurableFile<ChecksById>) {
    this.#file = file;
  }

  /** Adds a check of this profile. */
  note(id: ProfileId, { at, verdict, tookMs }: Check): void {
    this.#put(id, [...(this.#points.get(id) ?? []), at, verdicts.indexOf(verdict), tookMs ?? -1]);
    this.#timer ??= setTimeout(() => void this.#save(), saveEveryMs).unref();
  }

  /** The last checks of a profile, the newest last. */
  async pointsOf(id: ProfileId): Promise<readonly CheckPoint[]> {
    await this.#open();
    const values = this.#points.get(id) ?? [];
    return Array.from({ length: values.length / pointLength }, (_, nth) => {
      const [at = 0, verdict = 0, tookMs = -1] = values.slice(nth * pointLength);
      return { at, verdict: verdicts[verdict] ?? 'uncertain', tookMs: tookMs < 0 ? null : tookMs };
    });
  }

  /** Removes what is known of these profiles, from the disk too. */
  async forget(ids: readonly ProfileId[]): Promise<void> {
    await this.#open();
    const known = ids.filter((id) => this.#points.delete(id));
    // SECURITY: overwrites the backup too, so that nothing of a removed server is left.
    if (known.length > 0) await this.#file.save(() => this.#points, { forgetOld: true });
  }

  /** Writes what is new; resolves when that is done or refused. */
  async settle(): Promise<void> {
    if (this.#timer) await this.#save();
    await this.#file.settle();
  }

  #put(id: ProfileId, points: readonly number[]): void {
    this.#points.set(id, points.slice(-maxCheckPoints * pointLength));
  }

  async #save(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#open();
    await this.#file.save(() => this.#points);
  }

  #open(): Promise<void> {
    this.#opened ??= this.#read();
    return this.#opened;
  }

  async #read(): Promise<void> {
    const opening = await this.#file.open();
    if (opening.kind === 'unreadable') await this.#file.setAside();
    if (!('value' in opening)) return;
    // Checks that were noted before it was read are newer.
    for (const [id, points] of opening.value) this.#put(id, [...points, ...(this.#points.get(id) ?? [])]);
  }
}

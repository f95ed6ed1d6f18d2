import type { SaveReason } from '../../contract/core/problem.ts';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { DurableFile, SaveOptions } from '../files/durable-file.ts';
import type { RestoredWhy } from '../files/file-format.ts';
import { maxAuthorities, type SavedAuthority } from './saved/authorities-schema.ts';
import {
  makeSavedProfiles,
  maxProfiles,
  type SavedProfile,
  type SavedProfiles,
  type SeenVault,
  unknownSession,
} from './saved/profiles-schema.ts';

/** The result of opening `profiles.json`, for the notices; only after the first three is the file ever written. */
export type ProfileFileOpening =
  | { readonly kind: 'ok' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'restored'; readonly why: RestoredWhy; readonly keptAs: string }
  | { readonly kind: 'unreadable'; readonly keptAs: string }
  | { readonly kind: 'newer' }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };

/** What may be saved about a profile besides what a person enters. */
export type KnownFacts = Partial<Omit<SavedProfile, 'profile'>>;

/**
 * The saved profiles, in the order in which they were added.
 *
 * A change applies in memory at once; its result says whether it is on disk too. Concurrent changes are written
 * together.
 */
export class ProfileStore {
  readonly #file: DurableFile<SavedProfiles>;
  readonly #profiles = new Map<ProfileId, SavedProfile>();
  readonly #authorities = new Map<string, SavedAuthority>();
  #vault: SeenVault | null = null;

  constructor(file: DurableFile<SavedProfiles>) {
    this.#file = file;
  }

  /** The file name as shown to people. */
  get fileName(): string {
    return this.#file.name;
  }

  /** SHA-256 of the file that holds these profiles; null if they could not be saved. */
  get savedHash(): string | null {
    return this.#file.hash;
  }

  /** Reads the profiles; from a damaged file, those that are intact. */
  async open(): Promise<ProfileFileOpening> {
    const opening = await this.#file.open();
    const found = 'value' in opening ? opening.value : 'salvage' in opening ? opening.salvage : null;
    this.#profiles.clear();
    this.#vault = found?.vault ?? null;
    this.#authorities.clear();
    for (const authority of found?.authorities ?? []) this.#authorities.set(authority.fingerprint, authority);
    for (const saved of found?.profiles ?? []) this.#profiles.set(saved.profile.id, saved);
    switch (opening.kind) {
      case 'restored':
        return { kind: opening.kind, why: opening.why, keptAs: opening.keptAs };
      case 'unreadable':
        return { kind: opening.kind, keptAs: opening.keptAs };
      case 'io-error':
        return opening;
      case 'unproven':
        throw new Error('A book needs no proof');
      default:
        return { kind: opening.kind };
    }
  }

  all(): readonly SavedProfile[] {
    return [...this.#profiles.values()];
  }

  get(id: ProfileId): SavedProfile | undefined {
    return this.#profiles.get(id);
  }

  /** The names that a draft must not use; the profile being edited is excepted. */
  takenNames(except?: ProfileId): readonly string[] {
    return this.all()
      .filter((saved) => saved.profile.id !== except)
      .map((saved) => saved.profile.name);
  }

  /** Adds a profile about which nothing is known yet; fails if the maximum number is reached. */
  async add(profile: Profile): Promise<Result> {
    if (this.#profiles.size >= maxProfiles) return fail({ code: 'list-full', most: maxProfiles });
    if (this.#profiles.has(profile.id))
      return fail({ code: 'not-saved', file: this.#file.name, reason: 'other' });
    return this.#put({ ...unknownSession, profile });
  }

  /** Changes the fields that a person edits. */
  async change(id: ProfileId, patch: Partial<Omit<Profile, 'id'>>): Promise<Result> {
    const saved = this.#profiles.get(id);
    if (!saved) return fail({ code: 'profile-gone' });
    return this.#put({ ...saved, profile: { ...saved.profile, ...patch } });
  }

  /** Changes the fields of several profiles that a person edits, in one save. */
  async changeAll(profiles: readonly Profile[]): Promise<Result> {
    for (const profile of profiles) {
      const saved = this.#profiles.get(profile.id);
      if (saved) this.#profiles.set(profile.id, { ...saved, profile });
    }
    return this.#save();
  }

  /** Saves what was learned about a profile; with `mayWait` up to two seconds later, together with others. */
  async keepFacts(id: ProfileId, facts: KnownFacts, how: SaveOptions = {}): Promise<Result> {
    const saved = this.#profiles.get(id);
    if (!saved) return fail({ code: 'profile-gone' });
    return this.#put({ ...saved, ...facts }, how);
  }

  /** Removes profiles; once that is written, the backup does not contain them either. */
  async remove(ids: readonly ProfileId[]): Promise<Result> {
    const removed = ids.filter((id) => this.#profiles.delete(id));
    return removed.length === 0 ? fail({ code: 'profile-gone' }) : this.#save({ forgetOld: true });
  }

  /** Adds profiles that were removed, with what was known about them; none if there is no room for all. */
  async restore(restored: readonly SavedProfile[]): Promise<Result> {
    if (this.#profiles.size + restored.length > maxProfiles)
      return fail({ code: 'list-full', most: maxProfiles });
    for (const saved of restored) this.#profiles.set(saved.profile.id, saved);
    return this.#save();
  }

  /** The PEM of a CA by its fingerprint; null if it is not saved. */
  authority(fingerprint: string): string | null {
    return this.#authorities.get(fingerprint)?.pem ?? null;
  }

  /** Adds a CA; it is saved with the profile that trusts it and removed with the last one that does. */
  learnAuthority(authority: SavedAuthority): boolean {
    const { size } = this.#authorities;
    if (size >= maxAuthorities && !this.#authorities.has(authority.fingerprint)) return false;
    this.#authorities.set(authority.fingerprint, authority);
    return true;
  }

  /** The vault generation that was last seen, or null. */
  seenVault(): SeenVault | null {
    return this.#vault;
  }

  /** Records the vault generation, so that a rollback is reported once. */
  async noteVault(seen: SeenVault): Promise<Result> {
    const known = this.#vault;
    if (known?.vaultId === seen.vaultId && known.gen === seen.gen) return done;
    this.#vault = { vaultId: seen.vaultId, gen: seen.gen };
    return this.#save();
  }

  /** Quarantines the file and starts an empty list; if that fails, nothing changes. */
  async setAside(): Promise<Result> {
    const aside = await this.#file.setAside('replaced');
    if (!aside.ok) return aside;
    this.#profiles.clear();
    this.#authorities.clear();
    this.#vault = null;
    return this.#save();
  }

  /** Resolves when everything is written or refused. */
  settle(): Promise<void> {
    return this.#file.settle();
  }

  #put(saved: SavedProfile, how: SaveOptions = {}): Promise<Result> {
    this.#profiles.set(saved.profile.id, saved);
    return this.#save(how);
  }

  #save(how: SaveOptions = {}): Promise<Result> {
    return this.#file.save(
      () => makeSavedProfiles(this.all(), this.#vault, [...this.#authorities.values()]),
      how,
    );
  }
}

import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type Extent, isWithin, type PendingLogoutKind, type SecretKind } from './crypto/record.ts';
import type { VaultContents } from './vault-contents.ts';

/** What to remove from the vault as soon as it can be written. */
export class Removals {
  readonly #extents = new Map<ProfileId, Extent>();
  /** Pending log-outs confirmed while locked. */
  readonly #logouts = new Map<ProfileId, Set<PendingLogoutKind>>();

  add(id: ProfileId, extent: Extent): void {
    this.#extents.set(id, extent);
  }

  addLogout(id: ProfileId, kind: PendingLogoutKind): void {
    this.#logouts.set(id, (this.#logouts.get(id) ?? new Set()).add(kind));
  }

  /** Whether a secret of a profile is to be removed with others of the profile. */
  includes(id: ProfileId, kind: SecretKind): boolean {
    const extent = this.#extents.get(id);
    return extent !== undefined && isWithin(extent, kind);
  }

  /** What to remove of one profile, which is removed from the list. */
  take(id: ProfileId): Extent | null {
    const extent = this.#extents.get(id) ?? null;
    this.#extents.delete(id);
    return extent;
  }

  /** Removes everything from the contents; returns whether there was anything. */
  applyTo(contents: VaultContents): boolean {
    const forgotten = [...this.#extents].filter(([id, extent]) => contents.holdsAny(id, extent));
    for (const [id, extent] of forgotten) contents.removeAll(id, extent);
    const ended = [...this.#logouts].flatMap(([id, kinds]) => [...kinds].map((kind) => ({ id, kind })));
    const held = ended.filter(({ id, kind }) => contents.holds(id, kind));
    for (const { id, kind } of held) contents.remove(id, kind);
    return forgotten.length + held.length > 0;
  }

  clear(): void {
    this.#extents.clear();
    this.#logouts.clear();
  }
}

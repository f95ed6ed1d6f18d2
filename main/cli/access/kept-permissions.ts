import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Result } from '../../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import type { ProgramAccess, TokenUse } from '../../../contract/sessions/program-access.ts';
import type { Vault } from '../../vault/vault.ts';
import { covers, reachOf } from './permissions.ts';

/** A permission that only a person ends. */
const keptPermission = v.strictObject({
  identity: v.pipe(v.string(), v.maxLength(8_192)),
  program: v.pipe(v.string(), v.maxLength(60)),
  use: v.picklist(['read', 'send', 'get']),
  /** The server and the user that it was given for. */
  reach: v.string(),
});

type KeptPermission = v.InferOutput<typeof keptPermission>;

const maxForOne = 50;
const keptPermissions = v.pipe(v.array(keptPermission), v.maxLength(maxForOne));

/**
 * The permissions without an end. They are in the vault, where no other program can add one, each bound to its server, user
 * and trust.
 */
export class KeptPermissions {
  readonly #held = new Map<ProfileId, readonly KeptPermission[]>();

  constructor(private readonly vault: Pick<Vault, 'programs' | 'keepPrograms'>) {}

  /** Reads those of these profiles, once the vault is open. */
  load(profiles: readonly Profile[]): void {
    this.#held.clear();
    for (const profile of profiles) {
      const found = read(this.vault.programs(profile)).filter(({ reach }) => reach === reachOf(profile));
      if (found.length > 0) this.#held.set(profile.id, found);
    }
  }

  /** Whether a program always has this use. */
  permits(identity: string | null, profile: Profile, use: TokenUse): boolean {
    // SECURITY: not for another server or user than a person was asked about (0052).
    return this.#of(profile).some((one) => one.identity === identity && covers(one.use, use));
  }

  /** Adds one; fails if it cannot be sealed. */
  async give(profile: Profile, given: Omit<KeptPermission, 'reach'>): Promise<Result> {
    const others = this.#of(profile).filter(
      ({ identity, use }) => identity !== given.identity || use !== given.use,
    );
    return this.#set(profile, [...others.slice(1 - maxForOne), { ...given, reach: reachOf(profile) }]);
  }

  /** Ends one, at once; fails if the vault still has it, so that the next unlock brings it back. */
  async end(id: string, profile: Profile): Promise<Result> {
    return this.#set(
      profile,
      this.#of(profile).filter((one) => idOf(profile.id, one) !== id),
    );
  }

  /** All that are in force. */
  list(): readonly ProgramAccess[] {
    return [...this.#held].flatMap(([profileId, all]) =>
      all.map((one) => ({
        ...{ id: idOf(profileId, one), profileId, until: null },
        ...{ program: one.program, use: one.use },
      })),
    );
  }

  /** Ends those of a profile that leads to another server or user now; returns whether there were any. */
  follow(profile: Profile): boolean {
    const held = this.#held.get(profile.id);
    if (held === undefined || held.every(({ reach }) => reach === reachOf(profile))) return false;
    this.#held.delete(profile.id);
    // SECURITY: also if it leads back one day (0052).
    void this.vault.keepPrograms(profile, null);
    return true;
  }

  /** Forgets those of a removed profile. */
  forget(id: ProfileId): void {
    this.#held.delete(id);
  }

  /** Forgets all, behind the lock; they are still in the vault. */
  clear(): void {
    this.#held.clear();
  }

  #of(profile: Profile): readonly KeptPermission[] {
    return (this.#held.get(profile.id) ?? []).filter(({ reach }) => reach === reachOf(profile));
  }

  async #set(profile: Profile, held: readonly KeptPermission[]): Promise<Result> {
    const text = held.length === 0 ? null : JSON.stringify(held);
    const kept = await this.vault.keepPrograms(profile, text);
    // One that ends counts at once, one that begins once it is written.
    if (kept.ok || held.length < this.#of(profile).length) this.#held.set(profile.id, held);
    return kept;
  }
}

function read(text: string | null): readonly KeptPermission[] {
  if (text === null) return [];
  try {
    const found = v.safeParse(keptPermissions, JSON.parse(text));
    return found.success ? found.output : [];
  } catch {
    return [];
  }
}

function idOf(profileId: ProfileId, { identity, use }: KeptPermission): string {
  return createHash('sha256')
    .update(JSON.stringify([profileId, identity, use]))
    .digest('hex')
    .slice(0, 12);
}

import type { Profile } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import { type AcceptedDraft, spelling } from '../profiles/draft.ts';

/** The part of a row that matters for an import. */
export type Here = Pick<Row, 'profile' | 'session'>;

/** What an entry is matched by; null if the entry is invalid. */
export type Wanted = { readonly accepted: AcceptedDraft; readonly isNamed: boolean } | null;

/**
 * Finds the profile of each entry: first by server, user and name; then by server and user; then by name and either
 * user or server. Each profile is matched at most once.
 */
export function matchProfiles(wanted: readonly Wanted[], here: readonly Here[]): readonly (Here | null)[] {
  const found: (Here | null)[] = wanted.map(() => null);
  const taken = new Set<Here>();
  const pass = (keyOf: (of: Keyed) => string, mayTry: (entry: NonNullable<Wanted>) => boolean): void => {
    const shelves = new Map<string, Here[]>();
    for (const one of here.filter((one) => !taken.has(one))) {
      const key = keyOf(one.profile);
      shelves.set(key, [...(shelves.get(key) ?? []), one]);
    }
    wanted.forEach((entry, at) => {
      if (entry === null || found[at] || !mayTry(entry)) return;
      const match = shelves.get(keyOf(entry.accepted))?.shift();
      if (!match) return;
      found[at] = match;
      taken.add(match);
    });
  };
  pass(loginAndNameKey, () => true);
  pass(loginKey, () => true);
  // The name alone is not enough: with another server and another user it is another profile.
  pass(
    ({ name, userName }) => `${spelling(name)}\n${userName}`,
    ({ isNamed }) => isNamed,
  );
  pass(
    ({ name, address }) => `${spelling(name)}\n${address.origin}\n${address.basePath}`,
    ({ isNamed }) => isNamed,
  );
  return found;
}

/** A key that is equal for the same server, user and name; a second entry with it is a duplicate. */
export function loginAndNameKey(of: Keyed): string {
  return `${loginKey(of)}\n${spelling(of.name)}`;
}

type Keyed = Pick<Profile, 'name' | 'address' | 'userName'>;

function loginKey({ address, userName }: Keyed): string {
  return `${address.origin}\n${address.basePath}\n${userName}`;
}

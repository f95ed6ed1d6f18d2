import type { Profile } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import { type AcceptedDraft, spelling } from '../profiles/draft.ts';

/** What of a row counts for an import. */
export type Here = Pick<Row, 'profile' | 'session'>;

/** What an entry is matched by; null where it cannot be used. */
export type Wanted = { readonly accepted: AcceptedDraft; readonly isNamed: boolean } | null;

/**
 * Finds for each entry the profile that it is about: the same server and user with the same name, then the same server
 * and user, then the same name with the same user or the same server. No profile is taken twice.
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
  // The name alone is not enough: another server with another user is another server, whatever both are called.
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

/** The same server, user and name; two such entries are one too many. */
export function loginAndNameKey(of: Keyed): string {
  return `${loginKey(of)}\n${spelling(of.name)}`;
}

type Keyed = Pick<Profile, 'name' | 'address' | 'userName'>;

function loginKey({ address, userName }: Keyed): string {
  return `${address.origin}\n${address.basePath}\n${userName}`;
}

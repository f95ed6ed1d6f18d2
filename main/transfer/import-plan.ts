import type { Problem } from '../../contract/core/problem.ts';
import { addressText, type Draft, type Profile } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { EntryHead, FieldChange, ImportEntry, ImportedSecrets } from '../../contract/transfer.ts';
import { type AcceptedDraft, acceptDraft, spelling, TakenNames, withDraft } from '../profiles/draft.ts';
import { sanitizeText } from '../servers/http/sanitize-text.ts';
import { isSameLogin } from '../sessions/login-rules.ts';
import { isSameProxy } from '../sessions/same-connection.ts';
import type { ImportedEntry } from './formats/imported-entry.ts';
import { type Here, loginAndNameKey, matchProfiles, type Wanted } from './match-profiles.ts';

/** A planned entry: what the person sees and what is needed for applying it. */
export interface PlannedEntry {
  readonly shown: ImportEntry;
  readonly incoming: ImportedEntry;
  /** The entry as a draft. */
  readonly draft: Draft;
  /** The profile that it would change, or null. */
  readonly target: Profile | null;
}

const pieceSize = 250;

/** Plans what each entry would change; changes nothing. */
export function planImport(items: readonly ImportedEntry[], here: readonly Here[]): readonly PlannedEntry[] {
  const planning = planInPieces(items, here);
  for (let step = planning.next(); ; step = planning.next()) if (step.done) return step.value;
}

/** The same as a generator that yields every few hundred entries, so that other work can run. */
export function* planInPieces(
  items: readonly ImportedEntry[],
  here: readonly Here[],
): Generator<void, readonly PlannedEntry[]> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  const accept = (incoming: ImportedEntry, at: number): Wanted => {
    const result = acceptDraft(makeDraft(incoming, null), []);
    if (!result.ok) return null;
    const key = loginAndNameKey(result.value);
    if (seen.has(key)) repeated.add(at);
    if (repeated.has(at)) return null;
    seen.add(key);
    return { accepted: result.value, isNamed: (incoming.name ?? '').trim() !== '' };
  };
  const wanted = yield* mapInPieces(items, accept);
  yield;
  const targets = matchProfiles(wanted, here);
  const taken = new TakenNames(here.map(({ profile }) => profile.name));

  return yield* mapInPieces(items, (incoming, entry): PlannedEntry => {
    const target = targets[entry] ?? null;
    const profile = target?.profile ?? null;
    const draft = makeDraft(incoming, profile);
    const accepted = acceptDraft(draft, []);
    const unusable = (head: EntryHead, problem: Problem): PlannedEntry => {
      const line = incoming.line ?? null;
      return { incoming, draft, target: null, shown: { kind: 'unusable', ...head, problem, line } };
    };
    if (!accepted.ok) return unusable(rawHead(entry, incoming), accepted.problem);
    if (repeated.has(entry))
      return unusable(describeEntry(entry, accepted.value), { code: 'import-repeated' });
    const wantedName = accepted.value.name;
    const isOwnName = profile !== null && spelling(wantedName) === spelling(profile.name);
    const after = { ...accepted.value, name: isOwnName ? wantedName : taken.free(wantedName) };
    taken.add(after.name);
    return { incoming, draft, target: profile, shown: shownEntry(entry, incoming, after, target) };
  });
}

function* mapInPieces<Item, Value>(
  items: readonly Item[],
  work: (item: Item, at: number) => Value,
): Generator<void, readonly Value[]> {
  const values: Value[] = [];
  for (const [at, item] of items.entries()) {
    if (at % pieceSize === pieceSize - 1) yield;
    values.push(work(item, at));
  }
  return values;
}

/** An entry as a draft; fields absent in the file are taken from the profile. */
function makeDraft(incoming: ImportedEntry, profile: Profile | null): Draft {
  return {
    address: incoming.address,
    userName: incoming.userName,
    name: incoming.name ?? profile?.name ?? '',
    tags: incoming.tags ?? profile?.tags ?? [],
    environment: incoming.environment ?? profile?.environment ?? 'none',
    // An empty column does not remove notes.
    ...(incoming.notes ? { notes: incoming.notes } : {}),
  };
}

function shownEntry(
  entry: number,
  incoming: ImportedEntry,
  after: AcceptedDraft,
  target: Here | null,
): ImportEntry {
  const head = describeEntry(entry, after);
  const pin = usablePin(incoming, after, target);
  const trusted = target?.profile.tls.mode === 'pin' ? target.profile.tls.fingerprint : null;
  const usable = { ...head, pin, pinBefore: trusted, secrets: importedSecrets(incoming, target) };
  if (target === null) return { kind: 'new', ...usable };
  const { profile, session } = target;
  const changes = listChanges(profile, { ...after, favourite: incoming.favourite ?? profile.favourite });
  if (changes.length === 0 && pin === null && usable.secrets === 'none') return { kind: 'same', ...head };
  const endsSession = hasToken(stableSession(session)) && !isSameLogin(profile, withDraft(profile, after));
  return { kind: 'changed', ...usable, changes, endsSession };
}

function listChanges(before: Profile, after: AcceptedDraft & Pick<Profile, 'favourite'>): FieldChange[] {
  const pairs: FieldChange[] = [
    { field: 'name', before: before.name, after: after.name },
    { field: 'address', before: addressText(before.address), after: addressText(after.address) },
    { field: 'userName', before: before.userName, after: after.userName },
    { field: 'tags', before: before.tags.join(', '), after: after.tags.join(', ') },
    { field: 'environment', before: before.environment, after: after.environment },
    { field: 'favourite', before: yesOrNo(before.favourite), after: yesOrNo(after.favourite) },
    { field: 'notes', before: before.notes ?? '', after: after.notes ?? before.notes ?? '' },
  ];
  return pairs.filter((pair) => pair.before !== pair.after);
}

function usablePin({ pin }: ImportedEntry, { address }: AcceptedDraft, target: Here | null): string | null {
  if (pin === null || !address.origin.startsWith('https:')) return null;
  const tls = target?.profile.tls;
  return tls?.mode === 'pin' && tls.fingerprint === pin && target?.profile.address.origin === address.origin
    ? null
    : pin;
}

/** Whether an entry's secrets can be restored: only under the trust of the backup, and never over a live session. */
function importedSecrets(incoming: ImportedEntry, target: Here | null): ImportedSecrets {
  const { kept, pin, authority = null } = incoming;
  if (kept === null) return 'none';
  const isKeyOnly = kept.token === null && kept.password === null;
  if (isKeyOnly && (kept.clientKey === null || target?.profile.clientCertificate)) return 'none';
  // SECURITY: secrets from a profile with a custom CA are restored only where the same CA is trusted (0016).
  if (ownAuthority(target?.profile) !== authority) return 'none';
  // A new profile gets its proxy together with the secrets.
  if (!changesProxy(incoming, target?.profile ?? null)) return 'none';
  if (target === null) return 'restores';
  // Restoring would remove a pinned certificate, which an import never does.
  if (target.profile.tls.mode === 'pin' && pin === null) return 'none';
  const session = stableSession(target.session);
  if (!hasToken(session) || session.secret === 'unreadable' || session.phase === 'expired') return 'restores';
  // A session is not ended for a key alone.
  return isKeyOnly || session.fingerprint === kept.session?.fingerprint ? 'none' : 'replaces';
}

/**
 * Whether the secrets of an entry would use the proxy they were backed up with.
 *
 * SECURITY: over plain HTTP a proxy can read them; if the backup does not name it, they are not restored (0017).
 */
export function changesProxy({ address, proxy = null }: ImportedEntry, profile: Profile | null): boolean {
  if (proxy === null) return !/^http:/i.test(profile?.address.origin ?? address.trim());
  return profile === null || isSameProxy(profile.proxy, proxy);
}

/** Fingerprint of the profile's custom CA; null if it has none. */
export function ownAuthority(profile: Profile | undefined): string | null {
  return profile?.tls.mode === 'ca' ? profile.tls.fingerprint : null;
}

function describeEntry(entry: number, { name, address, userName }: AcceptedDraft): EntryHead {
  return { entry, name, address: addressText(address), userName };
}

/** The fields of an unusable entry for display: shortened, and without credentials in the address. */
function rawHead(entry: number, { name, address, userName }: ImportedEntry): EntryHead {
  const plain = address
    .slice(0, 1_000)
    .replace(/[?#].*$/s, '')
    // Linear: the lookbehind lets each word be tried once; a file may hold ten thousand long ones.
    .replace(/(?<![^/\s])[^/\s]*@/g, '…@');
  return {
    entry,
    name: sanitizeText(name ?? '', 80),
    address: sanitizeText(plain, 120),
    userName: sanitizeText(userName, 80),
  };
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

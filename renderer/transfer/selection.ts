import type { ChosenEntry, ImportEntry, ImportPlan } from '../../contract/transfer.ts';

/** The entries that are ticked, by their numbers. */
export type EntrySelection = ReadonlyMap<number, ChosenEntry>;

/** An entry that may be ticked. */
export type UsableEntry = Extract<ImportEntry, { readonly kind: 'new' | 'changed' }>;

/** What is ticked at first: what is new. Nothing that is here is overwritten without a tick of its own. */
export function defaultSelection({ entries, source }: ImportPlan): EntrySelection {
  const fresh = entries.filter((entry): entry is UsableEntry => entry.kind === 'new');
  return withSelected(new Map(), fresh, true, source);
}

/** The entries of one group that may be ticked. */
export function usableEntries(
  entries: readonly ImportEntry[],
  kind: UsableEntry['kind'],
): readonly UsableEntry[] {
  return entries.filter((entry): entry is UsableEntry => entry.kind === kind);
}

/** The same ticks with these entries ticked, or not. */
export function withSelected(
  selection: EntrySelection,
  entries: readonly UsableEntry[],
  on: boolean,
  source: ImportPlan['source'],
): EntrySelection {
  const next = new Map(selection);
  for (const entry of entries) {
    if (!on) next.delete(entry.entry);
    else if (!next.has(entry.entry)) next.set(entry.entry, defaultChoice(entry, source));
  }
  return next;
}

/** A backup brings its own trust; a list from somebody else never does so automatically, and nothing replaces a session. */
function defaultChoice(
  { entry, pin, pinBefore, secrets }: UsableEntry,
  source: ImportPlan['source'],
): ChosenEntry {
  const withPin = source === 'backup' && pin !== null && pinBefore === null;
  return { entry, withPin, withSecrets: secrets === 'restores' && (pin === null || withPin) };
}

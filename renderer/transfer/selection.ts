import type { ChosenEntry, ImportEntry, ImportPlan } from '../../contract/transfer.ts';

/** The selected entries by index. */
export type EntrySelection = ReadonlyMap<number, ChosenEntry>;

/** An entry that can be selected. */
export type UsableEntry = Extract<ImportEntry, { readonly kind: 'new' | 'changed' }>;

/** The initial selection: all new entries. Existing profiles are changed only if selected explicitly. */
export function defaultSelection({ entries, source }: ImportPlan): EntrySelection {
  const fresh = entries.filter((entry): entry is UsableEntry => entry.kind === 'new');
  return withSelected(new Map(), fresh, true, source);
}

/** The selectable entries of a group. */
export function usableEntries(
  entries: readonly ImportEntry[],
  kind: UsableEntry['kind'],
): readonly UsableEntry[] {
  return entries.filter((entry): entry is UsableEntry => entry.kind === kind);
}

/** The selection with these entries added or removed. */
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

/** A backup restores its own trust; a list of another person never does by default, and nothing replaces a session. */
function defaultChoice(
  { entry, pin, pinBefore, secrets }: UsableEntry,
  source: ImportPlan['source'],
): ChosenEntry {
  const withPin = source === 'backup' && pin !== null && pinBefore === null;
  return { entry, withPin, withSecrets: secrets === 'restores' && (pin === null || withPin) };
}

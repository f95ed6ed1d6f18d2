import type { WindowLayout } from '../../contract/layout.ts';
import type { AppState, Row, StateChange } from '../../contract/state.ts';

/** Main's state in this window. */
export interface MirroredState extends AppState {
  /**
   * Grows when a profile is added, removed, renamed, hidden, shown or moved, or gets into another group; only then the list is
   * sorted again.
   */
  readonly listRevision: number;
}

/** The mirror after a change, which must have the next revision. */
export function applyChange(mirror: MirroredState, change: StateChange): MirroredState {
  const rows = changedRows(mirror.rows, change);
  return {
    ...mirror,
    revision: change.revision,
    rows,
    listRevision: hasSameOrder(mirror.rows, rows, change.layout ?? mirror.layout)
      ? mirror.listRevision
      : mirror.listRevision + 1,
    ...(change.storage === undefined ? {} : { storage: change.storage }),
    ...(change.storageAsked === undefined ? {} : { storageAsked: change.storageAsked }),
    ...(change.importAsked === undefined ? {} : { importAsked: change.importAsked }),
    ...(change.loginAsked === undefined ? {} : { loginAsked: change.loginAsked }),
    ...(change.keyringAwaited === undefined ? {} : { keyringAwaited: change.keyringAwaited }),
    ...(change.lock === undefined ? {} : { lock: change.lock }),
    ...(change.lockAbilities === undefined ? {} : { lockAbilities: change.lockAbilities }),
    ...(change.clipboardAbilities === undefined ? {} : { clipboardAbilities: change.clipboardAbilities }),
    ...(change.clipboard === undefined ? {} : { clipboard: change.clipboard.note }),
    ...(change.settings === undefined ? {} : { settings: change.settings }),
    ...(change.layout === undefined ? {} : { layout: change.layout }),
    ...(change.keys === undefined ? {} : { keys: change.keys }),
    ...(change.used === undefined ? {} : { used: change.used }),
    ...(change.templates === undefined ? {} : { templates: change.templates }),
    ...(change.language === undefined ? {} : { language: change.language }),
    ...(change.notices === undefined ? {} : { notices: change.notices }),
    ...(change.bulkLogin === undefined ? {} : { bulkLogin: change.bulkLogin }),
    ...(change.runs === undefined ? {} : { runs: change.runs }),
    ...(change.undoable === undefined ? {} : { undoable: change.undoable }),
    ...(change.update === undefined ? {} : { update: change.update }),
    ...(change.managed === undefined ? {} : { managed: change.managed }),
    ...(change.updatedFrom === undefined ? {} : { updatedFrom: change.updatedFrom }),
  };
}

function changedRows(rows: readonly Row[], change: StateChange): readonly Row[] {
  if (change.rows === undefined && change.gone === undefined) return rows;
  const fresh = new Map(change.rows?.map((row) => [row.profile.id, row]));
  const gone = new Set(change.gone);
  const kept = rows.flatMap((row) => {
    const replacement = fresh.get(row.profile.id) ?? row;
    fresh.delete(row.profile.id);
    return gone.has(row.profile.id) ? [] : [replacement];
  });
  return [...kept, ...[...fresh.values()].filter((row) => !gone.has(row.profile.id))];
}

/** Whether these are the same profiles in the same order, with the same names and in the same groups. */
function hasSameOrder(before: readonly Row[], after: readonly Row[], { groupBy }: WindowLayout): boolean {
  if (before === after) return true;
  if (before.length !== after.length) return false;
  return after.every((row, index) => {
    const old = before[index];
    if (old === row) return true;
    if (old?.profile.id !== row.profile.id || old.profile.name !== row.profile.name) return false;
    if (old.profile.hidden !== row.profile.hidden || old.profile.position !== row.profile.position)
      return false;
    if (groupBy === 'none') return true;
    return groupBy === 'environment'
      ? old.profile.environment === row.profile.environment
      : old.profile.tags[0] === row.profile.tags[0];
  });
}

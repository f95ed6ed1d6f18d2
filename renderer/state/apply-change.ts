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
  const { since: _since, rows: _rows, gone: _gone, clipboard, ...parts } = change;
  const rows = changedRows(mirror.rows, change);
  return {
    ...mirror,
    // A part that is not named here is in the mirror as it is in the change.
    ...parts,
    ...(clipboard === undefined ? {} : { clipboard: clipboard.note }),
    rows,
    listRevision: hasSameOrder(mirror.rows, rows, change.layout ?? mirror.layout)
      ? mirror.listRevision
      : mirror.listRevision + 1,
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

import type { ProfileId } from '../../contract/profiles/profile.ts';

/** What decides which row a command applies to. */
export interface FocusState {
  /** The row that is about to get the focus; selected, but not rendered yet. */
  readonly focused: ProfileId | null;
  readonly selected: ProfileId | null;
  /** The rows in the list. */
  readonly shown: readonly ProfileId[];
}

/**
 * The row that a command applies to: the focused one; outside the list the selected one, which is highlighted. Null if
 * neither exists.
 */
export function targetRow({ focused, selected, shown }: FocusState): ProfileId | null {
  const meant = focused ?? selected;
  return meant !== null && shown.includes(meant) ? meant : null;
}

/** Whether the focus moves on to the selected row, as when it enters the list, which would restore its last row. */
export function movesToSelection(
  entered: ProfileId,
  fromList: boolean,
  selected: ProfileId,
  shown: readonly ProfileId[],
): boolean {
  return !fromList && selected !== entered && shown.includes(selected);
}

import type { ProfileId } from '../../contract/profiles/profile.ts';

/** What decides which row a command means. */
export interface FocusState {
  /** The row that the focus is on its way to; it is selected, but not drawn yet. */
  readonly pending: ProfileId | null;
  /** The row that the focus is in, on itself or on one of its buttons. */
  readonly focused: ProfileId | null;
  readonly selected: ProfileId | null;
  /** The rows of the list. */
  readonly shown: readonly ProfileId[];
}

/**
 * The row that a command means: the one with the focus, and from outside of the list the selected one, which is
 * highlighted and whose details are shown; null where there is neither.
 */
export function targetRow({ pending, focused, selected, shown }: FocusState): ProfileId | null {
  const meant = pending ?? focused ?? selected;
  return meant !== null && shown.includes(meant) ? meant : null;
}

/** Is the focus sent on to the selected row? It is where it enters the list, which remembers the row it was last on. */
export function movesToSelection(
  entered: ProfileId,
  fromList: boolean,
  selected: ProfileId,
  shown: readonly ProfileId[],
): boolean {
  return !fromList && selected !== entered && shown.includes(selected);
}

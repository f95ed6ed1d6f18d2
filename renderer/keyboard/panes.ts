import { focusRow, targetRowId } from '../list/focus-row.ts';
import { shownIds } from '../list/list-order.ts';
import { setViewState } from '../state/view-state.ts';

const paneNames = ['search', 'views', 'list', 'session', 'status'] as const;

/** Moves the focus to the next pane, or to the previous one. */
export function focusNextPane(step: 1 | -1): void {
  const panes = paneNames
    .map((name) => document.querySelector<HTMLElement>(`[data-pane="${name}"]`))
    .filter((pane) => pane !== null && pane.getClientRects().length > 0);
  const here = panes.findIndex((pane) => pane?.contains(document.activeElement));
  for (let distance = 1; distance <= panes.length; distance++) {
    const pane = panes[(here + step * distance + panes.length * 2) % panes.length];
    if (pane && focusFirst(pane)) return;
  }
}

function focusFirst(pane: HTMLElement): boolean {
  if (pane.dataset.pane === 'list') return focusList();
  const first = pane.querySelector<HTMLElement>(
    '[aria-current="true"], input, button:not([disabled]), [tabindex="0"]',
  );
  first?.focus();
  return first !== null;
}

/** Puts the focus into the search field, and selects what is in it. */
export function focusSearch(): void {
  searchField()?.focus();
  searchField()?.select();
}

/** Searches for a text that goes on being typed: the focus is at its end. */
export function searchFor(text: string): void {
  setViewState({ search: text });
  const field = searchField();
  field?.focus();
  // Where the text is another one than before, drawing it moves the caret to its end.
  field?.setSelectionRange(text.length, text.length);
}

function searchField(): HTMLInputElement | null {
  return document.querySelector('[data-pane="search"] input');
}

/** Puts the focus on the selected row, or on the first one; false if there is none. */
export function focusList(): boolean {
  const meant = targetRowId() ?? shownIds()[0];
  if (meant !== undefined) focusRow(meant);
  return meant !== undefined;
}

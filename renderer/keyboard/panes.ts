import { focusRow, targetRowId } from '../list/focus-row.ts';
import { shownIds } from '../list/list-order.ts';
import { setViewState } from '../state/view-state.ts';

const paneNames = ['search', 'views', 'list', 'screen', 'session', 'status'] as const;

/** Moves the focus to the next or the previous pane. */
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
  const stops = pane.querySelectorAll<HTMLElement>(
    '[aria-current="true"], input, button:not([disabled]), [tabindex="0"]',
  );
  // A screen has a button that only narrow windows show.
  const first = [...stops].find((stop) => stop.getClientRects().length > 0);
  first?.focus();
  return first !== undefined;
}

/** Focuses the search field and selects its content. */
export function focusSearch(): void {
  searchField()?.focus();
  searchField()?.select();
}

/** Puts a text into the search field, with the caret at its end. */
export function searchFor(text: string): void {
  setViewState({ search: text });
  const field = searchField();
  field?.focus();
  // If the text has changed, rendering it moves the caret to the end.
  field?.setSelectionRange(text.length, text.length);
}

function searchField(): HTMLInputElement | null {
  return document.querySelector('[data-pane="search"] input');
}

/** Focuses the selected row, or the first one; false if there is none. */
export function focusList(): boolean {
  const meant = targetRowId() ?? shownIds()[0];
  if (meant !== undefined) focusRow(meant);
  return meant !== undefined;
}

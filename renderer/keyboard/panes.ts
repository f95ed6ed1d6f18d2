import { goToRow, rowInQuestion } from '../profiles/list-walk.ts';
import { shownIds } from '../state/list-order.ts';

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
  const field = document.querySelector<HTMLInputElement>('[data-pane="search"] input');
  field?.focus();
  field?.select();
}

/** Puts the focus on the selected row, or on the first one; false if there is none. */
export function focusList(): boolean {
  const meant = rowInQuestion() ?? shownIds()[0];
  if (meant !== undefined) goToRow(meant);
  return meant !== undefined;
}

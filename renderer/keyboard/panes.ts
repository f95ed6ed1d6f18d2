import type { ProfileId } from '../../contract/profile.ts';

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

/** Puts the focus on the selected row, or on the first one. */
export function focusList(): boolean {
  const grid = document.getElementById('servers');
  const row =
    grid?.querySelector<HTMLElement>('[role="row"][aria-selected="true"]') ??
    grid?.querySelector<HTMLElement>('[role="row"]');
  row?.focus();
  return row != null;
}

/** Puts the focus on the row of one profile as soon as it is drawn. */
export function focusRow(profileId: ProfileId, frames = 90): void {
  const row = document.querySelector<HTMLElement>(`#servers [data-key="${profileId}"]`);
  if (row !== null) row.focus();
  else if (frames > 0) requestAnimationFrame(() => focusRow(profileId, frames - 1));
}

/** The profile of the row in which something happened, or null. */
export function profileAt(target: EventTarget | null): ProfileId | null {
  const row = target instanceof Element ? target.closest('#servers [role="row"]') : null;
  return (row?.getAttribute('data-key') as ProfileId | null | undefined) ?? null;
}

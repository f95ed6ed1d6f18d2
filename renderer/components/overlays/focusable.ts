/** Where the focus was, and where it can go if that place disappears. */
export interface FocusSnapshot {
  readonly element: HTMLElement;
  /** The controls that came after it. */
  readonly following: readonly HTMLElement[];
  /** What it was in, from the inside out. */
  readonly parents: readonly HTMLElement[];
}

const focusableSelector =
  'input:not([type="hidden"]), textarea, select, button, summary, a[href], [tabindex]:not([tabindex="-1"])';

/** Can this element take the focus at this moment? */
export function isFocusable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;
}

/** Remembers an element that has the focus, and what is around it in its dialog. */
export function captureFocus(element: HTMLElement, dialog: HTMLElement): FocusSnapshot {
  const following = tabStops(dialog).filter((other) => isAfter(element, other));
  const parents: HTMLElement[] = [];
  for (
    let parent = element.parentElement;
    parent !== null && parent !== dialog;
    parent = parent.parentElement
  )
    parents.push(parent);
  return { element, following, parents };
}

/** The place itself if it can still be focused, else the nearest control that is left around it. */
export function nearestFocusable({ element, following, parents }: FocusSnapshot): HTMLElement | undefined {
  if (isFocusable(element)) return element;
  const next = following.find((control) => isFocusable(control) && isSafe(control));
  if (next !== undefined) return next;
  const parent = parents.find(({ isConnected }) => isConnected);
  return parent === undefined ? undefined : tabStops(parent).find(isSafe);
}

/** Where work begins in a dialog: what asks for the focus, the chosen tab, the first field, a button that is safe to press, the title. */
export function initialFocus(dialog: HTMLElement): HTMLElement | null {
  const stops = tabStops(dialog);
  const first = (selector: string) => stops.find((stop) => stop.matches(selector));
  return (
    first('[data-autofocus]') ??
    first('[role="tab"][aria-selected="true"]') ??
    first('input:not([type="checkbox"], [type="radio"]), textarea') ??
    stops.findLast((stop) => stop.matches('button:not([type="submit"])') && isSafe(stop)) ??
    dialog.querySelector('h2')
  );
}

function tabStops(within: HTMLElement): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(focusableSelector)].filter(
    (element) => element.tabIndex >= 0 && isFocusable(element),
  );
}

// A key that is held down would press the button on which the focus lands.
function isSafe(element: HTMLElement): boolean {
  return element.dataset.variant !== 'danger';
}

function isAfter(element: HTMLElement, other: HTMLElement): boolean {
  return (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

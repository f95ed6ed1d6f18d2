/** A focused element, and where the focus can go if it disappears. */
export interface FocusSnapshot {
  readonly element: HTMLElement;
  /** The controls after it. */
  readonly following: readonly HTMLElement[];
  /** Its ancestors, innermost first. */
  readonly parents: readonly HTMLElement[];
}

const focusableSelector =
  'input:not([type="hidden"]), textarea, select, button, summary, a[href], [tabindex]:not([tabindex="-1"])';

/** Whether this element can be focused at the moment. */
export function isFocusable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

/** Records a focused element and its surroundings in its dialog. */
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

/** The element itself if it can be focused, else the nearest remaining control around it. */
export function nearestFocusable({ element, following, parents }: FocusSnapshot): HTMLElement | undefined {
  if (isFocusable(element)) return element;
  const next = following.find((control) => isFocusable(control) && isSafe(control));
  if (next !== undefined) return next;
  const parent = parents.find(({ isConnected }) => isConnected);
  return parent === undefined ? undefined : tabStops(parent).find(isSafe);
}

/**
 * The initial focus of a dialog: an element with `autofocus`, the selected tab, the first field, a safe button, the
 * title.
 */
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

// A held Enter key would press the button that gets the focus.
function isSafe(element: HTMLElement): boolean {
  return element.dataset.variant !== 'danger';
}

function isAfter(element: HTMLElement, other: HTMLElement): boolean {
  return (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

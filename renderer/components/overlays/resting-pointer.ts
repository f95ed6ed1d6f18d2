const lists = '[role="menu"], [role="listbox"]';

/**
 * Lets menus and lists of choices react only to a pointer that moves. Where something opens or scrolls below a resting
 * pointer, Chromium sends the same events as if the pointer had come there, and a menu would open a submenu for it.
 */
export function ignoreRestingPointer(): void {
  let last: Pick<PointerEvent, 'screenX' | 'screenY'> | null = null;
  let isIgnoring = false;
  const rests = ({ screenX, screenY }: PointerEvent) =>
    last !== null && screenX === last.screenX && screenY === last.screenY;

  const onBoundary = (event: PointerEvent): void => {
    const entered = event.type === 'pointerout' ? event.relatedTarget : event.target;
    // An event of a script comes from `onMove`.
    if (!event.isTrusted || !rests(event) || !isInList(entered)) return;
    event.stopPropagation();
    isIgnoring = true;
  };
  const onMove = (event: PointerEvent): void => {
    if (rests(event)) {
      if (isInList(event.target)) event.stopPropagation();
      return;
    }
    last = event;
    if (!isIgnoring) return;
    isIgnoring = false;
    const { pointerType, screenX, screenY, clientX, clientY } = event;
    const entered = { bubbles: true, pointerType, screenX, screenY, clientX, clientY };
    if (isInList(event.target)) event.target.dispatchEvent(new PointerEvent('pointerover', entered));
  };
  for (const type of ['pointerover', 'pointerout'] as const)
    window.addEventListener(type, onBoundary, { capture: true });
  window.addEventListener('pointermove', onMove, { capture: true });
}

function isInList(target: EventTarget | null): target is Element {
  return target instanceof Element && target.closest(lists) !== null;
}

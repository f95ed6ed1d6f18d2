import type { PointerEvent } from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';

/** How far the pointer moves before it is more than an unsteady click, in pixels. */
const least = 6;

/** Drags a row once the pointer that pressed it has moved; clicks, touches and presses of its buttons do nothing. */
export function beginDrag(pressed: PointerEvent<HTMLElement>, profileId: ProfileId): void {
  const { button, pointerType, pointerId, clientX, clientY, currentTarget: list, target } = pressed;
  const isOnButton = target instanceof Element && target.closest('button') !== null;
  const hasModifier = pressed.ctrlKey || pressed.metaKey || pressed.shiftKey || pressed.altKey;
  // A finger scrolls.
  if (button !== 0 || pointerType === 'touch' || isOnButton || hasModifier) return;
  const listening = new AbortController();
  const follow = (event: globalThis.PointerEvent): void => {
    if (Math.abs(event.clientX - clientX) + Math.abs(event.clientY - clientY) < least) return;
    listening.abort();
    // From here on a release is no click.
    list.setPointerCapture(pointerId);
    void import('../manual-order/drag-rows.ts').then(({ dragRows }) => {
      if (list.hasPointerCapture(pointerId)) dragRows(list, profileId, pointerId, event);
    });
  };
  list.addEventListener('pointermove', follow, { signal: listening.signal });
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(end, () => listening.abort(), { signal: listening.signal });
}

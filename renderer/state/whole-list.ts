import type { Bridge } from '../../contract/bridge.ts';
import { applySnapshot, refreshState, useAppState } from './app-state.ts';

/** Input that may be about a row that the first picture does not have. */
const inputs = [
  'keydown',
  'beforeinput',
  'compositionstart',
  'paste',
  'drop',
  'pointerdown',
  'click',
  'contextmenu',
];

/**
 * Sees to it that the first input finds the whole list, if the window begins with a picture of it; call it before
 * anything else listens to input. Returns the function that reads the whole list now.
 */
export function completeList(bridge: Pick<Bridge, 'readState' | 'readStateNow'>): () => Promise<void> {
  if (useAppState.getState().outline === undefined) return async () => undefined;
  const readNow = (): void => {
    const text = bridge.readStateNow();
    if (text !== null) applySnapshot(text);
  };
  for (const input of inputs) window.addEventListener(input, readNow, { capture: true });
  const stop = useAppState.subscribe(({ outline }) => {
    if (outline !== undefined) return;
    for (const input of inputs) window.removeEventListener(input, readNow, { capture: true });
    stop();
  });
  return () => refreshState(bridge);
}

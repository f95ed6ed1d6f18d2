import type { ToolbarCommand } from '../../contract/sessions/web-window.ts';
import { readZoomKey, type ZoomKey } from '../window/zoom.ts';

const zoomCommands = { in: 'zoomIn', out: 'zoomOut', reset: 'zoomReset' } as const;

/** What a key does in a web window; null if it belongs to the page. `isFinding`: whether the search is open. */
export function keyCommand(pressed: ZoomKey, isMac: boolean, isFinding: boolean): ToolbarCommand | null {
  const { key, code, mod, shift, alt } = pressed;
  const zoom = readZoomKey(pressed);
  if (zoom !== null) return zoomCommands[zoom];
  if (key === 'F6' && !alt && !mod) return 'otherPane';
  if (key === 'F5' && !alt) return 'reload';
  if (key === 'F3' && !alt && !mod) return shift ? 'findPrevious' : 'findNext';
  if (key === 'Escape') return isFinding ? 'closeFind' : null;
  if (isMac ? mod && !alt : alt && !mod && !shift) {
    const [back, forward] = isMac ? ['[', ']'] : ['ArrowLeft', 'ArrowRight'];
    if (key === back) return 'back';
    if (key === forward) return 'forward';
  }
  if (!mod || alt) return null;
  // By the physical key, since a Cyrillic layout has no R.
  if (code === 'KeyR') return 'reload';
  if (code === 'KeyF' && !shift) return 'find';
  if (code === 'KeyG') return shift ? 'findPrevious' : 'findNext';
  return code === 'KeyW' && !shift ? 'close' : null;
}

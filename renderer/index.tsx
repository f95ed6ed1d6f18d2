import { createRoot } from 'react-dom/client';
import { handleKeys } from './actions/key-commands.ts';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { changeLanguage, pageLanguage } from './i18n/language.ts';
import { focusSearch } from './keyboard/panes.ts';
import { restoreLostFocus } from './keyboard/restore-focus.ts';
import { loadAhead } from './overlays.tsx';
import './components/tokens.css';
import { keepListOrdered } from './list/list-order.ts';
import { keepListPosition, restoreListPosition } from './list/saved-position.ts';
import { applyTheme, forwardNetworkEvents } from './start-up.ts';
import { mirrorMain, useAppState } from './state/app-state.ts';
import { resetViewState } from './state/view-state.ts';
import { updateClock } from './time/clock.ts';

// The state first, so that the first paint shows the real list; texts and font load meanwhile. A font that came later
// would lay everything out a second time.
const speaking = changeLanguage(pageLanguage());
const font = document.fonts
  .load('1em "Inter Variable"', pageLanguage() === 'ru' ? 'aя' : 'a')
  .catch(() => undefined);
await mirrorMain(bridge).ready;
await Promise.all([speaking, font]);
await changeLanguage(useAppState.getState().language);
useAppState.subscribe(updateClock);
useAppState.subscribe((state, before) => {
  if (state.language !== before.language) void changeLanguage(state.language);
});
useAppState.subscribe((state, before) => {
  if (state.lock.kind === before.lock.kind) return;
  resetViewState();
  if (state.lock.kind === 'open') void restoreListPosition(bridge);
});
applyTheme();
keepListOrdered();
handleKeys();
forwardNetworkEvents();
keepListPosition(bridge);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
restoreLostFocus(root);
createRoot(root).render(<App onShown={shown} />);

function shown(): void {
  // Not in a frame: in 1 of 90 starts a hidden window got none, and would never have been shown.
  void bridge.showWindow();
  // Focusing earlier would cost a second layout before the first paint.
  requestAnimationFrame(focusSearch);
  // After two frames the first paint is on the screen; tests and the benchmark wait for this mark.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.documentElement.dataset.ready = String(Date.now());
      if (useAppState.getState().lock.kind === 'open') loadAhead();
    }),
  );
}

import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { followFocus } from './keyboard/focus-home.ts';
import { followKeys } from './keyboard/keyboard.ts';
import { focusSearch } from './keyboard/panes.ts';
import { languageOfPage, speak } from './language.ts';
import { loadAhead } from './overlays.tsx';
import './parts/tokens.css';
import { followNetwork } from './sessions/network-hint.ts';
import { followTheme } from './settings/theme.ts';
import { followMain, useAppState } from './state/app-state.ts';
import { catchUp } from './state/clock.ts';
import { followPlace, returnToPlace } from './state/kept-place.ts';
import { followOrder } from './state/list-order.ts';
import { forgetView } from './state/view-state.ts';

// The state comes first, so that the first picture is the real list; the words travel meanwhile.
const speaking = speak(languageOfPage());
await followMain(bridge).ready;
await speaking;
await speak(useAppState.getState().language);
useAppState.subscribe(catchUp);
useAppState.subscribe((state, before) => {
  if (state.language !== before.language) void speak(state.language);
});
useAppState.subscribe((state, before) => {
  if (state.lock.kind === before.lock.kind) return;
  forgetView();
  if (state.lock.kind === 'open') void returnToPlace(bridge);
});
followTheme();
followOrder();
followKeys();
followNetwork();
followPlace(bridge);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
followFocus(root);
createRoot(root).render(<App onShown={shown} />);

function shown(): void {
  void bridge.showWindow();
  // The focus starts where work begins; given any earlier, it would make the browser lay the page out twice.
  requestAnimationFrame(focusSearch);
  // Two frames later the first picture is on the screen; tests and the bench wait for this mark.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.documentElement.dataset.ready = String(Date.now());
      if (useAppState.getState().lock.kind === 'open') loadAhead();
    }),
  );
}

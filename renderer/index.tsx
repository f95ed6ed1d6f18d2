import { createRoot } from 'react-dom/client';
import { followKeys } from './actions/key-commands.ts';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { languageOfPage, speak } from './i18n/language.ts';
import { focusSearch } from './keyboard/panes.ts';
import { followFocus } from './keyboard/restore-focus.ts';
import { loadAhead } from './overlays.tsx';
import './components/tokens.css';
import { followOrder } from './list/list-order.ts';
import { followPlace, returnToPlace } from './list/saved-position.ts';
import { followNetwork, followTheme } from './start-up.ts';
import { followMain, useAppState } from './state/app-state.ts';
import { forgetView } from './state/view-state.ts';
import { catchUp } from './time/clock.ts';

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

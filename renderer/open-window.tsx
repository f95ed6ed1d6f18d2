import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Language } from '../contract/settings.ts';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { handleKeys } from './commands/handle-keys.ts';
import { ignoreRestingPointer } from './components/overlays/resting-pointer.ts';
import { changeLanguage, startTexts } from './i18n/language.ts';
import type { TextFiles } from './i18n/load-texts.ts';
import { focusSearch } from './keyboard/panes.ts';
import { restoreLostFocus } from './keyboard/restore-focus.ts';
import { loadAhead } from './overlays.tsx';
import './components/tokens.css';
import { keepListOrdered } from './list/list-order.ts';
import { keepListPosition, restoreListPosition } from './list/saved-position.ts';
import { hideAtTurn } from './presentation/hide-at-turn.ts';
import { applyTheme, forwardNetworkEvents } from './start-up.ts';
import { mirrorMain, useAppState } from './state/app-state.ts';
import { sideSubject } from './state/side-subject.ts';
import { offerUndo } from './state/undo-offer.ts';
import { resetViewState } from './state/view-state.ts';
import { completeList } from './state/whole-list.ts';
import { updateClock } from './time/clock.ts';

/** Renders the window, or a side window, with the state as main sent it, and texts of the language that main put into the page. */
export async function openWindow(state: string, language: Language, texts: TextFiles): Promise<void> {
  const isMain = sideSubject === null;
  startTexts(language, texts);
  mirrorMain(bridge, state);
  // Only if the language was changed while the page was loading.
  if (useAppState.getState().language !== language) await changeLanguage(useAppState.getState().language);
  useAppState.subscribe(updateClock);
  useAppState.subscribe((now, before) => {
    if (now.language !== before.language) void changeLanguage(now.language);
  });
  useAppState.subscribe((now, before) => {
    if (now.lock.kind === before.lock.kind) return;
    resetViewState();
    if (now.lock.kind === 'open' && isMain) void restoreListPosition(bridge);
  });
  applyTheme();
  if (isMain) readRest = completeList(bridge);
  handleKeys();
  hideAtTurn();
  ignoreRestingPointer();
  if (isMain) followList();

  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root');
  restoreLostFocus(root);
  // At once, so that it is part of the first run of this script, whose compiled code V8 stores.
  flushSync(() => createRoot(root).render(<App onShown={shown} />));
}

/** What only the main window does, which has the list. */
function followList(): void {
  keepListOrdered();
  offerUndo();
  forwardNetworkEvents();
  keepListPosition(bridge);
}

/** Reads the rows that the first picture does not show. */
let readRest: () => Promise<void> = async () => undefined;

function shown(): void {
  // Not in a frame: in 1 of 90 starts a hidden window got none, and would never have been shown.
  void bridge.showWindow();
  // Now rather than in a frame: this lays out the window while main shows it, and the first frame has only to paint.
  focusSearch();
  // After two frames the first paint is on the screen; tests and the benchmark wait for this mark.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.documentElement.dataset.ready = String(Date.now());
      void readRest().then(() => {
        if (useAppState.getState().lock.kind === 'open' && sideSubject === null) loadAhead();
      });
    }),
  );
}

import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Language } from '../contract/settings.ts';
import { bridge } from './bridge.ts';
import './components/tokens.css';
import { changeLanguage, startTexts } from './i18n/language.ts';
import type { TextFiles } from './i18n/load-texts.ts';
import { hideAtTurn } from './presentation/hide-at-turn.ts';
import { QuickAccess } from './quick-access/quick-access.tsx';
import { applyTheme } from './start-up.ts';
import { mirrorMain, useAppState } from './state/app-state.ts';
import { updateClock } from './time/clock.ts';

/** Renders quick access with the state as main sent it. */
export async function openQuickAccess(state: string, language: Language, texts: TextFiles): Promise<void> {
  startTexts(language, texts);
  mirrorMain(bridge, state);
  if (useAppState.getState().language !== language) await changeLanguage(useAppState.getState().language);
  useAppState.subscribe(updateClock);
  useAppState.subscribe((now, before) => {
    if (now.language !== before.language) void changeLanguage(now.language);
  });
  applyTheme();
  hideAtTurn();
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root');
  flushSync(() => createRoot(root).render(<QuickAccess onShown={shown} />));
}

function shown(): void {
  void bridge.showQuickAccess();
  document.documentElement.dataset.ready = String(Date.now());
}

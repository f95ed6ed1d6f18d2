import type { Settings } from '../contract/settings.ts';
import { bridge } from './bridge.ts';
import { useAppState } from './state/app-state.ts';

/** Applies the chosen theme, and follows its changes. */
export function applyTheme(): void {
  setTheme(useAppState.getState().settings.theme);
  useAppState.subscribe((state) => setTheme(state.settings.theme));
}

function setTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

/** Reports the browser's online and offline events to main, which verifies them. */
export function forwardNetworkEvents(): void {
  const hint = () => void bridge.networkMayHaveChanged();
  window.addEventListener('online', hint);
  window.addEventListener('offline', hint);
}

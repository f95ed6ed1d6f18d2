import type { Settings } from '../contract/settings.ts';
import { bridge } from './bridge.ts';
import { useAppState } from './state/app-state.ts';

/** Keeps the colours of the window in step with the chosen theme. */
export function applyTheme(): void {
  setTheme(useAppState.getState().settings.theme);
  useAppState.subscribe((state) => setTheme(state.settings.theme));
}

function setTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

/** Tells main when the browser hears that the network came or went; main looks for itself and asks nobody else. */
export function forwardNetworkEvents(): void {
  const hint = () => void bridge.networkMayHaveChanged();
  window.addEventListener('online', hint);
  window.addEventListener('offline', hint);
}

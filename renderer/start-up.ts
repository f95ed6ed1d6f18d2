import type { Settings } from '../contract/settings.ts';
import { bridge } from './bridge.ts';
import { useAppState } from './state/app-state.ts';

/** Applies the chosen theme and the contrast that the system asks for, and follows their changes. */
export function applyTheme(): void {
  const apply = () => setTheme(useAppState.getState().settings.theme);
  apply();
  useAppState.subscribe(apply);
  moreContrast.addEventListener('change', apply);
}

const moreContrast = matchMedia('(prefers-contrast: more)');

function setTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === 'system' || theme === 'contrast') delete dataset.theme;
  else dataset.theme = theme;
  if (theme === 'contrast' || moreContrast.matches) dataset.contrast = '';
  else delete dataset.contrast;
}

/** Reports the browser's online and offline events to main, which verifies them. */
export function forwardNetworkEvents(): void {
  const hint = () => void bridge.networkMayHaveChanged();
  window.addEventListener('online', hint);
  window.addEventListener('offline', hint);
}

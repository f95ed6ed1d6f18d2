import { useAppState } from '../state/app-state.ts';

/**
 * Hides the whole page when presentation mode begins, until main has loaded it anew: it may show names that main did not
 * replace, such as typed ones.
 */
export function hideAtTurn(): void {
  useAppState.subscribe((now, before) => {
    const { presentation } = now.settings;
    if (presentation !== before.settings.presentation) document.body.hidden = presentation;
  });
}

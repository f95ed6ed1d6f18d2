import { bridge } from '../bridge.ts';
import { useAppState } from '../state/app-state.ts';
import { showProblem } from '../state/view-state.ts';

/** Turns presentation mode on or off; main then loads the page anew. */
export function turnPresentation(): void {
  const presentation = !useAppState.getState().settings.presentation;
  void showProblem(null, bridge.changeSettings({ settings: { presentation } }));
}

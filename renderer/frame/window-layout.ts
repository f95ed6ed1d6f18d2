import { create } from 'zustand';
import type { WindowLayout } from '../../contract/layout.ts';
import { bridge } from '../bridge.ts';
import { useAppState } from '../state/app-state.ts';
import { showProblem } from '../state/view-state.ts';

/** What is being dragged: shown, but not saved yet. */
const useDragged = create<Partial<WindowLayout>>(() => ({}));

/** A part of the layout of the window: as it is being dragged, else as it was saved. */
export function useLayout<Name extends keyof WindowLayout>(name: Name): WindowLayout[Name] {
  const saved = useAppState(({ layout }) => layout);
  return useDragged((dragged) => {
    const shown: WindowLayout = { ...saved, ...dragged };
    return shown[name];
  });
}

/** Shows a layout that is being dragged; what is missing is as it was saved. */
export function showLayout(layout: Partial<WindowLayout>): void {
  useDragged.setState(layout, true);
}

/** Saves parts of the layout. */
export async function saveLayout(layout: Partial<WindowLayout>): Promise<void> {
  showLayout(layout);
  await showProblem(null, bridge.changeLayout({ layout }));
  // Unless it has been moved again meanwhile.
  if (useDragged.getState() === layout) showLayout({});
}

import { lazy, Suspense } from 'react';
import { useViewState } from './state/view-state.ts';

const ServerDialog = lazy(async () => ({
  default: (await import('./profiles/server-dialog.tsx')).ServerDialog,
}));

/** The dialog that is open; each is loaded when it is first needed. */
export function Dialogs() {
  const dialog = useViewState((state) => state.dialog);
  if (dialog === null) return null;
  return <Suspense>{dialog.kind === 'add' ? <ServerDialog from={dialog.from} /> : null}</Suspense>;
}

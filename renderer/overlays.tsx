import { Suspense } from 'react';
import { lazyPart } from './lazy-part.ts';
import { useAppState } from './state/app-state.ts';
import { useViewState } from './state/view-state.ts';

const StorageDialog = lazyPart(async () => (await import('./vault/vault-setup-dialog.tsx')).VaultSetupDialog);
const RowMenu = lazyPart(async () => (await import('./server-list/row-menu.tsx')).RowMenu);
const Dialogs = lazyPart(async () => (await import('./dialogs.tsx')).Dialogs);

/** What lies over the window: the menu of a row, a dialog, a question of main. */
export function Overlays() {
  const menu = useViewState((state) => state.menu);
  const open = useViewState((state) => state.dialog !== null);
  const asked = useAppState((state) => state.storageAsked);
  return (
    <Suspense>
      {menu === null ? null : <RowMenu key={menu.profileId} {...menu} />}
      {open ? <Dialogs /> : null}
      {asked && !open ? <StorageDialog /> : null}
    </Suspense>
  );
}

/** Loads what a person is likely to open first, once the window rests: then it is there at the press of a key. */
export function loadAhead(): void {
  requestIdleCallback(() => {
    void RowMenu.loadAhead();
    void Dialogs.loadAhead();
    void import('./dialogs.tsx').then(({ likelyDialogs }) => {
      for (const dialog of likelyDialogs) void dialog.loadAhead();
    });
  });
}

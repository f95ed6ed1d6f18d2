import { Suspense, useEffect } from 'react';
import { bridge } from './bridge.ts';
import { doTask } from './commands/do-task.ts';
import { lazyNamed } from './components/lazy-named.ts';
import { useAppState } from './state/app-state.ts';
import { sideSubject } from './state/side-subject.ts';
import { openDialog, setViewState, useViewState } from './state/view-state.ts';

const StorageDialog = lazyNamed(() => import('./vault/vault-setup-dialog.tsx'), 'VaultSetupDialog');
const RowMenu = lazyNamed(() => import('./server-list/row-menu.tsx'), 'RowMenu');
const RemindersPopover = lazyNamed(() => import('./reminders/reminders-popover.tsx'), 'RemindersPopover');
const Dialogs = lazyNamed(() => import('./dialogs.tsx'), 'Dialogs');

/** What is above the window: a row's menu, dialogs, the prompt for the vault. */
export function Overlays() {
  const menu = useViewState((state) => state.menu);
  const open = useViewState((state) => state.dialog !== null);
  const asked = useAppState((state) => state.storageAsked);
  const taskAsked = useAppState((state) => state.taskAsked);
  const remindersOpen = useViewState((state) => state.remindersOpen);
  const remindersAsked = useAppState(({ reminders }) => reminders.asked);
  const importAsked = useAppState((state) => state.importAsked);
  // What is asked of the app is for its main window.
  const isMain = sideSubject === null;
  // A file that the system asks to open waits until the window shows nothing else, so that nothing typed is lost.
  const mayImport = isMain && importAsked && menu === null && !open && !asked;
  useEffect(() => {
    if (mayImport) openDialog({ kind: 'import', opened: true });
  }, [mayImport]);
  // What a clicked notification leads to waits in the same way.
  const mayRemind = isMain && remindersAsked && menu === null && !open && !asked;
  useEffect(() => {
    if (!mayRemind) return;
    setViewState({ remindersOpen: true });
    void bridge.remindersShown();
  }, [mayRemind]);
  useEffect(() => {
    if (isMain && taskAsked !== null) doTask(taskAsked);
  }, [isMain, taskAsked]);
  return (
    <Suspense>
      {menu === null ? null : <RowMenu key={menu.profileId} {...menu} />}
      {remindersOpen ? <RemindersPopover /> : null}
      {open ? <Dialogs /> : null}
      {asked && !open ? <StorageDialog /> : null}
    </Suspense>
  );
}

/** Loads likely dialogs while the window is idle, so that they open without delay. */
export function loadAhead(): void {
  requestIdleCallback(() => {
    void import('./announcements/announce-changes.ts').then(({ announceChanges }) => announceChanges());
    void RowMenu.loadAhead();
    void RemindersPopover.loadAhead();
    void Dialogs.loadAhead();
    void import('./dialogs.tsx').then(({ likelyDialogs }) => {
      for (const dialog of likelyDialogs) void dialog.loadAhead();
    });
  });
}

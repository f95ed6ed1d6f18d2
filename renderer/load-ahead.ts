/** Loads what a person is likely to open first, once the window rests: then a menu is there at the press of its button. */
export function loadAhead(): void {
  requestIdleCallback(() => {
    void import('./profiles/row-menu.tsx');
    void import('./dialogs.tsx');
    void import('./profiles/server-dialog.tsx');
    void import('./profiles/edit-dialog.tsx');
    void import('./sessions/login-dialog.tsx');
    void import('./handoff/copy-anyway-dialog.tsx');
    void import('./handoff/copy-production-dialog.tsx');
  });
}

import { type ReactNode, Suspense, useEffect } from 'react';
import { lazyPart } from './lazy-part.ts';
import { ErrorBoundary } from './problems/error-boundary.tsx';
import { DialogFailed } from './problems/render-failed.tsx';
import { useRow } from './state/app-state.ts';
import { closeDialog, type DialogState, useViewState } from './state/view-state.ts';

const AddServerDialog = lazyPart(
  async () => (await import('./profile-form/add-server-dialog.tsx')).AddServerDialog,
);
const EditDialog = lazyPart(async () => (await import('./profile-form/edit-dialog.tsx')).EditDialog);
const RemoveDialog = lazyPart(async () => (await import('./profile-form/remove-dialog.tsx')).RemoveDialog);
const LoginDialog = lazyPart(async () => (await import('./login/login-dialog.tsx')).LoginDialog);
const FaceDialog = lazyPart(async () => (await import('./face/face-dialog.tsx')).FaceDialog);
const PasteTokenDialog = lazyPart(
  async () => (await import('./login/paste-token-dialog.tsx')).PasteTokenDialog,
);
const CompareDialog = lazyPart(async () => (await import('./certificate/compare-dialog.tsx')).CompareDialog);
const AutoLogoutDialog = lazyPart(
  async () => (await import('./auto-logout/auto-logout-dialog.tsx')).AutoLogoutDialog,
);
const ForgetPendingLogoutDialog = lazyPart(
  async () => (await import('./auto-logout/forget-pending-logout-dialog.tsx')).ForgetPendingLogoutDialog,
);
const CopyAnywayDialog = lazyPart(
  async () => (await import('./clipboard/copy-anyway-dialog.tsx')).CopyAnywayDialog,
);
const CopyProductionDialog = lazyPart(
  async () => (await import('./clipboard/copy-production-dialog.tsx')).CopyProductionDialog,
);
const SettingsDialog = lazyPart(async () => (await import('./settings/settings-dialog.tsx')).SettingsDialog);
const ShortcutsDialog = lazyPart(
  async () => (await import('./keyboard/shortcuts-dialog.tsx')).ShortcutsDialog,
);

const ConfirmLockDialog = lazyPart(async () => (await import('./lock/lock-dialog.tsx')).ConfirmLockDialog);
const UnlockDialog = lazyPart(async () => (await import('./lock/unlock-dialog.tsx')).UnlockDialog);
const ResetVaultDialog = lazyPart(
  async () => (await import('./vault/reset-vault-dialog.tsx')).ResetVaultDialog,
);

const ExportDialog = lazyPart(async () => (await import('./transfer/export-dialog.tsx')).ExportDialog);
const BackUpDialog = lazyPart(async () => (await import('./transfer/back-up-dialog.tsx')).BackUpDialog);
const ImportDialog = lazyPart(async () => (await import('./transfer/import-dialog.tsx')).ImportDialog);

const JournalDialog = lazyPart(async () => (await import('./journal/journal-dialog.tsx')).JournalDialog);
const DiagnosticsDialog = lazyPart(
  async () => (await import('./diagnostics/diagnostics-dialog.tsx')).DiagnosticsDialog,
);

const BulkLoginDialog = lazyPart(
  async () => (await import('./bulk-login/bulk-login-dialog.tsx')).BulkLoginDialog,
);

const ServerTableDialog = lazyPart(
  async () => (await import('./server-table/server-table-dialog.tsx')).ServerTableDialog,
);
const SessionsDialog = lazyPart(
  async () => (await import('./remote-sessions/sessions-dialog.tsx')).SessionsDialog,
);
const AllServersDialog = lazyPart(
  async () => (await import('./remote-sessions/all-servers/all-servers-dialog.tsx')).AllServersDialog,
);

/** The dialogs that are loaded ahead. */
export const likelyDialogs = [
  AddServerDialog,
  EditDialog,
  LoginDialog,
  CopyAnywayDialog,
  CopyProductionDialog,
];

/** The open dialog, over the one from which it was opened; each is loaded when first needed. */
export function Dialogs() {
  const dialog = useViewState((state) => state.dialog);
  const below = useViewState((state) => state.dialogBelow);
  const open = [below, dialog].filter((one) => one !== null);
  return open.map((one) => (
    <Suspense key={dialogKey(one)}>
      <DialogBoundary dialog={one}>
        <OpenDialog dialog={one} />
      </DialogBoundary>
    </Suspense>
  ));
}

// The settings keep their state under a dialog opened from them, and any form under the confirmation of a lock;
// otherwise one dialog replaces the other.
function dialogKey(dialog: DialogState): string {
  if (dialog.kind === 'confirm-lock') return 'lock';
  return dialog.kind === 'settings' ? `settings ${dialog.tab}` : 'top';
}

function DialogBoundary({
  dialog,
  children,
}: {
  readonly dialog: DialogState;
  readonly children: ReactNode;
}) {
  const row = useRow('profileId' in dialog ? dialog.profileId : null);
  return (
    <ErrorBoundary resetKey={dialog} fallback={<DialogFailed row={row} />}>
      {children}
    </ErrorBoundary>
  );
}

function OpenDialog({ dialog }: { readonly dialog: DialogState }) {
  const row = useRow('profileId' in dialog ? dialog.profileId : null);
  switch (dialog.kind) {
    case 'add':
      return <AddServerDialog from={dialog.from} like={dialog.like ?? null} />;
    case 'settings':
      return <SettingsDialog tab={dialog.tab ?? 'general'} />;
    case 'keyboard':
      return <ShortcutsDialog />;
    case 'confirm-lock':
      return <ConfirmLockDialog />;
    case 'unlock-vault':
      return <UnlockDialog />;
    case 'reset-vault':
      return <ResetVaultDialog onClose={closeDialog} />;
    case 'export':
      return <ExportDialog />;
    case 'back-up':
      return <BackUpDialog />;
    case 'import':
      return <ImportDialog />;
    case 'journal':
      return <JournalDialog of={dialog.of} />;
    case 'server-table':
      return <ServerTableDialog />;
    case 'bulk-login':
      return <BulkLoginDialog />;
    case 'sessions-on-all-servers':
      return <AllServersDialog />;
    case 'diagnostics':
      return <DiagnosticsDialog />;
    default:
      break;
  }
  // The profile may be removed while its dialog is open.
  if (row === undefined) return <CloseDialog />;
  switch (dialog.kind) {
    case 'sessions':
      return <SessionsDialog row={row} />;
    case 'edit':
      return <EditDialog row={row} />;
    case 'remove':
      return <RemoveDialog row={row} />;
    case 'auto-logout':
      return <AutoLogoutDialog row={row} />;
    case 'forget-pending-logout': {
      const ending = row.endings.find(({ id }) => id === dialog.endingId);
      return ending === undefined ? <CloseDialog /> : <ForgetPendingLogoutDialog row={row} ending={ending} />;
    }
    case 'login':
      return <LoginDialog row={row} problem={dialog.problem ?? null} afterFace={dialog.afterFace ?? false} />;
    case 'face':
      return <FaceDialog key={dialog.purpose} row={row} purpose={dialog.purpose} />;
    case 'paste-token':
      return <PasteTokenDialog row={row} />;
    case 'certificate':
      return <CompareDialog profileId={dialog.profileId} problem={dialog.problem} />;
    case 'copy-anyway':
      return <CopyAnywayDialog row={row} problem={dialog.problem} />;
    case 'copy-production':
      return <CopyProductionDialog row={row} />;
  }
}

function CloseDialog() {
  useEffect(closeDialog, []);
  return null;
}

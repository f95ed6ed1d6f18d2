import { type ReactNode, Suspense, useEffect } from 'react';
import type { ProfileId } from '../contract/profiles/profile.ts';
import type { Row } from '../contract/state.ts';
import { lazyNamed } from './components/lazy-named.ts';
import { DialogFailed } from './problems/dialog-failed.tsx';
import { ErrorBoundary } from './problems/error-boundary.tsx';
import { useAppState, useRow } from './state/app-state.ts';
import { closeDialog, type DialogState, useViewState } from './state/view-state.ts';

const AddServerDialog = lazyNamed(() => import('./profile-form/add-server-dialog.tsx'), 'AddServerDialog');
const EnvironmentDialog = lazyNamed(
  () => import('./profile-form/environment-dialog.tsx'),
  'EnvironmentDialog',
);
const EditDialog = lazyNamed(() => import('./profile-form/edit-dialog.tsx'), 'EditDialog');
const RemoveDialog = lazyNamed(() => import('./profile-form/remove-dialog.tsx'), 'RemoveDialog');
const RemoveManyDialog = lazyNamed(() => import('./selection/remove-many-dialog.tsx'), 'RemoveManyDialog');
const TagManyDialog = lazyNamed(() => import('./selection/tag-many-dialog.tsx'), 'TagManyDialog');
const TagsDialog = lazyNamed(() => import('./tags/tags-dialog.tsx'), 'TagsDialog');
const LoginDialog = lazyNamed(() => import('./login/login-dialog.tsx'), 'LoginDialog');
const FaceDialog = lazyNamed(() => import('./face/face-dialog.tsx'), 'FaceDialog');
const PasteTokenDialog = lazyNamed(() => import('./login/paste-token-dialog.tsx'), 'PasteTokenDialog');
const CompareDialog = lazyNamed(() => import('./certificate/compare-dialog.tsx'), 'CompareDialog');
const AutoLogoutDialog = lazyNamed(() => import('./auto-logout/auto-logout-dialog.tsx'), 'AutoLogoutDialog');
const ForgetPendingLogoutDialog = lazyNamed(
  () => import('./auto-logout/forget-pending-logout-dialog.tsx'),
  'ForgetPendingLogoutDialog',
);
const CopyAnywayDialog = lazyNamed(() => import('./clipboard/copy-anyway-dialog.tsx'), 'CopyAnywayDialog');
const CopyProductionDialog = lazyNamed(
  () => import('./clipboard/copy-production-dialog.tsx'),
  'CopyProductionDialog',
);
const CopyAsDialog = lazyNamed(() => import('./copy-as/copy-as-dialog.tsx'), 'CopyAsDialog');
const CopyStdinDialog = lazyNamed(() => import('./copy-as/copy-stdin-dialog.tsx'), 'CopyStdinDialog');
const GatewayDialog = lazyNamed(() => import('./gateway/gateway-dialog.tsx'), 'GatewayDialog');
const LiveFilesDialog = lazyNamed(() => import('./live-files/live-files-dialog.tsx'), 'LiveFilesDialog');
const TemplatesDialog = lazyNamed(
  () => import('./copy-as/templates/templates-dialog.tsx'),
  'TemplatesDialog',
);
const PaletteDialog = lazyNamed(() => import('./palette/palette-dialog.tsx'), 'PaletteDialog');
const SettingsDialog = lazyNamed(() => import('./settings/settings-dialog.tsx'), 'SettingsDialog');

const ConfirmLockDialog = lazyNamed(() => import('./lock/lock-dialog.tsx'), 'ConfirmLockDialog');
const UnlockDialog = lazyNamed(() => import('./lock/unlock-dialog.tsx'), 'UnlockDialog');
const ResetVaultDialog = lazyNamed(() => import('./vault/reset-vault-dialog.tsx'), 'ResetVaultDialog');

const ExportDialog = lazyNamed(() => import('./transfer/export-dialog.tsx'), 'ExportDialog');
const BackUpDialog = lazyNamed(() => import('./transfer/back-up-dialog.tsx'), 'BackUpDialog');
const ImportDialog = lazyNamed(() => import('./transfer/import-dialog.tsx'), 'ImportDialog');

const DiagnosticsDialog = lazyNamed(
  () => import('./diagnostics/diagnostics-dialog.tsx'),
  'DiagnosticsDialog',
);

const AboutDialog = lazyNamed(() => import('./about/about-dialog.tsx'), 'AboutDialog');

const BulkLoginDialog = lazyNamed(() => import('./bulk-login/bulk-login-dialog.tsx'), 'BulkLoginDialog');

const NeedsNamesDialog = lazyNamed(() => import('./presentation/needs-names-dialog.tsx'), 'NeedsNamesDialog');

const SessionsDialog = lazyNamed(() => import('./remote-sessions/sessions-dialog.tsx'), 'SessionsDialog');

/** The dialogs that are loaded ahead. */
export const likelyDialogs = [
  AddServerDialog,
  EditDialog,
  LoginDialog,
  CopyAnywayDialog,
  CopyProductionDialog,
  PaletteDialog,
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
  return dialog.kind === 'settings' ? `settings ${dialog.section}` : 'top';
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

type DialogOf<Kind extends DialogState['kind']> = Extract<DialogState, { readonly kind: Kind }>;
type KindOfRow = Extract<DialogState, { readonly profileId: ProfileId }>['kind'];

const dialogs: {
  readonly [Kind in Exclude<DialogState['kind'], KindOfRow>]: (dialog: DialogOf<Kind>) => ReactNode;
} = {
  add: ({ from, like = null }) => <AddServerDialog from={from} like={like} />,
  settings: ({ section = 'general', setting }) => <SettingsDialog section={section} setting={setting} />,
  commands: () => <PaletteDialog />,
  'confirm-lock': () => <ConfirmLockDialog />,
  'unlock-vault': () => <UnlockDialog />,
  'reset-vault': () => <ResetVaultDialog onClose={closeDialog} />,
  tags: () => <TagsDialog />,
  templates: ({ of }) => <TemplatesDialog of={of} />,
  'tag-many': ({ profileIds }) => <TagManyDialog profileIds={profileIds} />,
  environment: ({ profileIds }) => <EnvironmentDialog profileIds={profileIds} />,
  'remove-many': ({ profileIds }) => <RemoveManyDialog profileIds={profileIds} />,
  export: ({ profileIds = null }) => <ExportDialog only={profileIds} />,
  'back-up': () => <BackUpDialog />,
  import: ({ opened = false }) => <ImportDialog opened={opened} />,
  'bulk-login': ({ profileIds = null }) => <BulkLoginDialog only={profileIds} />,
  diagnostics: () => <DiagnosticsDialog />,
  about: ({ tab = 'facts' }) => <AboutDialog tab={tab} />,
};

const dialogsOfRow: {
  readonly [Kind in KindOfRow]: (row: Row, dialog: DialogOf<Kind>) => ReactNode;
} = {
  sessions: (row) => <SessionsDialog row={row} />,
  edit: (row, { start }) => <EditDialog row={row} start={start} />,
  remove: (row) => <RemoveDialog row={row} />,
  'auto-logout': (row) => <AutoLogoutDialog row={row} />,
  'forget-pending-logout': (row, { endingId }) => {
    const ending = row.endings.find(({ id }) => id === endingId);
    return ending === undefined ? <CloseDialog /> : <ForgetPendingLogoutDialog row={row} ending={ending} />;
  },
  login: (row, { problem = null, afterFace = false }) => (
    <LoginDialog row={row} problem={problem} afterFace={afterFace} />
  ),
  face: (row, { purpose }) => <FaceDialog key={purpose} row={row} purpose={purpose} />,
  'paste-token': (row) => <PasteTokenDialog row={row} />,
  certificate: (_row, { profileId, problem }) => <CompareDialog profileId={profileId} problem={problem} />,
  'copy-anyway': (row, { format, problem }) => (
    <CopyAnywayDialog row={row} format={format} problem={problem} />
  ),
  'copy-production': (row, { format }) => <CopyProductionDialog row={row} format={format} />,
  'copy-as': (row) => <CopyAsDialog row={row} />,
  'copy-stdin': (row) => <CopyStdinDialog row={row} />,
  gateway: (row) => <GatewayDialog row={row} />,
  'live-files': (row) => <LiveFilesDialog row={row} />,
};

/** What needs or saves true names, so that presentation mode does not show it. */
const needsNames: ReadonlySet<DialogState['kind']> = new Set<DialogState['kind']>([
  ...(['add', 'edit', 'tags', 'tag-many', 'certificate', 'templates'] as const),
  ...(['export', 'back-up', 'import', 'diagnostics'] as const),
]);

function OpenDialog({ dialog }: { readonly dialog: DialogState }) {
  const row = useRow('profileId' in dialog ? dialog.profileId : null);
  const isPresenting = useAppState(({ settings }) => settings.presentation);
  if (isPresenting && needsNames.has(dialog.kind)) return <NeedsNamesDialog />;
  // TypeScript does not see that the entry of a kind takes the dialog of that kind.
  if (!('profileId' in dialog)) return (dialogs[dialog.kind] as (of: DialogState) => ReactNode)(dialog);
  // The profile may be removed while its dialog is open.
  if (row === undefined) return <CloseDialog />;
  return (dialogsOfRow[dialog.kind] as (row: Row, of: DialogState) => ReactNode)(row, dialog);
}

function CloseDialog() {
  useEffect(closeDialog, []);
  return null;
}

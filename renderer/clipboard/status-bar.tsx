import ShieldAlert from 'lucide-react/icons/shield-alert';
import ShieldCheck from 'lucide-react/icons/shield-check';
import { Suspense } from 'react';
import type { VaultStatus } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { openVaultSettings } from '../actions/vault-actions.ts';
import { PlainButton } from '../components/buttons/button.tsx';
import { lazyNamed } from '../components/lazy-named.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { useKeyringWait } from '../vault/keyring-wait.ts';
import { ClipboardStatus } from './clipboard-status.tsx';
import styles from './status-bar.module.css';

const GatewayStatus = lazyNamed(() => import('../gateway/gateway-status.tsx'), 'GatewayStatus');
const LiveFilesStatus = lazyNamed(() => import('../live-files/live-files-status.tsx'), 'LiveFilesStatus');
const ProgramAccessStatus = lazyNamed(
  () => import('../program-access/program-access-status.tsx'),
  'ProgramAccessStatus',
);
const PresentationStatus = lazyNamed(
  () => import('../presentation/presentation-status.tsx'),
  'PresentationStatus',
);
const RunProgress = lazyNamed(() => import('../selection/run-progress.tsx'), 'RunProgress');

/** The status bar: the clipboard, what is being done with several servers, and where secrets are kept. */
export function StatusBar() {
  const isRunning = useAppState((state) => state.runs.length > 0);
  const hasLiveFile = useAppState((state) => state.liveFiles.length > 0);
  const hasPrograms = useAppState((state) => state.programs.length > 0);
  const isPresenting = useAppState(({ settings }) => settings.presentation);
  const hasGateway = useAppState((state) => state.gateways.length > 0);
  return (
    <footer className={styles.bar} data-pane="status">
      <ClipboardStatus />
      {isPresenting ? (
        <Suspense>
          <PresentationStatus />
        </Suspense>
      ) : null}
      {hasGateway ? (
        <Suspense>
          <GatewayStatus />
        </Suspense>
      ) : null}
      {hasLiveFile ? (
        <Suspense>
          <LiveFilesStatus />
        </Suspense>
      ) : null}
      {hasPrograms ? (
        <Suspense>
          <ProgramAccessStatus />
        </Suspense>
      ) : null}
      {isRunning ? (
        <Suspense>
          <RunProgress />
        </Suspense>
      ) : null}
      <VaultIndicator />
    </footer>
  );
}

function VaultIndicator() {
  const t = useTranslate();
  const storage = useAppState((state) => state.storage);
  const awaited = useKeyringWait();
  const text =
    awaited === null
      ? describeVault(t, storage)
      : t('window:storage.waiting', { keyring: t(`window:storage.keyrings.${awaited}`) });
  const Icon = storage.kind === 'memory-only' || awaited !== null ? ShieldAlert : ShieldCheck;
  return (
    <span className={styles.place} title={text}>
      <PlainButton
        className={styles.storage}
        data-kind={storage.kind}
        // Its words are hidden where there is no room.
        aria-label={text}
        onPress={openVaultSettings}
      >
        <Icon size={16} />
        <span className={styles.words}>{text}</span>
      </PlainButton>
    </span>
  );
}

function describeVault(t: Translate, storage: VaultStatus): string {
  switch (storage.kind) {
    case 'opening':
      return t('window:storage.opening');
    case 'sealed':
      if (storage.by === null) return t('window:storage.encryptedByPassphrase');
      return t(storage.passphrase ? 'window:storage.encryptedByBoth' : 'window:storage.encryptedByKeyring', {
        keyring: t(`window:storage.keyrings.${storage.by}`),
      });
    case 'memory-only':
      return t(`window:storage.memoryOnly.${storage.reason}`);
  }
}

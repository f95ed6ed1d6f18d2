import { useTranslation } from 'react-i18next';
import { useAppState } from '../state/app-state.ts';
import { ClipboardStatus } from './clipboard-status.tsx';
import styles from './status-bar.module.css';

/** At the bottom: what of ours is on the clipboard, and where secrets are kept. */
export function StatusBar() {
  return (
    <footer className={styles.bar} data-pane="status">
      <ClipboardStatus />
      <StoragePlace />
    </footer>
  );
}

function StoragePlace() {
  const { t } = useTranslation();
  const storage = useAppState((state) => state.storage);
  const text =
    storage.kind === 'opening'
      ? t('window.storage.opening')
      : storage.kind === 'sealed'
        ? t('window.storage.sealedBy', { keeper: t(`window.storage.keepers.${storage.by}`) })
        : t(`window.storage.memoryOnly.${storage.reason}`);
  return (
    <span className={styles.storage} data-kind={storage.kind} title={text}>
      {text}
    </span>
  );
}

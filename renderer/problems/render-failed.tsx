import { useLayoutEffect } from 'react';
import type { Row } from '../../contract/state.ts';
import { Button } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { openDialog } from '../state/view-state.ts';
import styles from './render-failed.module.css';

/** Shown instead of details that could not be rendered. */
export function DetailsFailed({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id, name } = row.profile;
  return (
    <div className={styles.server} role="alert">
      <p className={styles.title}>{t('window:renderFailed.server', { name })}</p>
      <p className={styles.why}>{t('window:renderFailed.serverWhy')}</p>
      <div className={styles.buttons}>
        <Button onPress={() => openDialog({ kind: 'remove', profileId: id })}>{t('servers:remove')}</Button>
        <Button onPress={() => openDialog({ kind: 'diagnostics' })}>{t('settings:diagnostics.open')}</Button>
      </div>
    </div>
  );
}

/** Shown instead of the window if it could not be rendered. */
export function WindowFailed({ onShown }: { readonly onShown: () => void }) {
  const t = useTranslate();
  useLayoutEffect(onShown, [onShown]);
  return (
    <div className={styles.window} role="alert">
      <p className={styles.title}>{t('window:renderFailed.window')}</p>
      <p className={styles.why}>{t('window:renderFailed.windowWhy')}</p>
      <Button variant="primary" autoFocus onPress={() => location.reload()}>
        {t('window:renderFailed.reload')}
      </Button>
    </div>
  );
}

/** Shown instead of a screen that could not be rendered. */
export function ScreenFailed() {
  const t = useTranslate();
  return (
    <div className={styles.server} role="alert">
      <p className={styles.title}>{t('window:renderFailed.part')}</p>
      <p className={styles.why}>{t('window:renderFailed.partWhy')}</p>
    </div>
  );
}

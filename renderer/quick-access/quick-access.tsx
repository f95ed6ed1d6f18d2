import { useEffect, useLayoutEffect } from 'react';
import { bridge } from '../bridge.ts';
import { TranslateContext, useWindowTranslate } from '../i18n/translate.ts';
import { ErrorBoundary } from '../problems/error-boundary.tsx';
import { WindowFailed } from '../problems/render-failed.tsx';
import { useAppState } from '../state/app-state.ts';
import styles from './quick-access.module.css';
import { QuickLock } from './quick-lock.tsx';
import { QuickSearch } from './quick-search.tsx';

/** Quick access. `onShown` is called once it can be shown. */
export function QuickAccess({ onShown }: { readonly onShown: () => void }) {
  const isLocked = useAppState((state) => state.lock.kind === 'locked');
  const t = useWindowTranslate();
  useLayoutEffect(onShown, [onShown]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      void bridge.hideQuickAccess();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <TranslateContext value={t}>
      <ErrorBoundary resetKey={isLocked} fallback={<WindowFailed onShown={onShown} />}>
        <main className={styles.window} aria-label={t('quick-access:title')}>
          {isLocked ? <QuickLock /> : <QuickSearch />}
        </main>
      </ErrorBoundary>
    </TranslateContext>
  );
}

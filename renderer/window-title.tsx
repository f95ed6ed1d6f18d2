import { useEffect } from 'react';
import { useAfterFirstPaint } from './components/hooks/use-lifecycle.ts';
import { useTranslate } from './i18n/translate.ts';
import { useAppState, useRow } from './state/app-state.ts';
import { useViewState } from './state/view-state.ts';

/**
 * Keeps the window's title: the selected server and whether it is production, and presentation mode; or only the app behind
 * the lock.
 */
export function WindowTitle() {
  const t = useTranslate();
  const isDrawn = useAfterFirstPaint();
  const isLocked = useAppState((state) => state.lock.kind === 'locked');
  const selectedId = useViewState((state) => state.selectedId);
  const profile = useRow(selectedId)?.profile;
  const app = t('window:appName');
  const kind = profile?.environment === 'production' ? 'production' : 'server';
  const isPresenting = useAppState(({ settings, lock }) => settings.presentation && lock.kind === 'open');
  const subject =
    isLocked || profile === undefined ? app : t(`window:title.${kind}`, { name: profile.name, app });
  const title = isPresenting ? t('presentation:titled', { title: subject }) : subject;
  useEffect(() => {
    if (isDrawn) document.title = title;
  }, [isDrawn, title]);
  return null;
}

import { useEffect } from 'react';
import type { Profile } from '../contract/profiles/profile.ts';
import type { Translate } from '../contract/texts.ts';
import { useAfterFirstPaint } from './components/hooks/use-lifecycle.ts';
import { useTranslate } from './i18n/translate.ts';
import { useAppState, useRow } from './state/app-state.ts';
import { sideSubject } from './state/side-subject.ts';
import { useViewState } from './state/view-state.ts';

/**
 * Keeps the window's title: the selected server or the side window's subject, whether it is production, and presentation mode;
 * or only the app behind the lock.
 */
export function WindowTitle() {
  const t = useTranslate();
  const isDrawn = useAfterFirstPaint();
  const isLocked = useAppState((state) => state.lock.kind === 'locked');
  const selectedId = useViewState((state) => state.selectedId);
  const profile = useRow(selectedId)?.profile;
  const app = t('window:appName');
  const isPresenting = useAppState(({ settings, lock }) => settings.presentation && lock.kind === 'open');
  const subject = subjectOf(t, profile);
  const named = isLocked || subject === null ? app : t(`window:title.${subject.kind}`, { ...subject, app });
  const title = isPresenting ? t('presentation:titled', { title: named }) : named;
  useEffect(() => {
    if (isDrawn) document.title = title;
  }, [isDrawn, title]);
  return null;
}

/** What the title names: the selected server, or what a side window is for. */
function subjectOf(t: Translate, profile: Profile | undefined) {
  if (sideSubject?.kind === 'overview') return { kind: 'server', name: t('servers:table.title') } as const;
  if (profile === undefined) return null;
  const kind = profile.environment === 'production' ? 'production' : 'server';
  const { name } = profile;
  return { kind, name: sideSubject?.kind === 'sessions' ? t('sessions:title', { name }) : name } as const;
}

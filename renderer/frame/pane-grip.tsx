import { useSyncExternalStore } from 'react';
import { layoutBounds } from '../../contract/layout.ts';
import { Grip } from '../components/layout/grip.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './pane-grip.module.css';
import {
  detailsWidth,
  minWidthForDetails,
  type PaneChoice,
  roomForDetails,
  roomForViews,
  viewsWidth,
} from './pane-sizes.ts';
import { saveLayout, showLayout, useLayout } from './window-layout.ts';

/** The line between the views and the list. */
export function ViewsGrip() {
  const t = useTranslate();
  const windowWidth = useWindowWidth();
  const choice = usePaneChoice();
  return (
    <Grip
      label={t('window:viewsWidth')}
      value={viewsWidth(windowWidth, choice)}
      {...layoutBounds.views}
      room={() => roomForViews(windowWidth)}
      side="left"
      className={styles.views}
      onDrag={(width) => showLayout(width === null ? {} : { viewsWidth: width })}
      onChoose={(width) => void saveLayout({ viewsWidth: width })}
    />
  );
}

/** The line between the list and the details beside it; nothing if they are not shown. */
export function DetailsGrip() {
  const t = useTranslate();
  const isShown = useAppState(({ settings, rows }) => settings.showDetails && rows.length > 0);
  const windowWidth = useWindowWidth();
  const choice = usePaneChoice();
  if (!isShown || windowWidth < minWidthForDetails) return null;
  return (
    <Grip
      label={t('window:detailsWidth')}
      value={detailsWidth(windowWidth, choice)}
      {...layoutBounds.details}
      room={() => roomForDetails(windowWidth, choice)}
      side="right"
      className={styles.details}
      onDrag={(width) => showLayout(width === null ? {} : { detailsWidth: width })}
      onChoose={(width) => void saveLayout({ detailsWidth: width })}
    />
  );
}

function usePaneChoice(): PaneChoice {
  return { viewsWidth: useLayout('viewsWidth'), detailsWidth: useLayout('detailsWidth') };
}

function useWindowWidth(): number {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('resize', listener);
      return () => window.removeEventListener('resize', listener);
    },
    () => window.innerWidth,
  );
}

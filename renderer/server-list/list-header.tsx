import ChevronDown from 'lucide-react/icons/chevron-down';
import PanelRight from 'lucide-react/icons/panel-right';
import { Suspense, useState } from 'react';
import { toggleDetails, useDetailsShown } from '../actions/details-visibility.ts';
import { searchAllViews } from '../actions/profile-actions.ts';
import { Button, IconButton, PlainButton } from '../components/buttons/button.tsx';
import { lazyNamed } from '../components/lazy-named.ts';
import { useTranslate } from '../i18n/translate.ts';
import { shortcutLabel } from '../keyboard/platform.ts';
import { useOutsideMatchCount, useShownIds } from '../list/list-order.ts';
import { useAppState } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import { ViewsMenu } from '../views/views-menu.tsx';
import styles from './list-header.module.css';

const SortMenu = lazyNamed(() => import('./sort-menu.tsx'), 'SortMenu');

/** The header of the list: number of servers, sort order, and the toggle of the details. */
export function ListHeader() {
  const t = useTranslate();
  const count = useShownIds().length;
  const outside = useOutsideMatchCount();
  // Search results are ordered by match.
  const isSearching = useViewState(({ search }) => search.trim() !== '');
  const total = useAppState((state) => state.rows.length);
  const shown = useDetailsShown();
  return (
    <div className={styles.header}>
      <ViewsMenu />
      <h2 className={styles.count}>
        {count === total
          ? t('servers:servers', { count })
          : t('servers:matches', { count: total, shown: count })}
      </h2>
      {isSearching ? null : <SortButton />}
      {count > 0 && outside > 0 ? (
        <Button variant="ghost" onPress={searchAllViews}>
          {t('window:enter.searchAll', { count: count + outside })}
        </Button>
      ) : null}
      <IconButton
        label={t(shown ? 'window:hideDetails' : 'window:showDetails')}
        hint={`${t(shown ? 'window:hideDetails' : 'window:showDetails')} (${shortcutLabel('details', 1)})`}
        aria-pressed={shown}
        onPress={toggleDetails}
      >
        <PanelRight />
      </IconButton>
    </div>
  );
}

function SortButton() {
  const t = useTranslate();
  const order = useAppState((state) => state.settings.sortOrder);
  const [open, setOpen] = useState<{ readonly x: number; readonly y: number } | null>(null);
  return (
    <>
      <PlainButton
        className={styles.sort}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onPress={(button) => {
          const box = button.getBoundingClientRect();
          setOpen({ x: box.right, y: box.bottom });
        }}
      >
        {t(`servers:sortedBy.${order}`)}
        <ChevronDown size={14} />
      </PlainButton>
      {open === null ? null : (
        <Suspense>
          <SortMenu {...open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}

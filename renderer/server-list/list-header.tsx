import PanelRight from 'lucide-react/icons/panel-right';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { type CSSProperties, Suspense, useState } from 'react';
import { countHidden } from '../../contract/list/views.ts';
import { toggleDetails, useDetailsShown } from '../actions/details-visibility.ts';
import { searchAllViews } from '../actions/profile-actions.ts';
import { Button, IconButton } from '../components/buttons/button.tsx';
import { lazyNamed } from '../components/lazy-named.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel, withShortcut } from '../keyboard/platform.ts';
import { useOutsideMatchCount, useShownCount } from '../list/list-order.ts';
import { useAppState } from '../state/app-state.ts';
import { areTicked, useViewState } from '../state/view-state.ts';
import { ViewsMenu } from '../views/views-menu.tsx';
import { ColumnHeadings } from './columns/column-headings.tsx';
import { useListColumns } from './columns/use-list-columns.ts';
import styles from './list-header.module.css';

const ViewOptionsMenu = lazyNamed(() => import('./view-options-menu.tsx'), 'ViewOptionsMenu');

const SelectionBar = lazyNamed(() => import('../selection/selection-bar.tsx'), 'SelectionBar');

/** The head of the list: its header, or the actions for the ticked rows. */
export function ListHead() {
  if (!useViewState(areTicked)) return <ListHeader />;
  return (
    <Suspense fallback={<ListHeader />}>
      <SelectionBar />
    </Suspense>
  );
}

/** The header of the list: the headings of its columns, or what a search has found; view options and details. */
function ListHeader() {
  const columns = useListColumns();
  // Search results are ordered by match.
  const isSearching = useViewState(({ search }) => search.trim() !== '');
  return (
    <div className={styles.header} style={{ '--columns': columns.template } as CSSProperties}>
      <ViewsMenu />
      <Found isSearching={isSearching} />
      {isSearching ? null : <ColumnHeadings columns={columns} />}
      <div className={styles.tools}>
        <ViewOptions />
        <DetailsToggle />
      </div>
    </div>
  );
}

/** How many servers the list has; without a search only for screen readers, since the views show it too. */
function Found({ isSearching }: { readonly isSearching: boolean }) {
  const t = useTranslate();
  const count = useShownCount();
  const outside = useOutsideMatchCount();
  const view = useViewState((state) => state.view);
  const total = useAppState(({ outline, rows }) => outline?.count ?? countHidden(rows, view === 'hidden'));
  return (
    <div className={isSearching ? styles.found : 'unseen'}>
      <h2 className={styles.count}>
        {count === total
          ? t('servers:servers', { count })
          : t('servers:matches', { count: total, shown: count })}
      </h2>
      {count > 0 && outside > 0 ? (
        <Button variant="ghost" onPress={searchAllViews}>
          {t('window:enter.searchAll', { count: count + outside })}
        </Button>
      ) : null}
    </div>
  );
}

function ViewOptions() {
  const t = useTranslate();
  const [open, setOpen] = useState<{ readonly x: number; readonly y: number } | null>(null);
  return (
    <>
      <IconButton
        label={t('servers:viewOptions')}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onPress={(button) => {
          const box = button.getBoundingClientRect();
          setOpen({ x: box.right, y: box.bottom });
        }}
      >
        <SlidersHorizontal />
      </IconButton>
      {open === null ? null : (
        <Suspense>
          <ViewOptionsMenu {...open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}

function DetailsToggle() {
  const t = useTranslate();
  const shown = useDetailsShown();
  const shortcut = useShortcutLabel();
  // The first key of the details works on a row only.
  const detailsKey = shortcut('details', 1) || shortcut('details');
  return (
    <IconButton
      label={t(shown ? 'window:hideDetails' : 'window:showDetails')}
      hint={withShortcut(t(shown ? 'window:hideDetails' : 'window:showDetails'), detailsKey)}
      aria-pressed={shown}
      onPress={toggleDetails}
    >
      <PanelRight />
    </IconButton>
  );
}

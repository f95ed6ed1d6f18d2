import Clock from 'lucide-react/icons/clock';
import History from 'lucide-react/icons/history';
import List from 'lucide-react/icons/list';
import Star from 'lucide-react/icons/star';
import Tag from 'lucide-react/icons/tag';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useDeferredValue, useMemo } from 'react';
import { Button as Pressable } from 'react-aria-components/Button';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../state/clock.ts';
import { type CountedView, type CountedViews, countViews } from '../state/view-rules.ts';
import { show, useViewState } from '../state/view-state.ts';
import { useViewName } from './view-name.ts';
import styles from './views-pane.module.css';

const dayMs = 24 * 3_600_000;

/** The views of the fleet with their counts, to choose one. */
export function ViewsPane() {
  const { t } = useTranslation();
  const views = useCountedViews();
  return (
    <nav className={styles.pane} aria-label={t('window.views')} data-pane="views">
      <Toolbar orientation="vertical" className={styles.views ?? ''}>
        <Group views={views.fixed} />
        <Group title={t('window.environments')} views={views.environments} />
        <Group title={t('window.tags')} views={views.tags} />
      </Toolbar>
    </nav>
  );
}

/** The views and their counts as of the latest news and the present minute. */
export function useCountedViews(): CountedViews {
  // Counting a large fleet may lag behind a storm of news; the rows themselves do not.
  const rows = useDeferredValue(useAppState((state) => state.rows));
  const expiringMs = useAppState((state) => state.settings.expiringDays * dayMs);
  const now = useNow();
  return useMemo(() => countViews(rows, { now, expiringMs }), [rows, now, expiringMs]);
}

function Group({ title, views }: { readonly title?: string; readonly views: readonly CountedView[] }) {
  if (views.length === 0) return null;
  return (
    <>
      {title === undefined ? null : <h2 className={styles.title}>{title}</h2>}
      {views.map((counted) => (
        <ViewButton key={counted.view} {...counted} />
      ))}
    </>
  );
}

function ViewButton({ view, count }: CountedView) {
  const chosen = useViewState((state) => state.view === view);
  const name = useViewName(view);
  return (
    <Pressable
      className={styles.view ?? ''}
      aria-current={chosen}
      data-view={view}
      onPress={() => show({ view })}
    >
      <ViewIcon view={view} />
      <span className={styles.name}>{name}</span>
      <span className={styles.count} data-some={count > 0 || undefined}>
        {count}
      </span>
    </Pressable>
  );
}

const icons = { all: List, expiring: Clock, problems: TriangleAlert, favourites: Star, recent: History };

function ViewIcon({ view }: Pick<CountedView, 'view'>) {
  if (view.startsWith('environment:')) return <span className={styles.dot} />;
  const Icon = icons[view as keyof typeof icons] ?? Tag;
  return <Icon size={16} />;
}

import { Button as Pressable } from 'react-aria-components/Button';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useTranslate } from '../i18n/translate.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import type { CountedView } from '../state/views.ts';
import { useViewCounts } from './use-view-counts.ts';
import { ViewIcon } from './view-icon.tsx';
import { useViewName } from './view-name.ts';
import styles from './views-pane.module.css';

/** The pane of views with their counts. */
export function ViewsPane() {
  const t = useTranslate();
  const views = useViewCounts();
  return (
    <nav className={styles.pane} aria-label={t('window:views')} data-pane="views">
      <Toolbar orientation="vertical" className={styles.views ?? ''}>
        <Group views={views.fixed} />
        <Group title={t('window:environments')} views={views.environments} />
        <Group title={t('window:tags')} views={views.tags} />
      </Toolbar>
    </nav>
  );
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
      onPress={() => setViewState({ view })}
    >
      <ViewIcon view={view} />
      <span className={styles.name}>{name}</span>
      <span className={styles.count} data-some={count > 0 || undefined}>
        {count}
      </span>
    </Pressable>
  );
}

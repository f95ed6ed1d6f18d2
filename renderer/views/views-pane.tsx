import type { KeyboardEvent } from 'react';
import { PlainButton } from '../components/buttons/button.tsx';
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
      <div
        role="toolbar"
        aria-orientation="vertical"
        aria-label={t('window:views')}
        className={styles.views}
        onKeyDown={moveFocus}
      >
        <Group views={views.fixed} />
        <Group title={t('window:environments')} views={views.environments} />
        <Group title={t('window:tags')} views={views.tags} />
      </div>
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
    <PlainButton
      className={styles.view}
      aria-current={chosen}
      tabIndex={chosen ? 0 : -1}
      data-view={view}
      onPress={() => setViewState({ view })}
    >
      <ViewIcon view={view} />
      <span className={styles.name}>{name}</span>
      <span className={styles.count} data-some={count > 0 || undefined}>
        {count}
      </span>
    </PlainButton>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

// The selected view is the tab stop; the arrow keys move on from it.
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  const buttons: Element[] = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[buttons.indexOf(event.target as Element) + step];
  if (next instanceof HTMLElement) next.focus();
  event.preventDefault();
}

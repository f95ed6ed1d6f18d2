import Pencil from 'lucide-react/icons/pencil';
import type { KeyboardEvent, ReactNode } from 'react';
import type { CountedView, View } from '../../contract/list-outline.ts';

import { IconButton, PlainButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel, withShortcut } from '../keyboard/platform.ts';
import { openDialog, setViewState, useViewState } from '../state/view-state.ts';
import { useViewCounts } from './use-view-counts.ts';
import { ViewIcon } from './view-icon.tsx';
import { useViewName } from './view-name.ts';
import { ViewsFoot } from './views-foot.tsx';
import styles from './views-pane.module.css';

/** The pane of views with their counts. */
export function ViewsPane() {
  const t = useTranslate();
  const views = useViewCounts();
  const selected = useViewState((state) => state.view);
  const all = [...views.fixed, ...views.environments, ...views.tags];
  // The selected view is the tab stop, unless the last server with its tag is gone.
  const tabStop = all.some(({ view }) => view === selected) ? selected : 'all';
  return (
    <nav className={styles.pane} aria-label={t('window:views')} data-pane="views">
      <div role="toolbar" aria-orientation="vertical" className={styles.views} onKeyDown={moveFocus}>
        <Group views={views.fixed} tabStop={tabStop} />
        <Group title={t('window:environments')} views={views.environments} tabStop={tabStop} />
        <Group title={t('window:tags')} views={views.tags} tabStop={tabStop} action={<TagsButton />} />
        <ViewsFoot />
      </div>
    </nav>
  );
}

interface GroupProps {
  readonly title?: string;
  readonly views: readonly CountedView[];
  readonly tabStop: View;
  /** The button beside the title. */
  readonly action?: ReactNode;
}

function Group({ title, views, tabStop, action }: GroupProps) {
  if (views.length === 0) return null;
  return (
    <>
      {title === undefined ? null : (
        <div className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {action}
        </div>
      )}
      {views.map((counted) => (
        <ViewButton key={counted.view} {...counted} isTabStop={counted.view === tabStop} />
      ))}
    </>
  );
}

/** Opens the tags; the arrow keys reach it, since the views are one tab stop. */
function TagsButton() {
  const t = useTranslate();
  const shortcut = useShortcutLabel();
  return (
    <IconButton
      small
      label={t('commands:titles.tags')}
      hint={withShortcut(t('commands:titles.tags'), shortcut('tags'))}
      tabIndex={-1}
      onPress={() => openDialog({ kind: 'tags' })}
    >
      <Pencil size={14} />
    </IconButton>
  );
}

function ViewButton({ view, count, isTabStop }: CountedView & { readonly isTabStop: boolean }) {
  const chosen = useViewState((state) => state.screen === 'servers' && state.view === view);
  const name = useViewName(view);
  return (
    <PlainButton
      className={styles.view}
      aria-current={chosen}
      tabIndex={isTabStop ? 0 : -1}
      data-view={view}
      onPress={() => setViewState({ view, screen: 'servers' })}
    >
      <ViewIcon view={view} />
      <span className={styles.name} title={view.startsWith('tag:') ? name : undefined}>
        {name}
      </span>
      {count === 0 ? null : <span className={styles.count}>{count}</span>}
    </PlainButton>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

// The arrow keys move on from the tab stop.
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  const buttons: Element[] = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[buttons.indexOf(event.target as Element) + step];
  if (next instanceof HTMLElement) next.focus();
  event.preventDefault();
}

import { Suspense, useDeferredValue, useLayoutEffect, useRef } from 'react';
import type { Row } from '../../contract/state.ts';
import { useDetailsAsDrawer } from '../actions/details-visibility.ts';
import { useAfterFirstPaint } from '../components/hooks/use-lifecycle.ts';
import { lazyNamed } from '../components/lazy-named.ts';
import { useTranslate } from '../i18n/translate.ts';
import { ErrorBoundary } from '../problems/error-boundary.tsx';
import { DetailsFailed } from '../problems/render-failed.tsx';
import { useAppState, useRow } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import styles from './session-aside.module.css';

const SessionPanel = lazyNamed(() => import('./session-panel.tsx'), 'SessionPanel');
const SelectionSummary = lazyNamed(() => import('../selection/selection-summary.tsx'), 'SelectionSummary');
const SessionDrawer = lazyNamed(() => import('./session-drawer.tsx'), 'SessionDrawer');

/** The details of the selected server: as a pane, or as a drawer in narrow windows. */
export function SessionAside() {
  const narrow = useDetailsAsDrawer();
  const wanted = useAppState((state) => state.settings.showDetails);
  const some = useAppState((state) => state.rows.length > 0);
  const open = useViewState((state) => state.drawerOpen);
  const row = useRow(useViewState((state) => state.selectedId));
  if (narrow)
    return open && row !== undefined ? (
      <Suspense>
        <SessionDrawer row={row} />
      </Suspense>
    ) : null;
  return wanted && some ? <Beside /> : null;
}

function Beside() {
  const t = useTranslate();
  const isDrawn = useAfterFirstPaint();
  const selectedId = useViewState((state) => state.selectedId);
  const areSeveral = useViewState(({ ticks }) => ticks.ids.size > 1);
  const row = useRow(selectedId);
  const pane = useRef<HTMLElement>(null);
  const isScrolled = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another server is read from its top.
  useLayoutEffect(
    // Only if it was scrolled: this forces a layout, which each key of a search would wait for.
    () => () => {
      if (pane.current !== null && isScrolled.current) pane.current.scrollTop = 0;
    },
    [selectedId],
  );
  return (
    <section
      ref={pane}
      className={styles.aside}
      aria-label={t('session:label')}
      data-pane="session"
      onScroll={({ currentTarget }) => {
        isScrolled.current = currentTarget.scrollTop > 0;
      }}
    >
      {row === undefined ? <p className={styles.nothing}>{t('session:nothingSelected')}</p> : null}
      {areSeveral ? (
        <Suspense>
          <SelectionSummary />
        </Suspense>
      ) : null}
      {row !== undefined && isDrawn && !areSeveral ? (
        <Suspense>
          <ErrorBoundary key={row.profile.id} resetKey={row} fallback={<DetailsFailed row={row} />}>
            <LaterPanel row={row} />
          </ErrorBoundary>
        </Suspense>
      ) : null}
    </section>
  );
}

/** The list and a closing dialog are rendered before what changed in the details; another server's are never shown. */
function LaterPanel({ row }: { readonly row: Row }) {
  return <SessionPanel row={useDeferredValue(row)} />;
}

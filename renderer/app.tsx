import { Suspense, useLayoutEffect } from 'react';
import styles from './app.module.css';
import { StatusBar } from './clipboard/status-bar.tsx';
import { lazyNamed } from './components/lazy-named.ts';
import { FirstRun } from './first-run/first-run.tsx';
import { DetailsGrip, ViewsGrip } from './frame/pane-grip.tsx';
import { Panes } from './frame/panes.tsx';
import { TranslateContext, useWindowTranslate } from './i18n/translate.ts';
import { Notices } from './notices/notices.tsx';
import { Overlays } from './overlays.tsx';
import { ErrorBoundary } from './problems/error-boundary.tsx';
import { WindowFailed } from './problems/render-failed.tsx';
import { ListHead } from './server-list/list-header.tsx';
import { ServerList } from './server-list/server-list.tsx';
import { SessionAside } from './session-details/session-aside.tsx';
import { useAppState } from './state/app-state.ts';
import { sideSubject } from './state/side-subject.ts';
import { useViewState } from './state/view-state.ts';
import { TitleRow } from './title-row/title-row.tsx';
import { ViewsPane } from './views/views-pane.tsx';
import { WindowTitle } from './window-title.tsx';

const LockScreen = lazyNamed(() => import('./lock/lock-screen.tsx'), 'LockScreen');
const Screens = lazyNamed(() => import('./screens.tsx'), 'Screens');
const SideWindow = lazyNamed(() => import('./side-window/side-window.tsx'), 'SideWindow');
const UndoToast = lazyNamed(() => import('./selection/undo-toast.tsx'), 'UndoToast');

/** The window, or a side window. `onShown` is called after the first paint. */
export function App({ onShown }: { readonly onShown: () => void }) {
  const isLocked = useAppState((state) => state.lock.kind === 'locked');
  const t = useWindowTranslate();
  return (
    <TranslateContext value={t}>
      <ErrorBoundary resetKey={isLocked} fallback={<WindowFailed onShown={onShown} />}>
        <WindowTitle />
        {isLocked ? (
          <Suspense>
            <LockScreen onShown={onShown} />
          </Suspense>
        ) : sideSubject === null ? (
          <Window onShown={onShown} />
        ) : (
          <>
            <Suspense>
              <SideWindow subject={sideSubject} onShown={onShown} />
            </Suspense>
            <Overlays />
          </>
        )}
      </ErrorBoundary>
    </TranslateContext>
  );
}

function Window({ onShown }: { readonly onShown: () => void }) {
  const screen = useViewState((state) => state.screen);
  const isEmpty = useAppState((state) => state.rows.length === 0) && screen === 'servers';
  useLayoutEffect(onShown, [onShown]);
  return (
    <>
      <Panes className={styles.window}>
        <TitleRow isEmpty={isEmpty} />
        {isEmpty ? null : <ViewsPane />}
        {/* Hidden rather than removed, so that it is as it was when it returns. */}
        <main className={styles.list} hidden={screen !== 'servers'} data-empty={isEmpty || undefined}>
          {isEmpty ? (
            <FirstRun />
          ) : (
            <>
              {/* Before the list, so that Tab leads from a row to its details. */}
              <ViewsGrip />
              <DetailsGrip />
              <ListHead />
              <ServerList />
            </>
          )}
          <UndoOffer />
          {/* Below the list, so that no row moves when a message appears. */}
          <Notices />
        </main>
        {isEmpty ? null : screen === 'servers' ? (
          <SessionAside />
        ) : (
          <Suspense fallback={<div />}>
            <Screens screen={screen} />
          </Suspense>
        )}
        <StatusBar />
      </Panes>
      <Overlays />
    </>
  );
}

function UndoOffer() {
  const offer = useViewState((state) => state.undoOffer);
  return offer === null ? null : (
    <Suspense>
      <UndoToast key={offer.id} offer={offer} />
    </Suspense>
  );
}

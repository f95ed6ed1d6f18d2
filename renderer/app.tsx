import { lazy, Suspense, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import styles from './app.module.css';
import { StatusBar } from './handoff/status-bar.tsx';
import { Overlays } from './overlays.tsx';
import { Boundary } from './problems/boundary.tsx';
import { Messages } from './problems/messages.tsx';
import { WindowNotShown } from './problems/not-shown.tsx';
import { ListHeader } from './profiles/list-header.tsx';
import { ServerList } from './profiles/server-list.tsx';
import { TitleRow } from './profiles/title-row.tsx';
import { ViewsPane } from './profiles/views-pane.tsx';
import { SessionAside } from './sessions/session-aside.tsx';
import { useAppState } from './state/app-state.ts';
import { useLanguage, Words } from './words.ts';

const LockScreen = lazy(async () => ({ default: (await import('./store/lock-screen.tsx')).LockScreen }));

/** The whole window. `onShown` is called once the first picture is made. */
export function App({ onShown }: { readonly onShown: () => void }) {
  const language = useAppState((state) => state.language);
  const isLocked = useAppState((state) => state.lock.kind === 'locked');
  const say = useLanguage();
  return (
    <Words value={say}>
      <I18nProvider locale={language}>
        <Boundary of={isLocked} otherwise={<WindowNotShown onShown={onShown} />}>
          {isLocked ? (
            <Suspense>
              <LockScreen onShown={onShown} />
            </Suspense>
          ) : (
            <Window onShown={onShown} />
          )}
        </Boundary>
      </I18nProvider>
    </Words>
  );
}

function Window({ onShown }: { readonly onShown: () => void }) {
  useLayoutEffect(onShown, [onShown]);
  return (
    <>
      <div className={styles.window}>
        <TitleRow />
        <ViewsPane />
        <main className={styles.list}>
          <ListHeader />
          <ServerList />
          {/* Below the list, so that no row moves when a message comes. */}
          <Messages />
        </main>
        <SessionAside />
        <StatusBar />
      </div>
      <Overlays />
    </>
  );
}

import { lazy, Suspense, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import styles from './app.module.css';
import { StatusBar } from './handoff/status-bar.tsx';
import { Boundary } from './problems/boundary.tsx';
import { Messages } from './problems/messages.tsx';
import { WindowNotShown } from './problems/not-shown.tsx';
import { ListHeader } from './profiles/list-header.tsx';
import { ServerList } from './profiles/server-list.tsx';
import { TitleRow } from './profiles/title-row.tsx';
import { ViewsPane } from './profiles/views-pane.tsx';
import { SessionAside } from './sessions/session-aside.tsx';
import { useAppState } from './state/app-state.ts';
import { useViewState } from './state/view-state.ts';
import { useLanguage, Words } from './words.ts';

const LockScreen = lazy(async () => ({ default: (await import('./store/lock-screen.tsx')).LockScreen }));
const StorageDialog = lazy(async () => ({
  default: (await import('./store/storage-dialog.tsx')).StorageDialog,
}));
const RowMenu = lazy(async () => ({ default: (await import('./profiles/row-menu.tsx')).RowMenu }));
const Dialogs = lazy(async () => ({ default: (await import('./dialogs.tsx')).Dialogs }));

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

/** What lies over the window: the menu of a row, a dialog, a question of main. */
function Overlays() {
  const menu = useViewState((state) => state.menu);
  const open = useViewState((state) => state.dialog !== null);
  const asked = useAppState((state) => state.storageAsked);
  return (
    <Suspense>
      {menu === null ? null : <RowMenu key={menu.profileId} {...menu} />}
      {open ? <Dialogs /> : null}
      {asked && !open ? <StorageDialog /> : null}
    </Suspense>
  );
}

import { lazy, Suspense, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import styles from './app.module.css';
import { StatusBar } from './handoff/status-bar.tsx';
import { ListHeader } from './profiles/list-header.tsx';
import { ServerList } from './profiles/server-list.tsx';
import { TitleRow } from './profiles/title-row.tsx';
import { ViewsPane } from './profiles/views-pane.tsx';
import { useAppState } from './state/app-state.ts';
import { useViewState } from './state/view-state.ts';

const Dialogs = lazy(async () => ({ default: (await import('./dialogs.tsx')).Dialogs }));

/** The whole window. `onShown` is called once the first picture is made. */
export function App({ onShown }: { readonly onShown: () => void }) {
  const language = useAppState((state) => state.language);
  useLayoutEffect(onShown, [onShown]);
  return (
    <I18nProvider locale={language}>
      <div className={styles.window}>
        <TitleRow />
        <ViewsPane />
        <main className={styles.list}>
          <ListHeader />
          <ServerList />
        </main>
        <StatusBar />
      </div>
      <OpenDialog />
    </I18nProvider>
  );
}

function OpenDialog() {
  const open = useViewState((state) => state.dialog !== null);
  return open ? (
    <Suspense>
      <Dialogs />
    </Suspense>
  ) : null;
}

import type { ReactNode } from 'react';
import { ScreenPane } from './components/layout/screen-frame.tsx';
import { JournalScreen } from './journal/journal-screen.tsx';
import { Notices } from './notices/notices.tsx';
import { ErrorBoundary } from './problems/error-boundary.tsx';
import { ScreenFailed } from './problems/render-failed.tsx';
import { AllServersScreen } from './remote-sessions/all-servers/all-servers-screen.tsx';
import { OverviewScreen } from './server-table/overview-screen.tsx';
import type { Screen } from './state/view-state.ts';

type OtherScreen = Exclude<Screen, 'servers'>;

const screens: { readonly [Name in OtherScreen]: () => ReactNode } = {
  overview: () => <OverviewScreen />,
  journal: () => <JournalScreen />,
  'all-sessions': () => <AllServersScreen />,
};

/** What fills the window beside the views instead of the list and the details. */
export function Screens({ screen }: { readonly screen: OtherScreen }) {
  return (
    <ScreenPane>
      <ErrorBoundary key={screen} resetKey={screen} fallback={<ScreenFailed />}>
        {screens[screen]()}
      </ErrorBoundary>
      <Notices />
    </ScreenPane>
  );
}

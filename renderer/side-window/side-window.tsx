import { type ReactNode, useLayoutEffect } from 'react';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import type { SideSubject } from '../../contract/windows/side-window.ts';
import { ClipboardStatus } from '../clipboard/clipboard-status.tsx';
import { EnvironmentBadge } from '../components/display/environment-badge.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { LastProblemNotice } from '../notices/notices.tsx';
import { PresentationStatus } from '../presentation/presentation-status.tsx';
import { ErrorBoundary } from '../problems/error-boundary.tsx';
import { DetailsFailed, ScreenFailed } from '../problems/render-failed.tsx';
import { SessionsTabs } from '../remote-sessions/sessions-tabs.tsx';
import { OverviewScreen } from '../server-table/overview-screen.tsx';
import { SessionPanel } from '../session-details/session-panel.tsx';
import { useAppState, useRow } from '../state/app-state.ts';
import styles from './side-window.module.css';

interface Props {
  readonly subject: SideSubject;
  /** Called after the first paint. */
  readonly onShown: () => void;
}

/** A side window: what it is for, the last problem, and what is on the clipboard. */
export function SideWindow({ subject, onShown }: Props) {
  const isPresenting = useAppState(({ settings }) => settings.presentation);
  useLayoutEffect(onShown, [onShown]);
  return (
    <div className={styles.window}>
      {subject.kind === 'overview' ? <Overview /> : <OfServer subject={subject} />}
      <LastProblemNotice />
      <footer className={styles.status} data-pane="status">
        <ClipboardStatus />
        {isPresenting ? <PresentationStatus /> : null}
      </footer>
    </div>
  );
}

function Overview() {
  return (
    <main className={styles.screen} data-pane="screen">
      <ErrorBoundary resetKey="overview" fallback={<ScreenFailed />}>
        <OverviewScreen />
      </ErrorBoundary>
    </main>
  );
}

function OfServer({ subject: { kind, profileId } }: { readonly subject: SideSubject }) {
  const row = useRow(profileId);
  // Main closes the window of a removed profile.
  if (row === undefined) return <main className={styles.screen} />;
  return (
    <ErrorBoundary resetKey={row} fallback={<DetailsFailed row={row} />}>
      {kind === 'details' ? <Details row={row} /> : <Sessions row={row} />}
    </ErrorBoundary>
  );
}

function Details({ row }: { readonly row: Row }): ReactNode {
  const t = useTranslate();
  return (
    <main className={styles.details} aria-label={t('session:label')} data-pane="session">
      <SessionPanel row={row} />
    </main>
  );
}

function Sessions({ row }: { readonly row: Row }): ReactNode {
  const t = useTranslate();
  const { name, userName, environment } = row.profile;
  const session = stableSession(row.session);
  return (
    <main className={styles.screen} data-pane="screen">
      <header className={styles.head}>
        <h2 className={styles.title}>{t('sessions:title', { name })}</h2>
        <span className={styles.user}>{userName}</span>
        {environment === 'none' ? null : (
          <EnvironmentBadge environment={environment}>
            {t(`window:environment.${environment}`)}
          </EnvironmentBadge>
        )}
      </header>
      {/* Another log-in sees other sessions. */}
      <SessionsTabs key={hasToken(session) ? session.fingerprint : ''} row={row} onClose={null} />
    </main>
  );
}

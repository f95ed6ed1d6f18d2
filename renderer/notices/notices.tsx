import { Suspense } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { describeProblem } from '../../contract/i18n/problem-text.ts';
import type { Notice } from '../../contract/state.ts';
import { NextStepButton } from '../actions/next-step-button.tsx';
import { bridge } from '../bridge.ts';
import { Banner } from '../components/display/banner.tsx';
import { lazyNamed } from '../components/lazy-named.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { newsOfUpdate } from '../state/update-news.ts';
import { describeClosedVault } from '../state/vault-status.ts';
import { type LastProblem, setViewState, showProblem, useViewState } from '../state/view-state.ts';
import { KeyringBanner } from '../vault/keyring-banner.tsx';
import { useKeyringWait } from '../vault/keyring-wait.ts';
import { describePolicyMistake } from './describe-policy-mistake.ts';
import { isOutageNotice, OutageBanner } from './outage-banner.tsx';

type FileNotice = Extract<Notice, { readonly file: string }>;

const VaultBanner = lazyNamed(() => import('../vault/vault-banner.tsx'), 'VaultBanner');

const UpdateNotice = lazyNamed(() => import('../updates/update-notice.tsx'), 'UpdateNotice');
const UpdatedNotice = lazyNamed(() => import('../updates/update-notice.tsx'), 'UpdatedNotice');

/** The messages below the list: a closed vault, notices, news of updates, and the last problem. */
export function Notices() {
  const notices = useAppState((state) => state.notices);
  return (
    <>
      <VaultNotice />
      {notices.map((notice) =>
        isOutageNotice(notice) ? (
          <OutageBanner key={notice.id} notice={notice} />
        ) : (
          <FileNoticeBanner key={notice.id} notice={notice} />
        ),
      )}
      <UpdateNotices />
      <LastProblemNotice />
    </>
  );
}

/** The last problem outside a dialog, until it is dismissed. */
export function LastProblemNotice() {
  const lastProblem = useViewState((state) => state.lastProblem);
  return lastProblem === null ? null : <ProblemBanner lastProblem={lastProblem} />;
}

function VaultNotice() {
  const storage = useAppState((state) => state.storage);
  const dismissed = useViewState((state) => state.dismissedVaultReason);
  const awaited = useKeyringWait();
  const closedVault = describeClosedVault(storage);
  // Not lazy: main, which serves the page, may be blocked by the keyring at this moment.
  if (awaited !== null) return <KeyringBanner awaited={awaited} closedVault={closedVault} />;
  return closedVault === null || closedVault.reason === dismissed ? null : (
    <Suspense>
      <VaultBanner closedVault={closedVault} />
    </Suspense>
  );
}

function UpdateNotices() {
  const updatedFrom = useAppState((state) => state.updatedFrom);
  const step = useAppState((state) => state.update.step);
  const dismissed = useViewState((state) => state.dismissedUpdate);
  const news = newsOfUpdate(step, dismissed);
  return (
    <Suspense>
      {updatedFrom === null ? null : <UpdatedNotice />}
      {news === null ? null : <UpdateNotice news={news} />}
    </Suspense>
  );
}

function FileNoticeBanner({ notice }: { readonly notice: FileNotice }) {
  const t = useTranslate();
  const mistake = notice.code === 'policy-broken' ? describePolicyMistake(t, notice) : '';
  return (
    <Banner
      tone="warn"
      title={t(`window:notices.${notice.code}.title`)}
      text={t(`window:notices.${notice.code}.text`, { keptAs: '', mistake, ...notice })}
      dismissLabel={t('window:dismiss')}
      onDismiss={() => void showProblem(null, bridge.dismissNotice({ noticeId: notice.id }))}
    />
  );
}

/** They say why nothing happened, and what would: nothing has gone wrong. */
const hints: ReadonlySet<Problem['code']> = new Set<Problem['code']>([
  ...(['order-not-manual', 'order-not-here', 'order-in-group', 'managed'] as const),
]);

function ProblemBanner({ lastProblem }: { readonly lastProblem: LastProblem }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const row = useRow(lastProblem.profileId);
  const profile = row?.profile;
  const { problem, profileId } = lastProblem;
  const text = describeProblem(t, problem, {
    name: profile?.name ?? lastProblem.name ?? '',
    userName: profile?.userName ?? lastProblem.userName ?? '',
    language,
    now: Date.now(),
    session: row?.session,
  });
  return (
    <Banner
      tone={hints.has(problem.code) ? 'info' : 'bad'}
      title={text.title}
      text={text.text}
      dismissLabel={t('window:dismiss')}
      onDismiss={() => setViewState({ lastProblem: null })}
    >
      {profileId === null ? null : <NextStepButton problem={problem} profileId={profileId} />}
    </Banner>
  );
}

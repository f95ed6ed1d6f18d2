import { lazy, Suspense } from 'react';
import type { Notice } from '../../contract/state.ts';
import { NextStepButton } from '../actions/next-step-button.tsx';
import { bridge } from '../bridge.ts';
import { Banner } from '../components/display/banner.tsx';
import { useWords } from '../i18n/translate.ts';
import { problemWords } from '../problems/problem-text.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { shutStore } from '../state/vault-status.ts';
import { report, show, type Trouble, useViewState } from '../state/view-state.ts';
import { KeyringBanner } from '../vault/keyring-banner.tsx';
import { useKeyringWait } from '../vault/keyring-wait.ts';
import { isAboutMany, ManyBanner } from './outage-banner.tsx';

type FileNotice = Extract<Notice, { readonly file: string }>;

const StoreBanner = lazy(async () => ({ default: (await import('../vault/vault-banner.tsx')).StoreBanner }));

/** What a person should know, below the list: a token store that is shut, news about the kept files, and what went wrong last. */
export function Messages() {
  const notices = useAppState((state) => state.notices);
  const trouble = useViewState((state) => state.trouble);
  return (
    <>
      <StoreMessage />
      {notices.map((notice) =>
        isAboutMany(notice) ? (
          <ManyBanner key={notice.id} notice={notice} />
        ) : (
          <NoticeBanner key={notice.id} notice={notice} />
        ),
      )}
      {trouble === null ? null : <TroubleBanner trouble={trouble} />}
    </>
  );
}

function StoreMessage() {
  const storage = useAppState((state) => state.storage);
  const dismissed = useViewState((state) => state.dismissedStore);
  const awaited = useKeyringWait();
  const shut = shutStore(storage);
  // Not loaded when it is needed: main, which would serve it, may stand still then.
  if (awaited !== null) return <KeyringBanner awaited={awaited} shut={shut} />;
  return shut === null || shut.reason === dismissed ? null : (
    <Suspense>
      <StoreBanner shut={shut} />
    </Suspense>
  );
}

function NoticeBanner({ notice }: { readonly notice: FileNotice }) {
  const t = useWords();
  return (
    <Banner
      tone="warn"
      title={t(`notices.${notice.code}.title`)}
      text={t(`notices.${notice.code}.text`, { keptAs: '', ...notice })}
      dismissLabel={t('window.dismiss')}
      onDismiss={() => void report(null, bridge.dismissNotice({ noticeId: notice.id }))}
    />
  );
}

function TroubleBanner({ trouble }: { readonly trouble: Trouble }) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const row = useRow(trouble.profileId);
  const profile = row?.profile;
  const { problem, profileId } = trouble;
  const words = problemWords(t, problem, {
    name: profile?.name ?? trouble.name ?? '',
    userName: profile?.userName ?? trouble.userName ?? '',
    language,
    now: Date.now(),
    session: row?.session,
  });
  return (
    <Banner
      tone="bad"
      title={words.title}
      text={words.text}
      dismissLabel={t('window.dismiss')}
      onDismiss={() => show({ trouble: null })}
    >
      {profileId === null ? null : <NextStepButton problem={problem} profileId={profileId} />}
    </Banner>
  );
}

import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Banner } from '../components/display/banner.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import type { NewsOfUpdate } from '../state/update-news.ts';
import { openDialog, setViewState } from '../state/view-state.ts';

/** Says below the list that a newer version is available or ready. */
export function UpdateNotice({ news }: { readonly news: NewsOfUpdate }) {
  const t = useTranslate();
  const { kind, version } = news;
  return (
    <Banner
      tone="info"
      title={t(`window:update.${kind}.title`, { version })}
      text={t(`window:update.${kind}.text`)}
      dismissLabel={t('window:dismiss')}
      onDismiss={() => setViewState({ dismissedUpdate: news.key })}
    >
      <Button onPress={() => openDialog({ kind: 'settings', section: 'updates' })}>
        {t('window:update.show')}
      </Button>
    </Banner>
  );
}

/** Says below the list that the app was updated, until the person has looked or dismissed it. */
export function UpdatedNotice() {
  const t = useTranslate();
  const version = useAppState((state) => state.appVersion);
  const dismiss = () => void bridge.dismissReleaseNotes();
  return (
    <Banner
      tone="info"
      title={t('window:update.updated.title', { version })}
      text={t('window:update.updated.text')}
      dismissLabel={t('window:dismiss')}
      onDismiss={dismiss}
    >
      <Button onPress={() => openDialog({ kind: 'about', tab: 'whats-new' })}>
        {t('window:update.updated.show')}
      </Button>
    </Banner>
  );
}

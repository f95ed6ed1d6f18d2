import type { Notice } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Banner } from '../components/display/banner.tsx';
import { useWords } from '../i18n/translate.ts';
import { sayNames } from '../session-details/rights/rights-text.ts';
import { report, show } from '../state/view-state.ts';

type ManyNotice = Extract<Notice, { readonly code: 'sessions-refused' | 'servers-unreachable' }>;

/** Is this notice about many servers at once? */
export function isAboutMany(notice: Notice): notice is ManyNotice {
  return notice.code === 'sessions-refused' || notice.code === 'servers-unreachable';
}

/** What befell many servers at once, in one line. */
export function ManyBanner({ notice }: { readonly notice: ManyNotice }) {
  const t = useWords();
  const { id, code, count, names } = notice;
  return (
    <Banner
      tone="warn"
      title={t(`notices.${code}.title`, { count })}
      text={t(`notices.${code}.text`, { names: sayNames(t, names, count) })}
      dismissLabel={t('window.dismiss')}
      onDismiss={() => void report(null, bridge.dismissNotice({ noticeId: id }))}
    >
      <Button onPress={() => show({ view: 'problems', search: '' })}>{t('checking.showThem')}</Button>
    </Banner>
  );
}

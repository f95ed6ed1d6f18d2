import type { Notice } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Banner } from '../components/display/banner.tsx';
import { formatNames } from '../i18n/format-names.ts';
import { useTranslate } from '../i18n/translate.ts';
import { setViewState, showProblem } from '../state/view-state.ts';

type OutageNotice = Extract<Notice, { readonly code: 'sessions-refused' | 'servers-unreachable' }>;

/** Whether this notice is about an outage. */
export function isOutageNotice(notice: Notice): notice is OutageNotice {
  return notice.code === 'sessions-refused' || notice.code === 'servers-unreachable';
}

/** An outage in one line. */
export function OutageBanner({ notice }: { readonly notice: OutageNotice }) {
  const t = useTranslate();
  const { id, code, count, names } = notice;
  return (
    <Banner
      tone="warn"
      title={t(`window:notices.${code}.title`, { count })}
      text={t(`window:notices.${code}.text`, { names: formatNames(t, names, count) })}
      dismissLabel={t('window:dismiss')}
      onDismiss={() => void showProblem(null, bridge.dismissNotice({ noticeId: id }))}
    >
      <Button onPress={() => setViewState({ view: 'problems', search: '' })}>
        {t('session:checks.showThem')}
      </Button>
    </Banner>
  );
}

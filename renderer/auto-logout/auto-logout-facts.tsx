import { toDuration } from '../../contract/core/durations.ts';
import { formatDateTime, formatDuration, formatMoment } from '../../contract/i18n/format-time.ts';
import { hasAutoLogout } from '../../contract/profiles/auto-logout.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { LinkButton } from '../components/buttons/button.tsx';
import { DescriptionItem, DescriptionList } from '../components/display/description-list.tsx';
import { Section } from '../components/layout/section.tsx';
import { describeAutoLogout } from '../i18n/format-auto-logout.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { openDialog } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './auto-logout.module.css';

/** When the app ends this session automatically, and the policy behind it. */
export function AutoLogoutFacts({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id: profileId, lease } = row.profile;
  return (
    <Section
      title={t('auto-logout:section')}
      actions={
        <>
          {hasAutoLogout(lease) ? null : <span className={styles.off}>{t('auto-logout:off')}</span>}
          <LinkButton onPress={() => openDialog({ kind: 'auto-logout', profileId })}>
            {t('auto-logout:change')}
          </LinkButton>
        </>
      }
    >
      {hasAutoLogout(lease) ? (
        <DescriptionList>
          <NextLogout row={row} />
          <DescriptionItem term={t('auto-logout:rule')}>
            {describeAutoLogout(t, lease).map((rule) => (
              <div key={rule}>{rule}</div>
            ))}
          </DescriptionItem>
        </DescriptionList>
      ) : null}
    </Section>
  );
}

function NextLogout({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const session = stableSession(row.session);
  const endsAt = hasToken(session) ? session.leaseEndsAt : null;
  const now = useNow(endsAt);
  if (endsAt === null) return null;
  const span = formatDuration(t, toDuration(endsAt - now));
  const moment = formatMoment(t, language, endsAt, now);
  return (
    <DescriptionItem term={t('auto-logout:next')} title={formatDateTime(language, endsAt)}>
      {endsAt <= now ? t('auto-logout:logsOutNow') : t('auto-logout:nextAt', { moment, span })}
    </DescriptionItem>
  );
}

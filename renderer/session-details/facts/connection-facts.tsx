import ShieldCheck from 'lucide-react/icons/shield-check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { formatDateTime, formatDay } from '../../../contract/i18n/format-time.ts';
import { isEncrypted, type Profile, type TlsTrust } from '../../../contract/profiles/profile.ts';
import { stableSession, type TokenSession } from '../../../contract/sessions/session.ts';
import type { Details, Row } from '../../../contract/state.ts';
import type { Translate } from '../../../contract/texts.ts';
import { CertificateFacts } from '../../certificate/certificate-facts.tsx';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { Fingerprint } from '../../components/display/fingerprint.tsx';
import { Disclosure } from '../../components/layout/disclosure.tsx';
import { Section } from '../../components/layout/section.tsx';
import { ClientCertificateDates } from '../../connection/client-certificate-card.tsx';
import { PinDates } from '../../connection/pin-dates.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import styles from './facts.module.css';
import { LiveChannelFact } from './live-channel-fact.tsx';
import { RemindersFact } from './reminders-fact.tsx';

interface Props {
  readonly row: Row;
  readonly details: Details | null;
  /** When it is next checked; null if that is told elsewhere. */
  readonly nextCheck: string | null;
}

/** Certificate, route, token, password and checks. */
export function ConnectionFacts({ row, details, nextCheck }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const session = stableSession(row.session);
  const certificate = details?.certificate ?? null;
  const way = details?.way ?? null;
  return (
    <Section title={t('session:connection')}>
      <DescriptionList>
        <DescriptionItem term={t('session:certificate')}>
          <Trust profile={row.profile} seen={certificate !== null} />
          {row.profile.tls.mode === 'pin' ? <PinDates tls={row.profile.tls} /> : null}
        </DescriptionItem>
        {row.profile.clientCertificate ? (
          <DescriptionItem term={t('connection:client.title')}>
            {row.profile.clientCertificate.subject}
            <ClientCertificateDates certificate={row.profile.clientCertificate} />
          </DescriptionItem>
        ) : null}
        {way === null ? null : (
          <DescriptionItem term={t('connection:route')}>
            {way.kind === 'direct'
              ? t('connection:routeDirect')
              : t(way.chosenBy === 'system' ? 'connection:routeProxySystem' : 'connection:routeProxy', {
                  proxy: way.proxy,
                })}
          </DescriptionItem>
        )}
        {session.phase === 'logged-out' ? null : <TokenFacts session={session} />}
        {row.passwordKept ? (
          <DescriptionItem term={t('vault:password.term')}>{t('vault:password.saved')}</DescriptionItem>
        ) : null}
        {nextCheck === null ? null : (
          <DescriptionItem term={t('session:checks.section')}>{nextCheck}</DescriptionItem>
        )}
        <LiveChannelFact row={row} />
        <RemindersFact row={row} />
      </DescriptionList>
      {certificate === null ? null : (
        <Disclosure title={t('session:certificateDetails')}>
          <CertificateFacts certificate={certificate} language={language} />
          <div className={styles.print}>
            <span>{t('session:fingerprint')}</span>
            <Fingerprint hex={certificate.fingerprint} copyLabel={t('connection:copyFingerprint')} />
          </div>
        </Disclosure>
      )}
    </Section>
  );
}

function Trust({ profile, seen }: { readonly profile: Profile; readonly seen: boolean }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  if (!isEncrypted(profile.address))
    return (
      <span className={styles.trust} data-safe="no">
        <TriangleAlert size={14} />
        {t('session:noTls')}
      </span>
    );
  if (profile.tls.mode === 'system' && !seen) return t('session:notYetSeen');
  return (
    <span className={styles.trust} data-safe="yes">
      <ShieldCheck size={14} />
      {describeTrust(t, language, profile.tls)}
    </span>
  );
}

function describeTrust(t: Translate, language: string, tls: TlsTrust): string {
  if (tls.mode === 'system') return t('session:trustedBySystem');
  const day = formatDay(language, tls.trustedAt);
  return tls.mode === 'ca' ? t('connection:trustedByAuthority', { day }) : t('session:pinnedOn', { day });
}

function TokenFacts({ session }: { readonly session: TokenSession }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { fingerprint, secret, loggedInAt, wayIn } = session;
  return (
    <>
      <DescriptionItem term={t('session:token')}>
        <code className={styles.code}>{fingerprint.replace(/^(.{4})/, '$1 ')}</code>{' '}
        {t('session:tokenFingerprint')}
        {/* Saving takes milliseconds; the line keeps its height meanwhile. */}
        <div className={styles.place}>
          {secret === 'saving' ? '\u00a0' : t(`session:secretPlace.${secret}`)}
        </div>
      </DescriptionItem>
      <DescriptionItem term={t('session:loggedIn')} title={formatDateTime(language, loggedInAt)}>
        {formatDay(language, loggedInAt)}
      </DescriptionItem>
      <DescriptionItem term={t('login:face.method')}>{t(`login:face.methods.${wayIn}`)}</DescriptionItem>
    </>
  );
}

import type { EpochMs } from '../../contract/core/time.ts';
import { formatDay } from '../../contract/i18n/format-time.ts';
import type { ClientCertificate } from '../../contract/profiles/profile.ts';
import type { Translate } from '../../contract/texts.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './connection.module.css';

/** How long before its end a client certificate is said to expire, in ms. */
const soonMs = 30 * 24 * 3600 * 1000;

/** Subject, issuer and validity of a client certificate. */
export function ClientCertificateCard({ certificate }: { readonly certificate: ClientCertificate }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const [from, to] = [formatDay(language, certificate.validFrom), formatDay(language, certificate.validTo)];
  return (
    <div className={styles.card}>
      <p className={styles.subject}>{certificate.subject}</p>
      <p className={styles.hint}>{t('connection:client.issuedBy', { issuer: certificate.issuer })}</p>
      <p className={styles.hint}>{t('connection:validFor', { from, to })}</p>
      <ClientCertificateDates certificate={certificate} />
    </div>
  );
}

/** Warns that a client certificate has expired, or soon will. */
export function ClientCertificateDates({ certificate }: { readonly certificate: ClientCertificate }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const now = useNow(certificate.validTo);
  const text = describeEnd(t, language, certificate.validTo, now);
  return text === null ? null : <p className={styles.dated}>{text}</p>;
}

function describeEnd(t: Translate, language: string, validTo: EpochMs, now: EpochMs): string | null {
  const day = formatDay(language, validTo);
  if (now > validTo) return t('connection:client.expired', { day });
  return validTo - now < soonMs ? t('connection:client.expiresSoon', { day }) : null;
}

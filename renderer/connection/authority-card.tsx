import type { CertificateFacts } from '../../contract/core/certificate.ts';
import { formatDay } from '../../contract/i18n/format-time.ts';
import { Fingerprint } from '../components/display/fingerprint.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './connection.module.css';

/** The details of a CA, for comparison before it is trusted. */
export function AuthorityCard({ authority }: { readonly authority: CertificateFacts }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const [from, to] = [formatDay(language, authority.validFrom), formatDay(language, authority.validTo)];
  return (
    <div className={styles.card}>
      <p className={styles.subject}>{authority.subject}</p>
      <p className={styles.hint}>{t('connection:validFor', { from, to })}</p>
      <p className={styles.hint}>{t('connection:authorityPrint')}</p>
      <Fingerprint hex={authority.fingerprint} copyLabel={t('connection:copyFingerprint')} />
    </div>
  );
}

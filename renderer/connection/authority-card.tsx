import type { CertificateFacts } from '../../contract/certificate.ts';
import { Fingerprint } from '../parts/fingerprint.tsx';
import { sayDay } from '../sessions/time-words.ts';
import { useAppState } from '../state/app-state.ts';
import { useWords } from '../words.ts';
import styles from './connection.module.css';

/** What a person compares before an authority is trusted. */
export function AuthorityCard({ authority }: { readonly authority: CertificateFacts }) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const [from, to] = [sayDay(language, authority.validFrom), sayDay(language, authority.validTo)];
  return (
    <div className={styles.card}>
      <p className={styles.subject}>{authority.subject}</p>
      <p className={styles.hint}>{t('connection.validFor', { from, to })}</p>
      <p className={styles.hint}>{t('connection.authorityPrint')}</p>
      <Fingerprint hex={authority.fingerprint} />
    </div>
  );
}

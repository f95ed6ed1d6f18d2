import LockOpen from 'lucide-react/icons/lock-open';
import { useTranslate } from '../i18n/translate.ts';
import styles from './connection.module.css';

/** Whether this address, as typed, means unencrypted HTTP. */
export function isPlainHttp(address: string): boolean {
  return /^\s*http:/i.test(address);
}

/** Warns before a password is typed that it would be sent unencrypted; nothing for an https address. */
export function PlainHttpWarning({ address }: { readonly address: string }) {
  const t = useTranslate();
  if (!isPlainHttp(address)) return null;
  return (
    <p className={styles.warning} role="note">
      <LockOpen size={14} />
      {t('forms:probe.plainHttp')}
    </p>
  );
}

/** The permanent mark of a server without encryption. */
export function PlainHttpMark({ origin }: { readonly origin: string }) {
  const t = useTranslate();
  if (!isPlainHttp(origin)) return null;
  return (
    <span className={styles.mark} title={t('connection:plainHttpRow')}>
      <LockOpen size={13} aria-hidden />
      <span className="unseen">{t('connection:plainHttp')}</span>
    </span>
  );
}

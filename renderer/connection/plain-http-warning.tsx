import LockOpen from 'lucide-react/icons/lock-open';
import { useTranslate } from '../i18n/translate.ts';
import styles from './connection.module.css';

/** Does this address, as typed, stand for a server that nothing is encrypted to? */
export function isPlainHttp(address: string): boolean {
  return /^\s*http:/i.test(address);
}

/** Says plainly, before a password is typed, that it would travel in the clear; nothing for an encrypted address. */
export function PlainHttpWarning({ address }: { readonly address: string }) {
  const t = useTranslate();
  if (!isPlainHttp(address)) return null;
  return (
    <div className={styles.warning} role="note">
      <LockOpen size={16} />
      <p>
        <b>{t('connection.plainHttp')}.</b> {t('connection.plainHttpText')}
      </p>
    </div>
  );
}

/** The lasting mark of a server that nothing is encrypted to. */
export function PlainHttpMark({ origin }: { readonly origin: string }) {
  const t = useTranslate();
  if (!isPlainHttp(origin)) return null;
  return (
    <span className={styles.mark} title={t('connection.plainHttpRow')}>
      <LockOpen size={13} aria-hidden />
      <span className={styles.unseen}>{t('connection.plainHttp')}</span>
    </span>
  );
}

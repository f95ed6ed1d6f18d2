import CalendarX from 'lucide-react/icons/calendar-x';
import type { TlsTrust } from '../../contract/profiles/profile.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './connection.module.css';
import { describePinProblem } from './pin-dates.tsx';

/** The mark of a server whose pinned certificate is outside its validity, with a tooltip. */
export function PinMark({ tls }: { readonly tls: TlsTrust }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const now = useNow(tls.mode === 'pin' ? (tls.dates?.validTo ?? null) : null);
  const text = describePinProblem(t, language, tls, now);
  if (text === undefined) return null;
  return (
    <span className={styles.mark} data-warn title={text}>
      <CalendarX size={13} aria-hidden />
      <span className="unseen">{text}</span>
    </span>
  );
}

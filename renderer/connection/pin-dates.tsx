import type { EpochMs } from '../../contract/core/time.ts';
import { formatDay } from '../../contract/i18n/format-time.ts';
import type { Pin, TlsTrust } from '../../contract/profiles/profile.ts';
import type { Translate } from '../../contract/texts.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './connection.module.css';

/** The text about a pinned certificate outside its validity; undefined if there is none. */
export function describePinProblem(
  t: Translate,
  language: string,
  tls: TlsTrust,
  now: EpochMs,
): string | undefined {
  const problem = pinProblem(tls, now);
  if (problem === null || tls.mode !== 'pin' || tls.dates === undefined) return undefined;
  const { validFrom, validTo } = tls.dates;
  return problem === 'expired'
    ? t('connection:pinExpired', { day: formatDay(language, validTo) })
    : t('connection:pinNotYet', { day: formatDay(language, validFrom) });
}

/** The warning about a pinned certificate outside its validity. */
export function PinDates({ tls }: { readonly tls: Pin }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const now = useNow(tls.dates?.validTo ?? null);
  const text = describePinProblem(t, language, tls, now);
  return text === undefined ? null : <p className={styles.dated}>{text}</p>;
}

/** Whether a pinned certificate is outside its validity. It is still accepted, so this has to be visible. */
function pinProblem(tls: TlsTrust, now: EpochMs): 'expired' | 'not-yet-valid' | null {
  if (tls.mode !== 'pin' || tls.dates === undefined) return null;
  if (now > tls.dates.validTo) return 'expired';
  return now < tls.dates.validFrom ? 'not-yet-valid' : null;
}

import type { EpochMs } from '../../contract/core/time.ts';
import type { Pin, TlsTrust } from '../../contract/profiles/profile.ts';
import { formatDay } from '../i18n/format-time.ts';
import { type Translate, useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './connection.module.css';

/** What to say about a pinned certificate that is out of its dates; undefined if there is nothing to say. */
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
    ? t('connection.pinExpired', { day: formatDay(language, validTo) })
    : t('connection.pinNotYet', { day: formatDay(language, validFrom) });
}

/** The warning that a pinned certificate is out of its dates; nothing while it is not. */
export function PinDates({ tls }: { readonly tls: Pin }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const now = useNow(tls.dates?.validTo ?? null);
  const text = describePinProblem(t, language, tls, now);
  return text === undefined ? null : <p className={styles.dated}>{text}</p>;
}

/** Is a pinned certificate out of its dates? It is still accepted, so it has to be said wherever it shows. */
export function pinProblem(tls: TlsTrust, now: EpochMs): 'expired' | 'not-yet-valid' | null {
  if (tls.mode !== 'pin' || tls.dates === undefined) return null;
  if (now > tls.dates.validTo) return 'expired';
  return now < tls.dates.validFrom ? 'not-yet-valid' : null;
}

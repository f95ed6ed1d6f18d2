import type { EpochMs } from '../../contract/core/time.ts';
import type { Pin, TlsTrust } from '../../contract/profiles/profile.ts';
import { type Say, sayDay } from '../i18n/format-time.ts';
import { useWords } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './connection.module.css';

/** What to say about a pinned certificate that is out of its dates; undefined if there is nothing to say. */
export function sayPinTrouble(t: Say, language: string, tls: TlsTrust, now: EpochMs): string | undefined {
  const trouble = pinTrouble(tls, now);
  if (trouble === null || tls.mode !== 'pin' || tls.dates === undefined) return undefined;
  const { validFrom, validTo } = tls.dates;
  return trouble === 'expired'
    ? t('connection.pinExpired', { day: sayDay(language, validTo) })
    : t('connection.pinNotYet', { day: sayDay(language, validFrom) });
}

/** The warning that a pinned certificate is out of its dates; nothing while it is not. */
export function PinDates({ tls }: { readonly tls: Pin }) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const now = useNow(tls.dates?.validTo ?? null);
  const words = sayPinTrouble(t, language, tls, now);
  return words === undefined ? null : <p className={styles.dated}>{words}</p>;
}

/** Is a pinned certificate out of its dates? It is still accepted, so it has to be said wherever it shows. */
export function pinTrouble(tls: TlsTrust, now: EpochMs): 'expired' | 'not-yet-valid' | null {
  if (tls.mode !== 'pin' || tls.dates === undefined) return null;
  if (now > tls.dates.validTo) return 'expired';
  return now < tls.dates.validFrom ? 'not-yet-valid' : null;
}

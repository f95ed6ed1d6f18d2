import { toDuration } from '../../contract/core/durations.ts';
import { formatDuration } from '../../contract/i18n/format-time.ts';
import type { NextCheck } from '../../contract/sessions/checking.ts';
import type { Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useNow } from '../time/clock.ts';

/** When a session is next checked automatically, or why not; null without a session. */
export function useNextCheck(row: Row): string | null {
  const t = useTranslate();
  const { nextCheck } = row;
  // Seconds are counted only for retries, which somebody may be waiting for.
  const now = useNow(nextCheck.kind === 'at' && nextCheck.failures > 0 ? nextCheck.at : null);
  // During a log-in or log-out the schedule of the previous session is irrelevant.
  const isChanging = row.session.phase === 'logging-in' || row.session.phase === 'logging-out';
  if (isChanging || (nextCheck.kind === 'not' && nextCheck.why === 'no-session')) return null;
  // An empty line during a check keeps the layout.
  if (row.checking) return '\u00a0';
  return describeNextCheck(t, nextCheck, now);
}

/** "Next check in 4 min", "Retrying in 2 min (attempt 3)", "Automatic checks off: …". */
function describeNextCheck(t: Translate, next: NextCheck, now: number): string {
  if (next.kind === 'not') return t(`session:checks.why.${next.why}`);
  const left = next.at - now;
  const span = formatDuration(t, toDuration(left));
  const attempt = next.failures + 1;
  if (next.failures > 0)
    return left <= 0
      ? t('session:checks.againSoon', { attempt })
      : t('session:checks.again', { span, attempt });
  return left < 60_000 ? t('session:checks.soon') : t('session:checks.next', { span });
}

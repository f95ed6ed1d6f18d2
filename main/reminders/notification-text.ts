import { toDuration } from '../../contract/core/durations.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Language } from '../../contract/settings.ts';
import { loadTexts, type Translate } from '../i18n/load-texts.ts';

/** What a notification of the system says. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** What a notification tells of: when sessions end or have ended, and nothing else of them. */
export interface ToldEnds {
  readonly ends: readonly EpochMs[];
  readonly now: EpochMs;
  /** Asked last, since the window may be locked while the texts are loaded. */
  readonly isLocked: () => boolean;
}

/** The text of a notification in a language. */
export async function notificationText(language: Language, told: ToldEnds): Promise<NotificationText> {
  return writeText(await loadTexts(language, 'reminders', 'time'), told);
}

// SECURITY: desktops keep notifications and show them over a locked screen, so no text names a server, a user or an
// address (0049).
function writeText(t: Translate<'reminders' | 'time'>, { ends, now, isLocked }: ToldEnds): NotificationText {
  // SECURITY: a locked window tells nothing, not even how many servers there are (0011).
  if (isLocked()) return { title: t('reminders:locked'), body: '' };
  const ahead = ends.filter((end) => end > now);
  const over = ends.length - ahead.length;
  if (ahead.length === 0) return { title: t('reminders:over', { count: over }), body: '' };
  const span = formatSpan(t, Math.min(...ahead) - now);
  const first = t(ends.length === 1 ? 'reminders:only' : 'reminders:first', { span });
  return {
    title: t('reminders:soon', { count: ends.length }),
    body: over === 0 ? first : `${t('reminders:already', { count: over })} ${first}`,
  };
}

function formatSpan(t: Translate<'reminders' | 'time'>, ms: number): string {
  const span = toDuration(ms);
  switch (span.unit) {
    case 'days':
      return t('time:span.days', { count: span.days });
    case 'hours':
      return t('time:span.hours', { hours: span.hours });
    case 'minutes':
      return t('time:span.minutes', { minutes: span.minutes });
    case 'seconds':
      return t('time:span.seconds', { seconds: span.seconds });
  }
}

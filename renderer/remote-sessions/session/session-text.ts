import type { EpochMs } from '../../../contract/core/time.ts';
import { formatAgo, formatMoment, formatShortMoment } from '../../../contract/i18n/format-time.ts';
import type { RemoteSession } from '../../../contract/sessions/remote-sessions.ts';
import type { Translate } from '../../../contract/texts.ts';
import { shortDeviceId } from './session-list.ts';

/** The texts of a session. */
export interface SessionText {
  readonly device: string;
  /** The owner; empty for a session of another app. */
  readonly mark: string;
  /** The ID of the device, shortened. */
  readonly id: string;
  readonly user: string;
  readonly place: string;
  readonly state: string;
  readonly since: string;
  readonly seen: string;
}

/** The texts of a session. */
export function describeSession(
  t: Translate,
  session: RemoteSession,
  language: string,
  now: EpochMs,
): SessionText {
  const { createdAt, lastSeenAt } = session;
  const id = shortDeviceId(session.deviceId);
  const state = t(`sessions:states.${session.status ?? 'unknown'}`);
  return {
    device: session.device || id || t('sessions:nameless'),
    mark: session.mark === 'other-app' ? '' : t(`sessions:marks.${session.mark}`),
    id,
    user: session.userName,
    place: [session.ip, session.device === '' ? '' : id, session.mobile ? t('sessions:mobile') : '']
      .filter(Boolean)
      .join(' · '),
    state: session.active ? state : t('sessions:unfinished'),
    since:
      createdAt === null
        ? t('sessions:noDates')
        : t('sessions:since', { moment: formatMoment(t, language, createdAt, now) }),
    seen:
      lastSeenAt === null ? '' : t('sessions:seen', { ago: formatAgo(t, Math.min(lastSeenAt, now), now) }),
  };
}

/** When a session began; a dash if the server did not say. */
export function formatCreated({ createdAt }: RemoteSession, language: string, now: EpochMs): string {
  return createdAt === null ? '—' : formatShortMoment(language, createdAt, now);
}

/** The accessible name of a session. */
export function sessionLabel({ device, mark, user, place, state, since }: SessionText): string {
  return [device, mark, user, state, since, place].filter(Boolean).join(', ');
}

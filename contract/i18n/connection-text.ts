import type { Problem } from '../core/problem.ts';
import type { EpochMs } from '../core/time.ts';
import type { Translate } from '../texts.ts';
import { formatDateTime, formatDay } from './format-time.ts';

interface TextContext {
  readonly language: string;
  readonly now: EpochMs;
}

/** The validity of a certificate, compared with this computer's clock. */
export function certificateDates(
  { validFrom, validTo }: { readonly validFrom: EpochMs; readonly validTo: EpochMs },
  { language, now }: TextContext,
) {
  return {
    from: formatDay(language, validFrom),
    to: formatDay(language, validTo),
    now: formatDateTime(language, now),
  };
}

/** Why a certificate is not trusted, in whole sentences; with its validity if that is the reason. */
export function describeDistrust(
  t: Translate,
  problem: Extract<Problem, { readonly code: 'certificate-untrusted' }>,
  when: TextContext,
): readonly string[] {
  const { reason, certificate } = problem;
  const because = t(`problems:reasons.distrust.${reason}`);
  if (reason !== 'expired' && reason !== 'not-yet-valid') return [because];
  return [because, t('connection:dates', certificateDates(certificate, when))];
}

/** What the status of a proxy's answer means. */
export function proxyHint(status: number): 'unreachable' | 'forbidden' | 'other' {
  if (status >= 500) return 'unreachable';
  return status === 403 || status === 405 ? 'forbidden' : 'other';
}

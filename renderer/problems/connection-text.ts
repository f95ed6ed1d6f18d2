import type { ProxyProblem } from '../../contract/core/connection-problem.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { formatDateTime, formatDay } from '../i18n/format-time.ts';
import type { Translate } from '../i18n/translate.ts';

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

/** Why a certificate is not trusted; with its validity if that is the reason. */
export function describeDistrust(
  t: Translate,
  problem: Extract<Problem, { readonly code: 'certificate-untrusted' }>,
  when: TextContext,
): string {
  const { reason, certificate } = problem;
  const because = t(`reasons.distrust.${reason}`);
  if (reason !== 'expired' && reason !== 'not-yet-valid') return because;
  return `${because}. ${t('connection.dates', certificateDates(certificate, when)).replace(/\.$/, '')}`;
}

/** The proxy, who chose it, and what its answer means. */
export function describeProxyProblem(
  t: Translate,
  problem: Exclude<ProxyProblem, { readonly code: 'proxy-settings-strange' }>,
): Readonly<Record<string, string>> {
  const { proxy, chosenBy } = problem;
  return {
    proxyIs: t(`reasons.proxyIs.${chosenBy}`, { proxy }),
    because: problem.code === 'proxy-unreachable' ? t(`reasons.proxy.${problem.reason}`) : '',
    schemes: problem.code === 'proxy-wants-login' ? problem.schemes.join(', ') || '?' : '',
    hint: problem.code === 'proxy-refused' ? t(`reasons.proxyHint.${proxyHint(problem.status)}`) : '',
  };
}

function proxyHint(status: number): 'unreachable' | 'forbidden' | 'other' {
  if (status >= 500) return 'unreachable';
  return status === 403 || status === 405 ? 'forbidden' : 'other';
}

import type { Problem } from '../../contract/core/problem.ts';
import { formatExactDuration } from '../../contract/i18n/format-time.ts';
import { describeProblem } from '../../contract/i18n/problem-text.ts';
import type { ProbeResult } from '../../contract/profiles/probe.ts';
import { addressText } from '../../contract/profiles/profile.ts';
import type { AuthType, ServerInfo } from '../../contract/profiles/server-info.ts';
import type { Translate } from '../../contract/texts.ts';

/** A message about an address; a warning has to be read before typing on. */
export interface ProbeMessage {
  readonly text: string;
  readonly isWarning: boolean;
}

/** The texts of a probe: one line, further messages in order of importance, and an address to use instead. */
export interface ProbeText {
  readonly headline: string;
  readonly isGood: boolean;
  readonly more: readonly ProbeMessage[];
  readonly offer: string | null;
}

/** "FindFace Multi · password · sessions last 180 days · certificate verified", and the rest. */
export function describeProbeResult(t: Translate, finding: ProbeResult, typed: string): ProbeText {
  const { address, completesTyped, elsewhere, server } = finding;
  const found = addressText(address);
  const isAsTyped = typed.trim().replace(/\/+$/, '').toLowerCase() === found;
  const parts =
    server === null ? [] : [formatLoginMethod(t, server.authType), formatSessionLength(t, server)];
  const headline = [t('forms:probe.product'), ...parts, describeCertificate(t, finding)]
    .filter(Boolean)
    .join(' · ');
  const more = [
    warning(completesTyped ? '' : t('forms:probe.notAsTyped')),
    warning(finding.certificate === null ? t('forms:probe.plainHttp') : ''),
    warning(server === null ? '' : describeFaceWarning(t, server)),
    note(server?.activeDirectory ? t('forms:probe.activeDirectory') : ''),
    note(server === null ? t('forms:probe.saysNothing') : ''),
    note(elsewhere === null ? '' : t('forms:probe.elsewhere', { address: addressText(elsewhere) })),
    note(completesTyped && !isAsTyped ? t('forms:probe.at', { address: found }) : ''),
  ];
  const offered = completesTyped ? elsewhere : address;
  return {
    headline,
    // What is not encrypted gets no tick.
    isGood: finding.certificate !== null,
    more: more.filter(({ text }) => text !== ''),
    offer: offered === null ? null : addressText(offered),
  };
}

/** Why a probe failed, in one line. */
export function describeProbeProblem(t: Translate, problem: Problem, typed: string): ProbeText {
  return {
    headline: problemLine(t, problem, typed),
    isGood: false,
    more: [],
    offer: problem.code === 'redirected' && isSameHost(problem.host, problem.to) ? problem.to : null,
  };
}

/** The login method in one to three words. */
export function formatLoginMethod(t: Translate, authType: AuthType | null): string {
  return authType === null ? t('forms:probe.otherAuth') : t(`forms:probe.auth.${authType}`);
}

function formatSessionLength(t: Translate, { sessionSeconds }: ServerInfo): string {
  if (sessionSeconds === null) return '';
  return t('forms:probe.sessionsLast', { span: formatExactDuration(t, sessionSeconds) });
}

function describeCertificate(t: Translate, { certificate }: ProbeResult): string {
  if (certificate === null) return '';
  if (certificate.judgedBy === 'system') return t('forms:probe.certificate.verified');
  const { issuer, subject } = certificate.facts;
  return t(issuer === subject ? 'forms:probe.certificate.selfSigned' : 'forms:probe.certificate.trusted');
}

function describeFaceWarning(t: Translate, { authType }: ServerInfo): string {
  if (authType === null) return t('forms:probe.unknownAuth');
  if (authType === 'face') return t('forms:probe.face');
  return authType === 'face_and_password' ? t('forms:probe.faceAndPassword') : '';
}

function problemLine(t: Translate, problem: Problem, typed: string): string {
  switch (problem.code) {
    case 'server-unreachable':
      return t(`problems:reasons.unreachable.${problem.reason}`, { host: problem.host });
    case 'no-answer-in-time':
      return t('forms:probe.noAnswer', { host: problem.host, seconds: problem.seconds });
    case 'certificate-untrusted':
      return [t(`problems:reasons.distrust.${problem.reason}`), t('forms:probe.untrusted')].join(' ');
    case 'certificate-changed':
      return t('forms:probe.changed');
    case 'not-findface':
      return t('forms:probe.notFindFace', { host: problem.host });
    case 'redirected':
      return t('forms:probe.redirected', { host: problem.host, to: problem.to });
    default:
      return describeProblem(t, problem, { name: typed.trim(), userName: '', language: 'en', now: 0 }).text;
  }
}

function isSameHost(host: string, to: string): boolean {
  const withoutPort = (text: string): string => text.replace(/^https?:\/\//, '').replace(/:\d+$/, '');
  return /^https?:/.test(to) && withoutPort(host) === withoutPort(to);
}

const note = (text: string): ProbeMessage => ({ text, isWarning: false });
const warning = (text: string): ProbeMessage => ({ text, isWarning: true });

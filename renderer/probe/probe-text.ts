import type { Problem } from '../../contract/core/problem.ts';
import type { Finding } from '../../contract/profiles/probe.ts';
import { addressText } from '../../contract/profiles/profile.ts';
import type { AuthType, ServerFacts } from '../../contract/profiles/server-info.ts';
import { type Say, sayLength } from '../i18n/format-time.ts';
import { problemWords } from '../problems/problem-text.ts';

/** One thing to say about an address; a warning is to be read before anything else is typed. */
export interface ProbeLine {
  readonly text: string;
  readonly isWarning: boolean;
}

/** What a probe has to say: its one line, what else is worth knowing, the most important first, and an address to take instead. */
export interface ProbeWords {
  readonly headline: string;
  readonly isGood: boolean;
  readonly more: readonly ProbeLine[];
  readonly offer: string | null;
}

/** "FindFace Multi · password · sessions last 180 days · certificate verified", and the rest. */
export function sayFinding(t: Say, finding: Finding, typed: string): ProbeWords {
  const { address, completesTyped, elsewhere, server } = finding;
  const found = addressText(address);
  const isAsTyped = typed.trim().replace(/\/+$/, '').toLowerCase() === found;
  const parts = server === null ? [] : [sayAuth(t, server.authType), saySessions(t, server)];
  const headline = [t('probe.product'), ...parts, sayCertificate(t, finding)].filter(Boolean).join(' · ');
  const more = [
    warning(completesTyped ? '' : t('probe.notAsTyped', { address: found })),
    warning(finding.certificate === null ? t('probe.plainHttp') : ''),
    warning(server === null ? '' : sayWarning(t, server)),
    note(server?.activeDirectory ? t('probe.activeDirectory') : ''),
    note(server === null ? t('probe.saysNothing') : ''),
    note(elsewhere === null ? '' : t('probe.elsewhere', { address: addressText(elsewhere) })),
    note(completesTyped && !isAsTyped ? t('probe.at', { address: found }) : ''),
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

/** Why nothing is known about an address, in one line. */
export function sayTrouble(t: Say, problem: Problem, typed: string): ProbeWords {
  return {
    headline: troubleText(t, problem, typed),
    isGood: false,
    more: [],
    offer: problem.code === 'redirected' && isSameHost(problem.host, problem.to) ? problem.to : null,
  };
}

/** How people log in, in one or three words. */
export function sayAuth(t: Say, authType: AuthType | null): string {
  return authType === null ? t('probe.otherAuth') : t(`probe.auth.${authType}`);
}

function saySessions(t: Say, { sessionSeconds }: ServerFacts): string {
  if (sessionSeconds === null) return '';
  return t('probe.sessionsLast', { span: sayLength(t, sessionSeconds) });
}

function sayCertificate(t: Say, { certificate }: Finding): string {
  if (certificate === null) return '';
  if (certificate.judgedBy === 'system') return t('probe.certificate.verified');
  const { issuer, subject } = certificate.facts;
  return t(issuer === subject ? 'probe.certificate.selfSigned' : 'probe.certificate.trusted');
}

function sayWarning(t: Say, { authType }: ServerFacts): string {
  if (authType === null) return t('probe.unknownAuth');
  if (authType === 'face') return t('probe.face');
  return authType === 'face_and_password' ? t('probe.faceAndPassword') : '';
}

function troubleText(t: Say, problem: Problem, typed: string): string {
  switch (problem.code) {
    case 'server-unreachable':
      return t(`reasons.unreachable.${problem.reason}`, { host: problem.host });
    case 'no-answer-in-time':
      return t('probe.noAnswer', { host: problem.host, seconds: problem.seconds });
    case 'certificate-untrusted':
      return t('probe.untrusted', { because: t(`reasons.distrust.${problem.reason}`) });
    case 'certificate-changed':
      return t('probe.changed');
    case 'not-findface':
      return t('probe.notFindFace', { host: problem.host });
    case 'redirected':
      return t('probe.redirected', { host: problem.host, to: problem.to });
    default:
      return problemWords(t, problem, { name: typed.trim(), userName: '', language: 'en', now: 0 }).text;
  }
}

function isSameHost(host: string, to: string): boolean {
  const withoutPort = (text: string): string => text.replace(/^https?:\/\//, '').replace(/:\d+$/, '');
  return /^https?:/.test(to) && withoutPort(host) === withoutPort(to);
}

const note = (text: string): ProbeLine => ({ text, isWarning: false });
const warning = (text: string): ProbeLine => ({ text, isWarning: true });

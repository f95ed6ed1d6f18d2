import type { Problem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { hasToken, type Session, stableSession } from '../../contract/sessions/session.ts';
import { replaceWord } from '../../contract/vault.ts';
import { formatMoment } from '../i18n/format-time.ts';
import type { Translate } from '../i18n/translate.ts';
import { certificateDates, describeDistrust, describeProxyProblem } from './connection-text.ts';

/** The server and user that a problem is about. */
export interface ProblemContext {
  readonly name: string;
  readonly userName: string;
  readonly language: string;
  readonly now: EpochMs;
  /** The session, if the person did not ask to end it; an existing one is said to be unchanged. */
  readonly session?: Session | undefined;
}

/** The text of a problem: what failed, for which server and user, and what to do. */
export interface ProblemText {
  readonly title: string;
  readonly text: string;
}

/** The text of a problem. */
export function describeProblem(t: Translate, problem: Problem, where: ProblemContext): ProblemText {
  const values = {
    ...problem,
    name: where.name,
    user: where.userName,
    untouched: where.session && hasToken(stableSession(where.session)) ? t('fixes.untouched') : '',
    ...placeholders(t, problem, where),
  };
  return {
    title: t(`problems.${problem.code}.title`),
    text: [t(`problems.${problem.code}.text`, values), extraSentence(t, problem)]
      .join(' ')
      .replace(/ {2,}/g, ' ')
      .trim(),
  };
}

/** The placeholders of problems with values of their own. */
function placeholders(
  t: Translate,
  problem: Problem,
  where: ProblemContext,
): Readonly<Record<string, string>> {
  const moment = (at: EpochMs): string => formatMoment(t, where.language, at, where.now);
  switch (problem.code) {
    case 'server-unreachable':
      return { because: t(`reasons.unreachable.${problem.reason}`, { host: problem.host }) };
    case 'certificate-untrusted':
      return { because: describeDistrust(t, problem, where) };
    case 'authority-out-of-date':
      return certificateDates(problem, where);
    case 'proxy-unreachable':
    case 'proxy-wants-login':
    case 'proxy-refused':
    case 'proxy-strange':
      return describeProxyProblem(t, problem);
    case 'keyring-not-open':
      return { because: t(`reasons.keyring.${problem.reason}`) };
    case 'password-not-kept':
      return { because: t(`reasons.keep.${problem.reason}`) };
    case 'face-not-offered':
      return { because: t(`reasons.face.${problem.what}`) };
    case 'video-refused':
      return { because: t(`reasons.video.${problem.reason}`) };
    case 'camera-failed':
      return { because: t(`reasons.camera.${problem.reason}`) };
    case 'token-of-other-kind':
      return { because: t(`reasons.token.${problem.kind}`) };
    case 'word-does-not-match':
      return { word: replaceWord };
    case 'not-saved':
    case 'not-written':
      return { because: t(`reasons.save.${problem.reason}`) };
    case 'not-allowed':
      return { missing: formatMissingRights(t, problem.missing) };
    case 'request-refused':
      return {
        parameter: problem.parameter === null ? '' : t('fixes.parameter', { parameter: problem.parameter }),
      };
    case 'too-many-requests':
    case 'server-unavailable':
      return {
        wait:
          problem.retryAfterSeconds === null
            ? t('fixes.waitABit')
            : t('fixes.waitSeconds', { seconds: problem.retryAfterSeconds }),
      };
    case 'session-expired':
      return { moment: moment(problem.expiredAt) };
    case 'logout-unconfirmed':
      return {
        kept: t(problem.pending ? 'fixes.keptPending' : 'fixes.keptGone', { name: where.name }),
        rest:
          problem.until === null
            ? t('fixes.mayLast')
            : t('fixes.mayLastUntil', { moment: moment(problem.until) }),
      };
    default:
      return {};
  }
}

function formatMissingRights(t: Translate, rights: readonly string[]): string {
  return rights.length === 0 ? '' : t('fixes.missing', { rights: rights.join(', ') });
}

function extraSentence(t: Translate, problem: Problem): string {
  if (problem.code !== 'face-check-needed') return '';
  return t(problem.type === 'face' ? 'fixes.face' : 'fixes.faceAndPassword');
}

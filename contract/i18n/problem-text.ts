import type { Problem } from '../core/problem.ts';
import type { EpochMs } from '../core/time.ts';
import { hasToken, type Session, stableSession } from '../sessions/session.ts';
import type { Translate } from '../texts.ts';
import { replaceWord } from '../vault.ts';
import { certificateDates, describeDistrust, proxyHint } from './connection-text.ts';
import { formatMoment } from './format-time.ts';
import { formatRightWithCode } from './right-words.ts';

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

/** The text of a problem: whole sentences, the reason first and the next step last. */
export function describeProblem(t: Translate, problem: Problem, where: ProblemContext): ProblemText {
  const isHeld = where.session !== undefined && hasToken(stableSession(where.session));
  const sentences = [
    ...reasons(t, problem, where),
    ...mainSentence(t, problem, where),
    ...(isHeld && leavesSession(problem) ? [t('problems:fixes.untouched')] : []),
    ...nextSteps(t, problem, where),
  ];
  return { title: t(`problems:${problem.code}.title`), text: sentences.join(' ') };
}

/** Whether a problem says nothing about the session. */
function leavesSession({ code }: Problem): boolean {
  return (
    code === 'server-unreachable' ||
    code === 'no-answer-in-time' ||
    code === 'strange-answer' ||
    code === 'answer-too-large' ||
    code === 'answer-compressed' ||
    code === 'answer-broken' ||
    code === 'server-failed' ||
    code === 'server-unavailable'
  );
}

function reasons(t: Translate, problem: Problem, where: ProblemContext): readonly string[] {
  switch (problem.code) {
    case 'server-unreachable':
      return [t(`problems:reasons.unreachable.${problem.reason}`, { host: problem.host })];
    case 'certificate-untrusted':
      return describeDistrust(t, problem, where);
    case 'proxy-unreachable':
      return [t(`problems:reasons.proxy.${problem.reason}`, { proxy: problem.proxy })];
    case 'client-certificate-refused':
      return [t(`problems:reasons.clientCertificate.${problem.reason}`, { host: problem.host })];
    case 'keyring-not-open':
      return [t(`problems:reasons.keyring.${problem.reason}`)];
    case 'password-not-kept':
      return [t(`problems:reasons.keep.${problem.reason}`)];
    case 'face-not-offered':
      return [t(`problems:reasons.face.${problem.what}`)];
    case 'video-refused':
      return [t(`problems:reasons.video.${problem.reason}`)];
    case 'camera-failed':
      return [t(`problems:reasons.camera.${problem.reason}`)];
    case 'token-of-other-kind':
      return [t(`problems:reasons.token.${problem.kind}`)];
    case 'not-saved':
    case 'not-written':
      return [t(`problems:reasons.save.${problem.reason}`)];
    case 'logout-unconfirmed':
      return [
        t(problem.pending ? 'problems:fixes.keptPending' : 'problems:fixes.keptGone', { name: where.name }),
      ];
    default:
      return [];
  }
}

function mainSentence(t: Translate, problem: Problem, where: ProblemContext): readonly string[] {
  const names = { name: where.name, user: where.userName };
  switch (problem.code) {
    // Their reason says it all.
    case 'server-unreachable':
    case 'keyring-not-open':
    case 'face-not-offered':
    case 'video-refused':
    case 'token-of-other-kind':
    case 'logout-unconfirmed':
      return [];
    case 'proxy-wants-login': {
      const schemes = problem.schemes.join(', ') || '?';
      return [t('problems:proxy-wants-login.text', { ...problem, schemes })];
    }
    case 'authority-out-of-date':
    case 'client-certificate-out-of-date':
      return [t(`problems:${problem.code}.text`, { ...problem, ...certificateDates(problem, where) })];
    case 'word-does-not-match':
      return [t('problems:word-does-not-match.text', { word: replaceWord })];
    case 'session-expired': {
      const moment = formatMoment(t, where.language, problem.expiredAt, where.now);
      return [t('problems:session-expired.text', { ...names, moment })];
    }
    default:
      return [t(`problems:${problem.code}.text`, { ...problem, ...names })];
  }
}

function nextSteps(t: Translate, problem: Problem, { language, now }: ProblemContext): readonly string[] {
  switch (problem.code) {
    case 'proxy-refused':
      return [
        t(`problems:reasons.proxyHint.${proxyHint(problem.status)}`),
        t(`problems:reasons.proxyIs.${problem.chosenBy}`),
      ];
    case 'proxy-unreachable':
    case 'proxy-wants-login':
    case 'proxy-strange':
      return [t(`problems:reasons.proxyIs.${problem.chosenBy}`)];
    case 'not-allowed': {
      const rights = problem.missing.map((code) => formatRightWithCode(t, code)).join(', ');
      return rights === '' ? [] : [t('problems:fixes.missing', { rights, count: problem.missing.length })];
    }
    case 'request-refused': {
      const { parameter } = problem;
      return parameter === null ? [] : [t('problems:fixes.parameter', { parameter })];
    }
    case 'too-many-requests':
    case 'server-unavailable': {
      const seconds = problem.retryAfterSeconds;
      return [seconds === null ? t('problems:fixes.waitABit') : t('problems:fixes.waitSeconds', { seconds })];
    }
    case 'logout-unconfirmed': {
      const { until } = problem;
      if (until === null) return [t('problems:fixes.mayLast')];
      return [t('problems:fixes.mayLastUntil', { moment: formatMoment(t, language, until, now) })];
    }
    case 'face-check-needed':
      return [t(problem.type === 'face' ? 'problems:fixes.face' : 'problems:fixes.faceAndPassword')];
    default:
      return [];
  }
}

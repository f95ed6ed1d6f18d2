import type { Problem } from '../../contract/core/problem.ts';

/** What a failed log-in says about the password: rejected, possibly rejected, nothing certain, or never sent. */
export type LoginFailure = 'refused' | 'doubted' | 'unjudged' | 'nothing-sent';

/** Classifies the problem of a log-in; used for single, bulk and saved-password log-ins. */
export function judgeLoginFailure(problem: Problem): LoginFailure {
  switch (problem.code) {
    case 'wrong-password':
    case 'login-forbidden':
      return 'refused';
    // The server refused the log-in for another reason, and does not say whether the password was right.
    case 'face-check-needed':
    case 'face-token-refused':
    case 'foreign-authentication':
    case 'device-blocked':
    case 'session-refused':
    case 'not-allowed':
    case 'request-refused':
    case 'conflict':
      return 'doubted';
    case 'certificate-untrusted':
    case 'certificate-changed':
    case 'authority-missing':
    case 'tls-not-spoken':
    case 'proxy-unreachable':
    case 'proxy-wants-login':
    case 'proxy-refused':
    case 'proxy-strange':
    case 'proxy-settings-strange':
    case 'profile-gone':
    case 'login-under-way':
    case 'logout-under-way':
    case 'locked':
      return 'nothing-sent';
    case 'server-unreachable':
      return problem.reason === 'connection-lost' || problem.reason === 'other' ? 'unjudged' : 'nothing-sent';
    default:
      // An unknown problem counts as an attempt.
      return 'unjudged';
  }
}

/** Whether the server judged the log-in. If so, the same password is not resent automatically. */
export function wasLoginJudged(problem: Problem): boolean {
  const meaning = judgeLoginFailure(problem);
  return meaning === 'refused' || meaning === 'doubted';
}

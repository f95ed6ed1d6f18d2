import type { Problem } from '../../contract/core/problem.ts';

/**
 * What a failed login tells about the password: that it is refused, that it may be, nothing for certain, or that it
 * never left this computer.
 */
export type LoginFailure = 'refused' | 'doubted' | 'unjudged' | 'nothing-sent';

/** What an answer means for the password that was sent, whether it was typed for one server, for many, or kept. */
export function judgeLoginFailure(problem: Problem): LoginFailure {
  switch (problem.code) {
    case 'wrong-password':
    case 'login-forbidden':
      return 'refused';
    // The server said no to this login, and does not tell whether it would have said yes to another password.
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
      // What is not known to be harmless is taken for a try.
      return 'unjudged';
  }
}

/** Did the server judge the login? Then the same password is not sent once more without a person. */
export function wasLoginJudged(problem: Problem): boolean {
  const meaning = judgeLoginFailure(problem);
  return meaning === 'refused' || meaning === 'doubted';
}

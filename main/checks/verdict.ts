import type { ServerProblem } from '../../contract/core/problem.ts';
import type { Verdict } from '../../contract/sessions/session.ts';

/** The verdict for a problem met during a check. Only an explicit rejection counts against the token. */
export function judgeProblem(problem: ServerProblem): Verdict {
  switch (problem.code) {
    case 'session-refused':
      return 'refused';
    case 'device-blocked':
      return 'blocked';
    case 'licence-invalid':
      return 'licence';
    case 'certificate-changed':
    case 'certificate-untrusted':
      return 'certificate-changed';
    case 'server-unreachable':
    case 'no-answer-in-time':
    case 'tls-not-spoken':
    case 'tls-failed':
    case 'tls-too-old':
    case 'tls-refused':
    case 'client-certificate-wanted':
    case 'client-certificate-refused':
    case 'client-certificate-out-of-date':
    case 'client-certificate-unreadable':
    case 'https-spoken-here':
    case 'authority-missing':
    case 'proxy-unreachable':
    case 'proxy-wants-login':
    case 'proxy-refused':
    case 'proxy-strange':
    case 'proxy-settings-strange':
      return 'unreachable';
    default:
      return 'uncertain';
  }
}

import type { Problem } from '../../contract/core/problem.ts';

/** The action that helps after a problem. */
export type NextStep =
  | 'log-in'
  | 'log-in-again'
  | 'check-again'
  | 'compare'
  | 'edit-address'
  | 'edit-connection'
  | 'choose-client-certificate'
  | 'open-in-browser'
  | 'copy-device-id'
  | 'show-face'
  | 'order-manually';

/** The action for a problem outside a form; null if no action helps. */
export function nextStep(problem: Problem): NextStep | null {
  switch (problem.code) {
    case 'no-session':
    case 'no-kept-password':
      return 'log-in';
    case 'wrong-password':
    case 'session-refused':
    case 'session-expired':
    case 'session-was-refused':
    case 'lease-ended':
    case 'secret-unreadable':
    case 'certificate-not-seen':
      return 'log-in-again';
    case 'certificate-untrusted':
    case 'certificate-changed':
    case 'certificate-in-doubt':
      return 'compare';
    case 'not-findface':
    case 'not-found':
    case 'redirected':
    case 'tls-not-spoken':
    case 'https-spoken-here':
      return 'edit-address';
    case 'proxy-unreachable':
    case 'proxy-wants-login':
    case 'proxy-refused':
    case 'proxy-strange':
    case 'proxy-settings-strange':
    case 'authority-missing':
      return 'edit-connection';
    case 'client-certificate-wanted':
    case 'client-certificate-refused':
    case 'client-certificate-out-of-date':
    case 'client-certificate-unreadable':
      return 'choose-client-certificate';
    case 'face-check-needed':
    case 'face-token-refused':
      return 'show-face';
    case 'device-blocked':
    case 'device-id-refused':
      return 'copy-device-id';
    case 'server-unreachable':
    case 'no-answer-in-time':
    case 'tls-failed':
    case 'tls-too-old':
    case 'tls-refused':
    case 'cancelled':
    case 'strange-answer':
    case 'answer-too-large':
    case 'answer-compressed':
    case 'answer-broken':
    case 'foreign-authentication':
    case 'licence-invalid':
    case 'camera-refused':
    case 'not-allowed':
    case 'request-refused':
    case 'request-not-understood':
    case 'conflict':
    case 'too-many-requests':
    case 'server-failed':
    case 'server-unavailable':
      return 'check-again';
    case 'order-not-manual':
      return 'order-manually';
    default:
      return null;
  }
}

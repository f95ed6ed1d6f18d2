import { otherTokenKinds } from '../../contract/core/face-problem.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { certificateOf } from './fake-rows.ts';

type Examples = {
  readonly [Code in Problem['code']]: readonly Omit<Extract<Problem, { readonly code: Code }>, 'code'>[];
};

const host = '10.0.4.7';
const byProxy = { host, proxy: 'pac.corp:8080', chosenBy: 'system' } as const;
const words = {
  host,
  status: 401,
  serverCode: 'UNAUTHORIZED',
  desc: 'Authentication credentials were not provided.',
};

/**
 * An example of each problem, and of each variant that has its own text; a new problem does not compile without one.
 */
export function allProblems(now: EpochMs): readonly Problem[] {
  const certificate = certificateOf('a', host, now);
  const examples: Examples = {
    'address-missing': [{}],
    'address-malformed': [{}],
    'address-scheme-unsupported': [{ scheme: 'ftp://' }],
    'address-holds-credentials': [{}],
    'address-port-invalid': [{ port: '99999' }],
    'address-not-confirmed': [{}],
    'address-too-long': [{ longest: 2_000 }],
    'name-too-long': [{ longest: 100 }],
    'user-name-missing': [{}],
    'user-name-has-colon': [{}],
    'user-name-has-control-characters': [{}],
    'user-name-too-long': [{ longest: 150 }],
    'password-missing': [{}],
    'password-has-nul': [{}],
    'password-too-long': [{ longest: 4_096 }],
    'tag-too-long': [{ longest: 40 }],
    'too-many-tags': [{ most: 20 }],
    'face-token-malformed': [{}],
    'server-unreachable': (
      ['name-unknown', 'refused', 'no-route', 'connection-lost', 'no-answer-in-time', 'other'] as const
    ).map((reason) => ({ host, reason })),
    'no-answer-in-time': [{ host, seconds: 10 }],
    'certificate-untrusted': (
      ['self-signed', 'issuer-unknown', 'expired', 'not-yet-valid', 'wrong-host', 'other'] as const
    ).map((reason) => ({ host, reason, certificate })),
    'certificate-changed': [{ host, trusted: '0'.repeat(64), certificate }],
    'tls-not-spoken': [{ host }],
    'tls-failed': [{ host, detail: 'handshake failure' }],
    redirected: [{ host, to: 'https://elsewhere.example' }],
    cancelled: [{}],
    'not-findface': [{ host, status: 404 }],
    'strange-answer': [{ host, field: 'token' }],
    'answer-too-large': [{ host }],
    'answer-compressed': [{ host }],
    'answer-broken': [{ host }],
    'wrong-password': [{ userName: 'ivanov', ...words }],
    'face-check-needed': [
      { type: 'face', ...words },
      { type: 'face_and_password', ...words },
    ],
    'face-not-recognised': [words],
    'face-not-offered': (['login', 'renewal'] as const).map((what) => ({ what, ...words })),
    'face-of-other-user': [{ other: 'petrov', ...words }],
    'face-token-refused': [words],
    'face-needs-https': [{ host }],
    'video-refused': (['too-large', 'unusable'] as const).map((reason) => ({ reason, ...words })),
    'video-missing': [{}],
    'video-too-large': [{ mb: 20 }],
    'video-unknown': [{ file: 'face.docx' }],
    'video-not-read': [{ file: 'face.webm' }],
    'camera-failed': (['none', 'refused', 'busy', 'failed'] as const).map((reason) => ({ reason })),
    'clipboard-empty': [{}],
    'token-malformed': [{}],
    'token-of-other-kind': otherTokenKinds.map((kind) => ({ kind })),
    'pasted-token-refused': [words],
    'pasted-token-gone': [{}],
    'pasted-token-own': [{}],
    'pasted-token-of-other': [{ other: 'Airport', otherUser: 'ivanov' }],
    'login-forbidden': [words],
    'device-blocked': [words],
    'device-id-refused': [words],
    'session-refused': [words],
    'foreign-authentication': [{ scheme: 'Basic', ...words }],
    'licence-invalid': [words],
    'camera-refused': [words],
    'not-allowed': [
      { missing: [], ...words },
      { missing: ['view_user', 'view_session'], ...words },
    ],
    'not-found': [words],
    'request-refused': [
      { parameter: null, ...words },
      { parameter: 'uuid', ...words },
    ],
    'request-not-understood': [words],
    conflict: [words],
    'too-many-requests': [
      { retryAfterSeconds: null, ...words },
      { retryAfterSeconds: 30, ...words },
    ],
    'server-failed': [words],
    'server-unavailable': [
      { retryAfterSeconds: null, ...words },
      { retryAfterSeconds: 120, ...words },
    ],
    'profile-gone': [{}],
    'no-session': [{}],
    'session-expired': [{ expiredAt: now - 3_600_000 }],
    'session-was-refused': [{}],
    'certificate-in-doubt': [{}],
    'login-under-way': [{}],
    'secret-unreadable': [{}],
    'not-saved': (
      ['disk-full', 'not-permitted', 'read-only', 'newer-version', 'unreadable', 'other'] as const
    ).map((reason) => ({ file: 'profiles.json', reason })),
    'not-written': [{ file: 'fleet.csv', reason: 'read-only' }],
    'list-full': [{ most: 10_000 }],
    'authorities-full': [{ most: 1_000 }],
    'passphrase-too-short': [{ shortest: 8 }],
    'passphrase-too-long': [{ longest: 1_000 }],
    'passphrase-wrong': [{}],
    'passphrase-later': [{ seconds: 4 }],
    'current-passphrase-wrong': [{}],
    locked: [{}],
    'keyring-not-open': (['keyring-locked', 'keyring-lost', 'no-keyring'] as const).map((reason) => ({
      reason,
    })),
    'store-not-open': [{}],
    'last-way-in': [{}],
    'records-unreadable': [{ count: 3 }],
    'word-does-not-match': [{}],
    'password-not-kept': (['plain-http', 'not-sealed'] as const).map((reason) => ({ reason })),
    'no-kept-password': [{}],
    'import-not-read': [{ file: 'list.json' }],
    'import-too-large': [{ largestMb: 10 }],
    'import-not-text': [{}],
    'import-unknown': [{}],
    'import-broken': [{}],
    'import-newer': [{}],
    'import-empty': [{}],
    'import-too-many': [{ most: 10_000 }],
    'csv-without-address': [{}],
    'csv-broken': [{ line: 7 }],
    'import-repeated': [{}],
    'import-gone': [{}],
    'import-outdated': [{}],
    'backup-too-large': [{ largestMb: 10 }],
    'bulk-login-under-way': [{}],
    'domain-not-agreed': [{}],
    'proxy-malformed': [{}],
    'proxy-scheme-unsupported': [{ scheme: 'socks4' }],
    'proxy-holds-credentials': [{}],
    'proxy-unreachable': (
      ['name-unknown', 'refused', 'no-route', 'connection-lost', 'no-answer-in-time', 'other'] as const
    ).map((reason) => ({ ...byProxy, reason })),
    'proxy-wants-login': [{ ...byProxy, schemes: ['Negotiate', 'NTLM'] }],
    'proxy-refused': [502, 403, 400].map((status) => ({ ...byProxy, status })),
    'proxy-strange': [{ ...byProxy, chosenBy: 'profile' }],
    'proxy-settings-strange': [{ host, answer: 'SOCKS 10.0.0.1:1080' }],
    'tls-too-old': [{ host }],
    'tls-refused': [{ host }],
    'client-certificate-wanted': [{ host }],
    'https-spoken-here': [{ host }],
    'authority-missing': [{ host, fingerprint: '0'.repeat(64) }],
    'authority-file-unreadable': [{}],
    'authority-file-too-large': [{ megabytes: 2 }],
    'authority-file-holds-key': [{}],
    'authority-file-strange': [{}],
    'authority-file-too-many': [{ most: 500 }],
    'authority-is-none': [{ subject: 'CN=10.0.4.7' }],
    'authority-out-of-date': [{ subject: 'CN=Old CA', validFrom: now - 86_400_000, validTo: now - 1_000 }],
    'authority-not-chosen': [{}],
    'list-outdated': [{}],
    'own-device': [{}],
    'block-reason-missing': [{}],
    'block-reason-too-long': [{ longest: 512 }],
    'block-end-not-ahead': [{}],
    'lease-ended': [{}],
    'logout-under-way': [{}],
    'ending-unconfirmed': [{ host, cause: { code: 'no-answer-in-time', host, seconds: 10 } }],
    'certificate-not-seen': [{}],
    'connection-kept': [{}],
    'connection-moved': [{}],
    'clipboard-failed': [{}],
    'browser-not-opened': [{}],
    'logout-unconfirmed': [
      { host, until: now + 86_400_000, cause: null, pending: false },
      { host, until: null, cause: { code: 'no-answer-in-time', host, seconds: 10 }, pending: true },
    ],
  };
  return Object.entries(examples).flatMap(([code, shapes]) =>
    shapes.map((shape) => ({ code, ...shape }) as Problem),
  );
}

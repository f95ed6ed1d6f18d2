import type { CertificateFacts } from './certificate.ts';
import type {
  AuthorityFileProblem,
  ProxyProblem,
  TlsProblem,
  UnreachableReason,
} from './connection-problem.ts';
import type { FaceProblem, FaceRefusal } from './face-problem.ts';
import type { EpochMs } from './time.ts';

/** Why a certificate is not trusted. */
export type DistrustReason =
  | 'self-signed'
  | 'issuer-unknown'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-host'
  | 'other';

/** The text fields of the dialogs, to which a problem can point. */
export type FormField =
  | 'address'
  | 'name'
  | 'userName'
  | 'password'
  | 'tags'
  | 'faceToken'
  | 'proxy'
  | 'passphrase'
  | 'currentPassphrase';

/** What every refusal of a server brings along: its status and its own words, cut short and harmless to show. */
export interface ServerText {
  readonly host: string;
  readonly status: number;
  /** The `code` of the answer, if it had one. */
  readonly serverCode: string | null;
  /** The `desc` of the answer, in whatever language the server chose; shown on demand, never parsed. */
  readonly desc: string | null;
}

/** What was typed into a form cannot be used. */
export type FormProblem =
  | { readonly code: 'address-missing' }
  | { readonly code: 'address-malformed' }
  | { readonly code: 'address-scheme-unsupported'; readonly scheme: string }
  | { readonly code: 'address-holds-credentials' }
  | { readonly code: 'address-port-invalid'; readonly port: string }
  | { readonly code: 'address-too-long'; readonly longest: number }
  /** No FindFace was found at exactly this address, so no password goes there. */
  | { readonly code: 'address-not-confirmed' }
  | { readonly code: 'name-too-long'; readonly longest: number }
  | { readonly code: 'user-name-missing' }
  | { readonly code: 'user-name-has-colon' }
  | { readonly code: 'user-name-has-control-characters' }
  | { readonly code: 'user-name-too-long'; readonly longest: number }
  | { readonly code: 'password-missing' }
  | { readonly code: 'password-has-nul' }
  | { readonly code: 'password-too-long'; readonly longest: number }
  | { readonly code: 'tag-too-long'; readonly longest: number }
  | { readonly code: 'too-many-tags'; readonly most: number }
  | { readonly code: 'face-token-malformed' }
  | { readonly code: 'proxy-malformed' }
  | { readonly code: 'proxy-scheme-unsupported'; readonly scheme: string }
  | { readonly code: 'proxy-holds-credentials' };

/** A passphrase cannot be used, or is not the right one. */
export type PassphraseProblem =
  | { readonly code: 'passphrase-too-short'; readonly shortest: number }
  | { readonly code: 'passphrase-too-long'; readonly longest: number }
  | { readonly code: 'passphrase-wrong' }
  /** After wrong tries the next one has to wait; nothing is locked out. */
  | { readonly code: 'passphrase-later'; readonly seconds: number }
  | { readonly code: 'current-passphrase-wrong' };

/** The vault or the lock stands in the way. */
export type VaultProblem =
  | { readonly code: 'locked' }
  | { readonly code: 'keyring-not-open'; readonly reason: 'keyring-locked' | 'keyring-lost' | 'no-keyring' }
  | { readonly code: 'store-not-open' }
  | { readonly code: 'last-way-in' }
  | { readonly code: 'records-unreadable'; readonly count: number }
  | { readonly code: 'word-does-not-match' }
  | { readonly code: 'password-not-kept'; readonly reason: 'plain-http' | 'not-sealed' }
  | { readonly code: 'no-kept-password' };

/** The server could not be talked to; nothing is known about the session. */
export type ConnectionProblem =
  | { readonly code: 'server-unreachable'; readonly host: string; readonly reason: UnreachableReason }
  | { readonly code: 'no-answer-in-time'; readonly host: string; readonly seconds: number }
  | {
      readonly code: 'certificate-untrusted';
      readonly host: string;
      readonly reason: DistrustReason;
      readonly certificate: CertificateFacts;
    }
  | {
      readonly code: 'certificate-changed';
      readonly host: string;
      /** The SHA-256 fingerprint that was trusted, 64 hex digits. */
      readonly trusted: string;
      readonly certificate: CertificateFacts;
    }
  | { readonly code: 'tls-not-spoken'; readonly host: string }
  | { readonly code: 'tls-failed'; readonly host: string; readonly detail: string }
  | ProxyProblem
  | TlsProblem
  | { readonly code: 'redirected'; readonly host: string; readonly to: string }
  /** `mayBeGranted`: the server may have accepted a log-in before it was cancelled. */
  | { readonly code: 'cancelled'; readonly mayBeGranted?: true };

/** The server answered, but not as a FindFace server does. */
export type ResponseProblem =
  | { readonly code: 'not-findface'; readonly host: string; readonly status: number }
  | { readonly code: 'strange-answer'; readonly host: string; readonly field: string }
  | { readonly code: 'answer-too-large'; readonly host: string }
  | { readonly code: 'answer-compressed'; readonly host: string }
  | { readonly code: 'answer-broken'; readonly host: string };

/** The server answered and said no; the rows of the FindFace error table. */
export type RefusalProblem =
  | ({ readonly code: 'wrong-password'; readonly userName: string } & ServerText)
  | ({ readonly code: 'face-check-needed'; readonly type: 'face' | 'face_and_password' } & ServerText)
  | ({ readonly code: 'login-forbidden' } & ServerText)
  | ({ readonly code: 'device-blocked' } & ServerText)
  | ({ readonly code: 'device-id-refused' } & ServerText)
  | ({ readonly code: 'session-refused' } & ServerText)
  | ({ readonly code: 'foreign-authentication'; readonly scheme: string } & ServerText)
  | ({ readonly code: 'licence-invalid' } & ServerText)
  | ({ readonly code: 'camera-refused' } & ServerText)
  | ({ readonly code: 'not-allowed'; readonly missing: readonly string[] } & ServerText)
  | ({ readonly code: 'not-found' } & ServerText)
  | ({ readonly code: 'request-refused'; readonly parameter: string | null } & ServerText)
  | ({ readonly code: 'request-not-understood' } & ServerText)
  | ({ readonly code: 'conflict' } & ServerText)
  | ({ readonly code: 'too-many-requests'; readonly retryAfterSeconds: number | null } & ServerText)
  | ({ readonly code: 'server-failed' } & ServerText)
  | ({ readonly code: 'server-unavailable'; readonly retryAfterSeconds: number | null } & ServerText);

/** Something on this computer stands in the way. */
export type LocalProblem =
  | { readonly code: 'profile-gone' }
  | { readonly code: 'no-session' }
  | { readonly code: 'session-expired'; readonly expiredAt: EpochMs }
  | { readonly code: 'session-was-refused' }
  /** The certificate that the server showed last is not the trusted one; what it is, the last check says. */
  | { readonly code: 'certificate-in-doubt' }
  | { readonly code: 'login-under-way' }
  | { readonly code: 'logout-under-way' }
  | { readonly code: 'lease-ended' }
  | { readonly code: 'ending-unconfirmed'; readonly host: string; readonly cause: ServerProblem }
  | { readonly code: 'secret-unreadable' }
  /** A kept file could not be written; the change lives on in memory. */
  | { readonly code: 'not-saved'; readonly file: string; readonly reason: SaveReason }
  /** A file that a person chose could not be written, and is as it was. */
  | { readonly code: 'not-written'; readonly file: string; readonly reason: SaveReason }
  | { readonly code: 'list-full'; readonly most: number }
  | { readonly code: 'authorities-full'; readonly most: number }
  | { readonly code: 'certificate-not-seen' }
  /** A person did not confirm that the session goes by another certificate, authority or proxy. */
  | { readonly code: 'connection-kept' }
  /** While a person was asked, something else has changed. */
  | { readonly code: 'connection-moved' }
  | { readonly code: 'clipboard-failed' }
  | { readonly code: 'browser-not-opened' }
  | {
      readonly code: 'logout-unconfirmed';
      readonly host: string;
      /** Until when the server may still hold the session; null if that is unknown. */
      readonly until: EpochMs | null;
      /** What the server or the way to it answered; null if the token could not be read, so that nothing was asked. */
      readonly cause: ServerProblem | null;
      /** Does the app keep the token sealed and go on asking the server automatically? */
      readonly pending: boolean;
    };

/** Why a file could not be written. */
export type SaveReason =
  | 'disk-full'
  | 'not-permitted'
  | 'read-only'
  | 'newer-version'
  | 'unreadable'
  | 'other';

/** Every bad outcome of talking to a server. */
export type ServerProblem = ConnectionProblem | ResponseProblem | RefusalProblem | (FaceRefusal & ServerText);

/** Every expected bad outcome; each carries only what its sentence needs, and no secret. */
export type Problem =
  | FormProblem
  | PassphraseProblem
  | VaultProblem
  | TransferProblem
  | BulkLoginProblem
  | AuthorityFileProblem
  | RemoteSessionProblem
  | FaceProblem
  | ServerProblem
  | LocalProblem;

/** The field of a form that a problem is about, or null when it is about no field. */
export function fieldOf(problem: Problem): FormField | null {
  const { code } = problem;
  if (code.startsWith('address-')) return 'address';
  if (code.startsWith('name-')) return 'name';
  if (code.startsWith('user-name-')) return 'userName';
  if (code === 'password-not-kept') return null;
  if (code.startsWith('password-') || code === 'wrong-password') return 'password';
  if (code.startsWith('passphrase-')) return 'passphrase';
  if (code === 'current-passphrase-wrong') return 'currentPassphrase';
  if (code === 'tag-too-long' || code === 'too-many-tags') return 'tags';
  if (code === 'face-token-malformed') return 'faceToken';
  if (code === 'proxy-malformed' || code === 'proxy-scheme-unsupported' || code === 'proxy-holds-credentials')
    return 'proxy';
  return null;
}

/** A login to several servers cannot begin. */
export type BulkLoginProblem =
  | { readonly code: 'bulk-login-under-way' }
  | { readonly code: 'domain-not-agreed' };

/** Ending sessions or blocking a device on a server cannot be done as asked. */
export type RemoteSessionProblem =
  /** The list that a person chose from is not kept any more, or is of another login. */
  | { readonly code: 'list-outdated' }
  | { readonly code: 'own-device' }
  | { readonly code: 'block-reason-missing' }
  | { readonly code: 'block-reason-too-long'; readonly longest: number }
  | { readonly code: 'block-end-not-ahead' };

/** A file cannot be taken over, or not be written. */
export type TransferProblem =
  | { readonly code: 'import-not-read'; readonly file: string }
  | { readonly code: 'import-too-large'; readonly largestMb: number }
  | { readonly code: 'import-not-text' }
  | { readonly code: 'import-unknown' }
  | { readonly code: 'import-broken' }
  | { readonly code: 'import-newer' }
  | { readonly code: 'import-empty' }
  | { readonly code: 'import-too-many'; readonly most: number }
  | { readonly code: 'csv-without-address' }
  | { readonly code: 'csv-broken'; readonly line: number }
  /** Two entries of one file are about the same server and user. */
  | { readonly code: 'import-repeated' }
  /** What was looked at is not there any more, or something else was chosen since. */
  | { readonly code: 'import-gone' }
  /** The list has changed since a person looked at what would happen. */
  | { readonly code: 'import-outdated' }
  | { readonly code: 'backup-too-large'; readonly largestMb: number };

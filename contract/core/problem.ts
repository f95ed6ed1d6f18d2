import type { CertificateFacts } from './certificate.ts';
import type {
  AuthorityFileProblem,
  ClientCertificateFileProblem,
  ProxyProblem,
  TlsProblem,
  UnreachableReason,
} from './connection-problem.ts';
import type { FaceProblem, FaceRefusal } from './face-problem.ts';
import type { EpochMs } from './time.ts';
import type { ManagedProblem, PresentationProblem, UpdateProblem } from './update-problem.ts';

/** Why a certificate is not trusted. */
export type DistrustReason =
  | 'self-signed'
  | 'issuer-unknown'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-host'
  | 'other';

/** The fields of the dialogs to which a problem can refer. */
export type FormField =
  | 'address'
  | 'name'
  | 'userName'
  | 'password'
  | 'tags'
  | 'notes'
  | 'faceToken'
  | 'proxy'
  | 'path'
  | 'passphrase'
  | 'currentPassphrase';

/** The status and the text of a server's refusal, shortened and safe to show. */
export interface ServerText {
  readonly host: string;
  readonly status: number;
  /** The `code` of the response, if any. */
  readonly serverCode: string | null;
  /** The `desc` of the response, in a language the server chose; shown on demand, never parsed. */
  readonly desc: string | null;
}

/** What is wrong with a value typed in a form. */
export type FormProblem =
  | { readonly code: 'address-missing' }
  | { readonly code: 'address-malformed' }
  | { readonly code: 'address-scheme-unsupported'; readonly scheme: string }
  | { readonly code: 'address-holds-credentials' }
  | { readonly code: 'address-port-invalid'; readonly port: string }
  | { readonly code: 'address-too-long'; readonly longest: number }
  /** FindFace was not found at exactly this address, so no password is sent there. */
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
  | { readonly code: 'notes-too-long'; readonly longest: number }
  | { readonly code: 'face-token-malformed' }
  | { readonly code: 'proxy-malformed' }
  | { readonly code: 'proxy-scheme-unsupported'; readonly scheme: string }
  | { readonly code: 'proxy-holds-credentials' };

/** Why a passphrase is refused. */
export type PassphraseProblem =
  | { readonly code: 'passphrase-too-short'; readonly shortest: number }
  | { readonly code: 'passphrase-too-long'; readonly longest: number }
  | { readonly code: 'passphrase-wrong' }
  /** A delay after wrong attempts; there is no lockout. */
  | { readonly code: 'passphrase-later'; readonly seconds: number }
  | { readonly code: 'current-passphrase-wrong' };

/** The vault is closed, or the window is locked. */
export type VaultProblem =
  | { readonly code: 'locked' }
  | { readonly code: 'keyring-not-open'; readonly reason: 'keyring-locked' | 'keyring-lost' | 'no-keyring' }
  | { readonly code: 'store-not-open' }
  | { readonly code: 'last-way-in' }
  | { readonly code: 'records-unreadable'; readonly count: number }
  | { readonly code: 'word-does-not-match' }
  | { readonly code: 'password-not-kept'; readonly reason: 'plain-http' | 'not-sealed' | 'turned-off' }
  | { readonly code: 'no-kept-password' };

/** The server could not be reached; nothing is known about the session. */
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
      /** SHA-256 fingerprint of the trusted certificate, 64 hexadecimal digits. */
      readonly trusted: string;
      readonly certificate: CertificateFacts;
    }
  | { readonly code: 'tls-not-spoken'; readonly host: string }
  | { readonly code: 'tls-failed'; readonly host: string; readonly detail: string }
  | ProxyProblem
  | TlsProblem
  | { readonly code: 'redirected'; readonly host: string; readonly to: string }
  /** `mayBeGranted`: the server may have granted the session before the log-in was cancelled. */
  | { readonly code: 'cancelled'; readonly mayBeGranted?: true };

/** The server's response is not FindFace's. */
export type ResponseProblem =
  | { readonly code: 'not-findface'; readonly host: string; readonly status: number }
  | { readonly code: 'strange-answer'; readonly host: string; readonly field: string }
  | { readonly code: 'answer-too-large'; readonly host: string }
  | { readonly code: 'answer-compressed'; readonly host: string }
  | { readonly code: 'answer-broken'; readonly host: string };

/** The server refused the request; one code per case of FindFace's error responses. */
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

/** Failures on this computer. */
export type LocalProblem =
  | { readonly code: 'profile-gone' }
  | { readonly code: 'no-session' }
  | { readonly code: 'session-expired'; readonly expiredAt: EpochMs }
  | { readonly code: 'session-was-refused' }
  /** The certificate presented last is not the trusted one; see the last check. */
  | { readonly code: 'certificate-in-doubt' }
  | { readonly code: 'login-under-way' }
  | { readonly code: 'logout-under-way' }
  | { readonly code: 'lease-ended' }
  /** The template does not exist any more. */
  | { readonly code: 'template-gone' }
  /** The token could have commands run where a template is pasted. */
  | { readonly code: 'token-unsafe' }
  /** The path that a gateway should be limited to is not a plain path. */
  | { readonly code: 'gateway-path-wrong' }
  | { readonly code: 'too-many-gateways' }
  | { readonly code: 'too-many-side-windows' }
  /** No port was free, or what it was asked for has changed meanwhile. */
  | { readonly code: 'gateway-not-opened' }
  | { readonly code: 'gateway-closed' }
  /** Something is at the place of a live file already; it is never overwritten. */
  | { readonly code: 'live-file-exists' }
  /** Other users can change the folder, or one around it. */
  | { readonly code: 'live-file-folder-open' }
  | { readonly code: 'too-many-live-files' }
  /** Windows has no named pipes in folders. */
  | { readonly code: 'live-file-no-pipes' }
  | { readonly code: 'live-file-not-made' }
  /** A live file was changed by others, so it was left as it is when it was removed. */
  | { readonly code: 'live-file-left' }
  | { readonly code: 'ending-unconfirmed'; readonly host: string; readonly cause: ServerProblem }
  | { readonly code: 'secret-unreadable' }
  /** A saved file could not be written; the change is in memory. */
  | { readonly code: 'not-saved'; readonly file: string; readonly reason: SaveReason }
  /** A chosen file could not be written and is unchanged. */
  | { readonly code: 'not-written'; readonly file: string; readonly reason: SaveReason }
  /** Another change came after it, or it has been undone. */
  | { readonly code: 'nothing-to-undo' }
  /** The list is sorted by something else than the manual order. */
  | { readonly code: 'order-not-manual' }
  /** Search results and recent servers have an order of their own. */
  | { readonly code: 'order-not-here' }
  /** The place is in another group of the list. */
  | { readonly code: 'order-in-group' }
  | { readonly code: 'list-full'; readonly most: number }
  | { readonly code: 'authorities-full'; readonly most: number }
  | { readonly code: 'certificate-not-seen' }
  /** The person did not confirm sending the secrets through another certificate, CA or proxy. */
  | { readonly code: 'connection-kept' }
  /** The profile has changed while the question was open. */
  | { readonly code: 'connection-moved' }
  | { readonly code: 'clipboard-failed' }
  /** Only a window with the focus can change it on this desktop. */
  | { readonly code: 'clipboard-out-of-reach' }
  | { readonly code: 'browser-not-opened' }
  /** The demo server answers inside the app. */
  | { readonly code: 'demo-without-page' }
  | {
      readonly code: 'logout-unconfirmed';
      readonly host: string;
      /** Until when the session may exist on the server; null if unknown. */
      readonly until: EpochMs | null;
      /** What the request to the server met; null if the token could not be read and nothing was sent. */
      readonly cause: ServerProblem | null;
      /** Whether the app keeps the token sealed and retries automatically. */
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

/** Every expected failure of a request to a server. */
export type ServerProblem = ConnectionProblem | ResponseProblem | RefusalProblem | (FaceRefusal & ServerText);

/** Every expected failure; each carries what its text needs, and no secret. */
export type Problem =
  | FormProblem
  | PassphraseProblem
  | VaultProblem
  | TransferProblem
  | BulkLoginProblem
  | AuthorityFileProblem
  | ClientCertificateFileProblem
  | RemoteSessionProblem
  | FaceProblem
  | UpdateProblem
  | ManagedProblem
  | PresentationProblem
  | ServerProblem
  | LocalProblem;

/** The form field that a problem refers to, or null. */
export function fieldOf(problem: Problem): FormField | null {
  const { code } = problem;
  if (code.startsWith('address-')) return 'address';
  if (code.startsWith('name-')) return 'name';
  if (code.startsWith('user-name-')) return 'userName';
  if (code === 'password-not-kept') return null;
  if (code === 'client-certificate-password-wrong') return 'password';
  if (code.startsWith('password-') || code === 'wrong-password') return 'password';
  if (code.startsWith('passphrase-')) return 'passphrase';
  if (code === 'current-passphrase-wrong') return 'currentPassphrase';
  if (code === 'tag-too-long' || code === 'too-many-tags') return 'tags';
  if (code === 'notes-too-long') return 'notes';
  if (code === 'face-token-malformed') return 'faceToken';
  if (code === 'proxy-malformed' || code === 'proxy-scheme-unsupported' || code === 'proxy-holds-credentials')
    return 'proxy';
  if (code === 'gateway-path-wrong') return 'path';
  return null;
}

/** A bulk log-in cannot start. */
export type BulkLoginProblem =
  | { readonly code: 'bulk-login-under-way' }
  | { readonly code: 'domain-not-agreed' };

/** Ending sessions or blocking a device failed. */
export type RemoteSessionProblem =
  /** The list is not loaded any more, or belongs to another log-in. */
  | { readonly code: 'list-outdated' }
  | { readonly code: 'own-device' }
  | { readonly code: 'block-reason-missing' }
  | { readonly code: 'block-reason-too-long'; readonly longest: number }
  | { readonly code: 'block-end-not-ahead' };

/** A file cannot be imported or written. */
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
  /** Two entries of a file have the same server and user. */
  | { readonly code: 'import-repeated' }
  /** The plan does not exist any more, or another file was chosen. */
  | { readonly code: 'import-gone' }
  /** The profiles have changed since the plan was shown. */
  | { readonly code: 'import-outdated' }
  | { readonly code: 'backup-too-large'; readonly largestMb: number };

import type { ProxyProblem, TlsProblem } from '../../core/connection-problem.ts';
import type { FaceRefusal } from '../../core/face-problem.ts';
import type { FormProblem, LocalProblem, ServerProblem } from '../../core/problem.ts';
import type { leaseProblems } from './lease.ts';

interface ProblemWords {
  readonly title: string;
  /** What failed, for which server and user, and what to do next. */
  readonly text: string;
}

/** The problems of forms, servers and this computer: title and its sentence. */
export const problems = {
  'address-missing': { title: 'Address missing', text: 'Enter the address of the server.' },
  'address-malformed': {
    title: 'Not an address',
    text: 'This is not an address. Enter an IP, a name such as findface.example.org, or a full URL.',
  },
  'address-scheme-unsupported': {
    title: 'Not a web address',
    text: 'Addresses that begin with {{scheme}} cannot be used. Enter one with https:// or http://.',
  },
  'address-holds-credentials': {
    title: 'Password in the address',
    text: 'Leave user name and password out of the address, and enter them below.',
  },
  'address-port-invalid': {
    title: 'Not a port',
    text: '{{port}} is not a port. Ports are numbers from 1 to 65535.',
  },
  'address-not-confirmed': {
    title: 'The address was not confirmed',
    text: 'No FindFace server was found at exactly this address, so the password was not sent.',
  },
  'address-too-long': {
    title: 'Address too long',
    text: 'An address may have up to {{longest}} characters.',
  },
  'name-too-long': { title: 'Name too long', text: 'A name may have up to {{longest}} characters.' },
  'user-name-missing': { title: 'User name missing', text: 'Enter your user name on this server.' },
  'user-name-has-colon': {
    title: 'User name with a colon',
    text: 'A user name cannot contain a colon: the login could not be sent.',
  },
  'user-name-has-control-characters': {
    title: 'Hidden characters',
    text: 'The user name contains hidden characters. Type it instead of pasting it.',
  },
  'user-name-too-long': {
    title: 'User name too long',
    text: 'A user name may have up to {{longest}} characters.',
  },
  'password-missing': { title: 'Password missing', text: 'Enter your password.' },
  'password-has-nul': {
    title: 'Hidden character',
    text: 'The password contains a character that cannot be sent. Type it instead of pasting it.',
  },
  'password-too-long': {
    title: 'Password too long',
    text: 'A password may have up to {{longest}} characters.',
  },
  'tag-too-long': { title: 'Tag too long', text: 'A tag may have up to {{longest}} characters.' },
  'too-many-tags': { title: 'Too many tags', text: 'A server may have up to {{most}} tags.' },
  'face-token-malformed': {
    title: 'Not a face check token',
    text: 'This is not a token of a face check. Copy it once more, without blanks around it.',
  },

  'server-unreachable': { title: 'Cannot reach the server', text: '{{because}} {{untouched}}' },
  'no-answer-in-time': {
    title: 'Cannot reach the server',
    text: 'No answer from {{host}} in {{seconds}} s. {{untouched}}',
  },
  'certificate-untrusted': {
    title: 'The certificate is not trusted',
    text: 'Nothing was sent to {{name}}. Its certificate is not trusted: {{because}}. Compare it before you go on.',
  },
  'certificate-changed': {
    title: 'The certificate has changed',
    text: 'Nothing was sent to {{name}}. It shows another certificate than the trusted one. Compare it before you go on.',
  },
  'tls-not-spoken': {
    title: 'No secure connection',
    text: '{{host}} does not speak HTTPS on that port. Check the port, or enter the address with http://.',
  },
  'tls-failed': {
    title: 'No secure connection',
    text: 'The secure connection to {{host}} failed. Nothing was sent. Tell the administrator of the server.',
  },
  redirected: {
    title: 'The server points elsewhere',
    text: '{{host}} wants to send you to {{to}}. Nothing was sent there. If that is right, enter it as the address.',
  },
  cancelled: { title: 'Cancelled', text: 'The request to {{name}} was cancelled. Nothing has changed.' },

  'not-findface': {
    title: 'This does not look like FindFace',
    text: '{{host}} answers, but not as a FindFace server does (HTTP {{status}}). Is a port or a path missing?',
  },
  'strange-answer': {
    title: 'A strange answer',
    text: 'The answer of {{host}} has no usable “{{field}}”. Is this FindFace Multi 2? {{untouched}}',
  },
  'answer-too-large': {
    title: 'A strange answer',
    text: 'The answer of {{host}} is far larger than a FindFace server’s, so it was not read. {{untouched}}',
  },
  'answer-compressed': {
    title: 'A strange answer',
    text: '{{host}} sent a compressed answer, although it was asked not to. Is a proxy in between? {{untouched}}',
  },
  'answer-broken': {
    title: 'A strange answer',
    text: 'The answer of {{host}} cannot be read. Is a proxy in between? {{untouched}}',
  },

  'wrong-password': {
    title: 'Wrong user name or password',
    text: '{{name}} did not accept user {{user}} with this password. Repeated attempts may lock a domain account.',
  },
  'face-check-needed': {
    title: 'A password alone is not enough here',
    text: '{{name}} asks user {{user}} for a face check.',
  },
  'login-forbidden': {
    title: 'Login not allowed',
    text: '{{name}} does not allow {{user}} to log in. Ask its administrator whether the user is active.',
  },
  'device-blocked': {
    title: 'This computer is blocked there',
    text: 'An administrator blocked this computer on {{name}}. Only an administrator can lift that.',
  },
  'device-id-refused': {
    title: 'This computer’s id was refused',
    text: '{{name}} did not accept the id of this computer. Tell its administrator.',
  },
  'session-refused': {
    title: 'Session ended on the server',
    text: '{{name}} no longer accepts the session of {{user}}. It may have been ended by an administrator or from another place. Log in again.',
  },
  'foreign-authentication': {
    title: 'Another login stands in front',
    text: '{{host}} asks for a login of its own ({{scheme}}), so FindFace was not reached. Is a proxy in between?',
  },
  'licence-invalid': {
    title: 'Licence problem on the server',
    text: '{{name}} answers, but its FindFace licence is invalid. Your session may still be good. Tell its administrator.',
  },
  'camera-refused': {
    title: 'A camera refused the server',
    text: '{{name}} was refused by one of its cameras. Your session is not affected.',
  },
  'not-allowed': {
    title: 'Not allowed',
    text: 'User {{user}} may not do this on {{name}}. {{missing}}',
  },
  'not-found': {
    title: 'Not found on the server',
    text: '{{name}} does not know what was asked for. Is the path in its address right?',
  },
  'request-refused': {
    title: 'The server refused the request',
    text: '{{name}} did not accept what was sent. {{parameter}}',
  },
  'request-not-understood': {
    title: 'The server did not understand',
    text: '{{name}} did not understand the request. Is this FindFace Multi 2?',
  },
  conflict: {
    title: 'The server cannot do this now',
    text: '{{name}} cannot do this now: it conflicts with something else there. Try again.',
  },
  'too-many-requests': {
    title: 'Too many attempts',
    text: '{{name}} asks to wait before the next attempt. {{wait}}',
  },
  'server-failed': {
    title: 'The server failed',
    text: '{{name}} reported an error of its own (HTTP {{status}}). {{untouched}} Try again.',
  },
  'server-unavailable': {
    title: 'The server is not ready',
    text: '{{name}} is starting or overloaded (HTTP {{status}}). {{untouched}} {{wait}}',
  },

  'profile-gone': { title: 'Removed meanwhile', text: 'This server was removed from the list.' },
  'no-session': { title: 'No session', text: 'There is no session of {{user}} on {{name}}. Log in first.' },
  'session-expired': {
    title: 'Session expired',
    text: 'The session of {{user}} on {{name}} expired {{moment}}. Log in again.',
  },
  'session-was-refused': {
    title: 'Session ended on the server',
    text: '{{name}} no longer accepts the session of {{user}}. Log in again.',
  },
  'certificate-in-doubt': {
    title: 'The certificate has changed',
    text: '{{name}} showed another certificate than the trusted one. Review it before you use the session of {{user}}.',
  },
  'login-under-way': {
    title: 'A login is under way',
    text: '{{user}} is just logging in to {{name}}. Wait for it, or cancel it first.',
  },
  'secret-unreadable': {
    title: 'The token cannot be opened here',
    text: 'The token for {{name}} does not open here at present. Open the token store, or log in again to replace it; nothing else is lost.',
  },
  'not-saved': {
    title: 'Not saved',
    text: '{{file}} could not be written: {{because}}. The change lasts until the app quits.',
  },
  'not-written': {
    title: 'Not saved',
    text: 'Nothing was written to {{file}}: {{because}}. Choose another place, and try again.',
  },
  'list-full': {
    title: 'The list is full',
    text: 'The list holds {{most}} servers at most. Nothing was added; remove one first.',
  },
  'authorities-full': {
    title: 'Too many authorities',
    text: 'At most {{most}} authorities are kept here. This one was not added, and nothing was changed.',
  },
  'connection-kept': {
    title: 'Connection not changed',
    text: '“{{name}}” keeps its certificate and its proxy. Your session goes on.',
  },
  'connection-moved': {
    title: 'Try again',
    text: 'Something about “{{name}}” changed meanwhile, so its connection was left as it is.',
  },
  'certificate-not-seen': {
    title: 'Not the certificate shown',
    text: '{{name}} did not show this certificate, so it is not trusted. Log in once more to compare the one it shows.',
  },
  'clipboard-failed': {
    title: 'The clipboard did not change',
    text: 'The system did not let the clipboard change. Try again.',
  },
  'browser-not-opened': {
    title: 'The browser did not open',
    text: 'The system could not open the page of {{name}}. Is a default browser set?',
  },
} satisfies Record<Exclude<(FormProblem | LocalProblem | ServerProblem)['code'], Elsewhere>, ProblemWords>;

/** What the words about connections, faces and auto-logouts say. */
type Elsewhere =
  | (ProxyProblem | TlsProblem | FaceRefusal)['code']
  | `proxy-${string}`
  | keyof typeof leaseProblems;

import type {
  AuthorityFileProblem,
  ProxyProblem,
  TlsProblem,
  UnreachableReason,
} from '../../core/connection-problem.ts';
import type { FormProblem } from '../../core/problem.ts';

interface ProblemWords {
  readonly title: string;
  readonly text: string;
}

/** How a server is reached and whom it has to convince. */
export const connection = {
  title: 'Connection',
  trust: 'Certificate',
  trustOf: {
    system: 'Verified by this computer',
    pin: 'This one certificate',
    ca: 'Own authority',
  },
  pinHint: 'Only this certificate is accepted. To pin another one, log in and compare it.',
  pinGone: 'The certificate is no longer trusted once you save. The next login compares it anew.',
  caHint: 'Only certificates of this authority, made out to the server’s name, are accepted.',
  caNone: 'No authority is chosen yet.',
  stopTrusting: 'Stop trusting this certificate',
  chooseFile: 'Choose a file…',
  chooseOther: 'Choose another file…',
  authorityOf: 'Authority',
  unusable_one: '{{count}} more certificate in the file is no authority, or out of its dates.',
  unusable_other: '{{count}} more certificates in the file are no authorities, or out of their dates.',
  validFor: 'valid {{from}} – {{to}}',
  plainHttp: 'Not encrypted',
  plainHttpRow: 'Not encrypted: anyone on the network can read your password and token.',
  plainHttpText:
    'Anyone on the network can read your password and token. Log in only on a network you trust.',
  plainHttpTrust: 'The address begins with http:, so there is no certificate.',
  proxy: 'Proxy',
  proxyOf: {
    system: 'As this computer is set',
    direct: 'None, go directly',
    fixed: 'This proxy',
  },
  proxyUrl: 'Proxy address',
  proxyHint: 'http://host:port or socks5://host:port. A user name or password is not kept.',
  proxyReads:
    'Nothing is encrypted, so this proxy can read everything. A session that goes another way now ends once you save.',
  way: 'Reached',
  wayDirect: 'directly',
  wayProxy: 'by proxy {{proxy}}',
  wayProxySystem: 'by proxy {{proxy}} (from this computer’s settings)',
  trustedByAuthority: 'verified by an own authority, chosen {{day}}',
  authorityPrint: 'SHA-256 of the authority',
  pinExpired:
    'The pinned certificate ran out on {{day}}. It is still accepted, because you trust exactly this one.',
  pinNotYet:
    'The pinned certificate is valid only from {{day}}. It is accepted, because you trust exactly this one.',
  dates: 'It says it is valid from {{from}} to {{to}}; this computer’s clock says {{now}}.',
  chooseAuthority: 'Trust its authority…',
  authorityTitle: 'Trust this authority?',
  authorityText:
    'From now on {{host}} is accepted with any certificate of this authority that is made out to its name. Compare the fingerprint with the one your administrator names.',
  trustAuthority: 'Trust this authority',
  pinInstead: 'Does your administrator name an authority? Then its file does for every server at once.',
};

/** What proxies, TLS and the files of authorities get wrong. */
export const connectionProblems = {
  'proxy-malformed': {
    title: 'This is no proxy address',
    text: 'Enter it with its port, such as http://10.0.0.1:3128 or socks5://10.0.0.1:1080.',
  },
  'proxy-scheme-unsupported': {
    title: 'This kind of proxy is not supported',
    text: 'The app speaks to http:// and socks5:// proxies, not to {{scheme}}.',
  },
  'proxy-holds-credentials': {
    title: 'No passwords in the address',
    text: 'A user name or password in the address would lie on the disk in the clear. Leave it out; the app does not log in to proxies.',
  },
  'proxy-unreachable': {
    title: 'The proxy cannot be reached',
    text: 'Nothing reached {{name}}. {{proxyIs}} {{because}}',
  },
  'proxy-wants-login': {
    title: 'The proxy wants a login',
    text: '{{proxyIs}} It answered 407: it wants a login ({{schemes}}), and this app logs in to no proxy. Nothing was sent to {{host}}. Ask for a way without a login, or go directly.',
  },
  'proxy-refused': {
    title: 'The proxy refused the connection',
    text: '{{proxyIs}} It answered {{status}} when asked for {{host}}. {{hint}} Nothing was sent to the server.',
  },
  'proxy-strange': {
    title: 'This is no proxy of that kind',
    text: '{{proxyIs}} It does not answer as a proxy of that kind does. Check its address and kind.',
  },
  'proxy-settings-strange': {
    title: 'No usable proxy',
    text: 'The settings of this computer name no proxy for {{host}} that this app can use ({{answer}}). It can use HTTP and SOCKS5 proxies, and go directly.',
  },
  'tls-too-old': {
    title: 'The server speaks only old TLS',
    text: '{{host}} offers only TLS 1.0 or 1.1, which are no longer safe. Nothing was sent. Its administrator has to turn on TLS 1.2 or 1.3.',
  },
  'tls-refused': {
    title: 'No secure connection',
    text: '{{host}} broke off the TLS handshake: it has no cipher in common with this app, which refuses old ones, or it insists on a client certificate. Nothing was sent. Tell its administrator.',
  },
  'client-certificate-wanted': {
    title: 'The server wants a client certificate',
    text: '{{host}} insists on a certificate of this computer. The app never sends one, so no login is possible this way.',
  },
  'https-spoken-here': {
    title: 'This port speaks HTTPS',
    text: '{{host}} speaks HTTPS on that port. Change the address to begin with https://.',
  },
  'authority-missing': {
    title: 'The authority is missing',
    text: 'Nothing was sent to {{name}}. The authority that it trusts is not kept here any more. Choose its file again.',
  },
  'authority-file-unreadable': {
    title: 'The file cannot be read',
    text: 'The system did not let the file be read. Choose another one.',
  },
  'authority-file-too-large': {
    title: 'The file is too large',
    text: 'A file of certificates has at most {{megabytes}} MB. Nothing was taken from it.',
  },
  'authority-file-holds-key': {
    title: 'There is a private key in this file',
    text: 'A private key belongs on the server and nowhere else. Nothing was taken from the file. Ask for the certificate of the authority alone, and keep this file safe.',
  },
  'authority-file-strange': {
    title: 'No certificate in this file',
    text: 'The file holds no readable certificate. An authority comes as a .pem, .crt, .cer or .der file.',
  },
  'authority-file-too-many': {
    title: 'Too many certificates',
    text: 'A file may hold up to {{most}} certificates. Choose the file of one authority.',
  },
  'authority-is-none': {
    title: 'This is no authority',
    text: '{{subject}} is the certificate of a server, not of an authority. To trust exactly this one, log in and compare it instead.',
  },
  'authority-out-of-date': {
    title: 'The authority is out of its dates',
    text: '{{subject}} is valid from {{from}} to {{to}}, and this computer’s clock says {{now}}. Ask for the present one.',
  },
  'authority-not-chosen': {
    title: 'No authority is chosen',
    text: 'Choose the file of the authority first.',
  },
} satisfies Record<
  (
    | AuthorityFileProblem
    | ProxyProblem
    | TlsProblem
    | Extract<FormProblem, { code: `proxy-${string}` }>
  )['code'],
  ProblemWords
>;

/** The parts of the sentences about proxies. */
export const connectionReasons = {
  proxy: {
    'name-unknown': 'Nobody has that name.',
    refused: 'Nothing listens on that port.',
    'no-route': 'There is no way to it from this computer.',
    'connection-lost': 'It broke off the connection.',
    'no-answer-in-time': 'It did not answer in time.',
    other: 'No connection to it came about.',
  } satisfies Record<UnreachableReason, string>,
  proxyIs: {
    system: 'The proxy is {{proxy}}, from this computer’s settings.',
    profile: 'The proxy is {{proxy}}, chosen for this server.',
  },
  proxyHint: {
    unreachable: 'It could not reach the server either.',
    forbidden: 'It does not let this app through to that port.',
    other: 'Ask whoever runs it.',
  },
};

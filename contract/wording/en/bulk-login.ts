import type { BulkLoginProblem } from '../../core/problem.ts';
import type { BulkOutcome, BulkSkip } from '../../sessions/bulk-login.ts';

/** Logging in to several servers with one password. */
export const bulkLogin = {
  open: 'Log in to several…',
  title: 'Log in to several servers',
  about:
    'One server after another gets this password. The first one that refuses it ends the run, so that no account is locked by mistake.',
  user: 'User name',
  search: 'Search these servers',
  servers: 'Servers of {{user}}',
  inView: 'All in view',
  needed: 'Need a login',
  others: 'The others',
  none: 'No servers yet.',
  nothingFound: 'No server of this user matches.',
  plainHttp: 'not encrypted',
  faceNeeded: 'Asks for a face: a password alone is not enough there.',
  plainWarning_one:
    'To {{count}} server the password goes unencrypted (http://): whoever listens can read it.',
  plainWarning_other:
    'To {{count}} servers the password goes unencrypted (http://): whoever listens can read it.',
  domainWarning:
    'This is a domain account, or may be one. A wrong password counts for the whole domain and may lock the account everywhere.',
  domainAgree: 'I know this, and I am sure of the password',
  logIn_one: 'Log in to {{count}} server',
  logIn_other: 'Log in to {{count}} servers',
  running: 'Server {{at}} of {{count}}',
  finished_one: 'Logged in to {{done}} of {{count}} server',
  finished_other: 'Logged in to {{done}} of {{count}} servers',
  results: 'What came of it',
  stop: 'Stop',
  again: 'Choose again',
  outcomes: {
    waiting: 'Waiting',
    'logging-in': 'Logging in…',
    done: 'Logged in',
    refused: 'Refused',
    failed: 'Not logged in',
    skipped: 'Left out',
  } satisfies Record<BulkOutcome['kind'], string>,
  skips: {
    'refused-elsewhere': 'Another server refused the password. Nothing was sent.',
    cancelled: 'It was stopped before. Nothing was sent.',
    'domain-tried': 'The domain may have refused this password already. Nothing was sent.',
    'server-tried': 'The same server did not let it in before. Nothing was sent again.',
    'face-needed': 'A password alone is not enough there. Nothing was sent.',
    changed: 'Its address or user name was changed meanwhile. Nothing was sent.',
    removed: 'It was removed from the list. Nothing was sent.',
    'login-under-way': 'Another login was under way there. Nothing was sent.',
  } satisfies Record<BulkSkip, string>,
};

/** Why a login to several servers cannot begin. */
export const bulkLoginProblems = {
  'bulk-login-under-way': {
    title: 'Already logging in to several servers',
    text: 'Wait until that is done, or stop it.',
  },
  'domain-not-agreed': {
    title: 'Domain account',
    text: 'Tick that you know what a wrong password does to a domain account.',
  },
} satisfies Record<BulkLoginProblem['code'], { readonly title: string; readonly text: string }>;

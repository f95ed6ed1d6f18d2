import type { TransferProblem } from '../../core/problem.ts';

/** Handing the list over: export, backup and import. */
export const handOver = {
  section: 'Hand over',
  export: 'Export…',
  backUp: 'Back up…',
  import: 'Import…',
  importList: 'Import a list',
  exporting: {
    title: 'Export servers',
    text: 'The file holds names, addresses, user names, tags, environments and favourites. No password, no token and no device id is in it. Own authorities, proxies and log-outs by themselves are not in it.',
    servers: 'Servers in the file',
    all: 'All of them',
    search: 'Search in this list',
    withPins: 'With trusted certificates',
    withPinsHint: 'Whoever imports the file sees each fingerprint and decides.',
    save_one: 'Export {{count}} server',
    save_other: 'Export {{count}} servers',
    done_one: '{{count}} server is in {{file}}, without any secret.',
    done_other: '{{count}} servers are in {{file}}, without any secret.',
  },
  backingUp: {
    title: 'Back up everything',
    text: 'The file holds all servers, trusted certificates, sessions with their tokens and kept passwords, sealed under a passphrase. Without that passphrase nobody can open it. Files of own authorities, log-outs by themselves and pending log-outs are not in it.',
    save: 'Back up',
    working: 'Sealing…',
    done_one: '{{count}} server is in {{file}}.',
    done_other: '{{count}} servers are in {{file}}.',
    unreadable_one: 'The token of {{count}} session could not be read here, so it is not in the file.',
    unreadable_other: 'The tokens of {{count}} sessions could not be read here, so they are not in the file.',
  },
  importing: {
    title: 'Import servers',
    text: 'From a list or a backup that this app wrote, from a spreadsheet saved as CSV (UTF-8), or from an environment of Postman. Nothing changes before you have seen what would.',
    choose: 'Choose file…',
    chooseOther: 'Another file…',
    reading: 'Reading…',
    backup: '{{file}} is a backup. The passphrase that it was made with opens it.',
    open: 'Open',
    sources: {
      'hand-over': '{{file}}: a list from this app',
      backup: '{{file}}: a backup from this app',
      csv: '{{file}}: a table (CSV)',
      postman: '{{file}}: an environment of Postman',
    },
    secretsLeftOut: 'There are passwords or tokens in this file. They are not taken over.',
    onLine: 'Line {{line}}: {{why}}',
    reasons: {
      'address-missing': 'The address is missing.',
      'address-malformed':
        'The address can’t be read. It has to be an IP, a name such as findface.example.org, or a full URL.',
      'address-scheme-unsupported': 'Only addresses with https:// or http:// can be imported.',
      'address-holds-credentials': 'The address contains a user name or a password.',
      'user-name-missing': 'The user name is missing.',
      'user-name-has-control-characters': 'The user name contains hidden characters.',
    },
    groups: {
      new: 'New',
      changed: 'Different here',
      same: 'Already here',
      unusable: 'Cannot be used',
    },
    all: 'All of them',
    more_one: 'Show {{count}} more',
    more_other: 'Show {{count}} more',
    fields: {
      name: 'Name',
      address: 'Address',
      userName: 'User name',
      tags: 'Tags',
      environment: 'Environment',
      favourite: 'Favourite',
    },
    yes: 'yes',
    no: 'no',
    nothing: 'none',
    endsSession: 'The session that is here ends: it belongs to the old address or user.',
    withPin: 'Trust its certificate',
    withPinInstead: 'Trust this certificate instead of the present one',
    fingerprint: 'SHA-256 fingerprint',
    pinBefore: 'Trusted until now',
    restoreSecrets: 'Bring back its session and its kept password',
    replaceSecrets: 'Replace the session that is here by the one in the backup',
    onlyWithPin: 'Only together with its certificate.',
    submit_one: 'Import {{count}} server',
    submit_other: 'Import {{count}} servers',
    added_one: '{{count}} server added.',
    added_other: '{{count}} servers added.',
    changed_one: '{{count}} server changed.',
    changed_other: '{{count}} servers changed.',
    sessions_one: '{{count}} session brought back.',
    sessions_other: '{{count}} sessions brought back.',
    failed_one: '{{count}} entry could not be taken over.',
    failed_other: '{{count}} entries could not be taken over.',
  },
};

interface ProblemWords {
  readonly title: string;
  readonly text: string;
}

/** Problems of files that are handed over. */
export const handOverProblems = {
  'import-not-read': {
    title: 'File not read',
    text: '{{file}} could not be read. Is it still there, and may you read it?',
  },
  'import-too-large': {
    title: 'File too large',
    text: 'Only files of up to {{largestMb}} MB are read.',
  },
  'import-not-text': {
    title: 'Not a text in UTF-8',
    text: 'This file is no text in UTF-8. In a spreadsheet, choose “CSV UTF-8” when saving.',
  },
  'import-unknown': {
    title: 'Not a list of servers',
    text: 'This is no list or backup of this app, no CSV with headings such as address, name and user, and no environment of Postman.',
  },
  'import-broken': {
    title: 'File damaged',
    text: 'This file is cut off, or was changed since it was written. Nothing was taken from it.',
  },
  'import-newer': {
    title: 'Written by a newer version',
    text: 'A newer version of this app wrote this file. Update this one to read it.',
  },
  'import-empty': { title: 'Nothing in it', text: 'There is no server in this file.' },
  'import-too-many': {
    title: 'Too many entries',
    text: 'A file may have up to {{most}} servers. Nothing was taken from this one.',
  },
  'csv-without-address': {
    title: 'No addresses',
    text: 'This table has no column with addresses. Call one “address”, “url” or “server” in its first row.',
  },
  'csv-broken': {
    title: 'Not a whole table',
    text: 'Line {{line}} of this table cannot be read: a quotation mark is missing or too many.',
  },
  'import-repeated': {
    title: 'Twice in the file',
    text: 'The same server and user stand in the file before, with the same name.',
  },
  'import-gone': {
    title: 'Choose the file again',
    text: 'What was read of this file is not there any more. Nothing was changed.',
  },
  'import-outdated': {
    title: 'The list has changed',
    text: 'Servers were changed here since you looked at this file. Choose it again; nothing was taken from it.',
  },
  'backup-too-large': {
    title: 'Too much for one backup',
    text: 'The backup would be larger than {{largestMb}} MB and could not be read again, so it was not written.',
  },
} satisfies Record<TransferProblem['code'], ProblemWords>;

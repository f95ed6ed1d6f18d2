import type { Notice } from '../../state.ts';

type NoticeWords =
  | { readonly title: string; readonly text: string }
  | { readonly title_one: string; readonly title_other: string; readonly text: string };

/** What happened to the kept files, and to many servers at once. */
export const notices = {
  'file-restored': {
    title: 'An older copy is in use',
    text: '{{file}} was damaged, so its last good copy was taken. The damaged file is kept as {{keptAs}}.',
  },
  'file-rolled-back': {
    title: 'An older copy had taken its place',
    text: '{{file}} had been replaced by an older state. The newer one was taken; the older is kept as {{keptAs}}.',
  },
  'vault-older': {
    title: 'The token store is an older one',
    text: '{{file}} is older than the one last used here (changes missing: {{behind}}). Sessions logged in since then have no token here: log in again.',
  },
  'file-unreadable': {
    title: 'A file could not be read',
    text: '{{file}} could not be read and has no good copy. It is kept as {{keptAs}}; nothing was deleted.',
  },
  'file-foreign': {
    title: 'Another program wrote this file',
    text: '{{file}} was changed by another program while this app was running. What it wrote is kept as {{keptAs}}; the app goes on with its own.',
  },
  'list-archived': {
    title: 'The server list was archived',
    text: 'The vault was reset from the lock screen, so the list starts empty. The earlier files are in the data folder as {{keptAs}}; nothing was deleted. To get your servers back, import a backup, or quit the app and put these files back under their names; the passphrase will be needed again.',
  },
  'file-newer': {
    title: 'Written by a newer version',
    text: '{{file}} was written by a newer version of this app. It is left untouched, and changes are not saved.',
  },
  'file-not-saved': {
    title: 'Changes are not saved',
    text: '{{file}} could not be written. Changes last until the app quits.',
  },
  'sessions-refused': {
    title_one: '{{count}} session was refused',
    title_other: '{{count}} sessions were refused',
    text: '{{names}}: the tokens are not accepted any more. Log in again; nothing is repeated by itself.',
  },
  'servers-unreachable': {
    title_one: '{{count}} server cannot be reached',
    title_other: '{{count}} servers cannot be reached',
    text: 'Perhaps this computer is offline. Sessions were not touched: {{names}}.',
  },
} satisfies Record<Notice['code'], NoticeWords>;

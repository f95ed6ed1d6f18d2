import type { PassphraseProblem, VaultProblem } from '../../core/problem.ts';

interface ProblemWords {
  readonly title: string;
  readonly text: string;
}

/** Problems of the passphrase, the vault and the lock. */
export const storeProblems = {
  'passphrase-too-short': {
    title: 'Passphrase too short',
    text: 'A passphrase needs at least {{shortest}} characters. A few words are easy to remember and hard to guess.',
  },
  'passphrase-too-long': {
    title: 'Passphrase too long',
    text: 'A passphrase may have up to {{longest}} characters.',
  },
  'passphrase-wrong': {
    title: 'Wrong passphrase',
    text: 'Wrong passphrase. Try again.',
  },
  'passphrase-later': {
    title: 'Wait a moment',
    text: 'Too many wrong attempts. Try again in {{seconds}} s.',
  },
  'current-passphrase-wrong': {
    title: 'Wrong passphrase',
    text: 'The current passphrase is wrong. Nothing was changed.',
  },
  locked: { title: 'Locked', text: 'The window is locked. Unlock it first.' },
  'keyring-not-open': { title: 'The keyring did not open', text: '{{because}}' },
  'store-not-open': {
    title: 'The token store is not open',
    text: 'What is sealed there cannot be changed before it is open. Unlock it first.',
  },
  'last-way-in': {
    title: 'This is the only way in',
    text: 'Without it nobody could open the token store. Set up the other way in first.',
  },
  'records-unreadable': {
    title: 'Some secrets cannot be opened',
    text: 'Sealed secrets that cannot be opened here: {{count}}, so the key was not changed. Log in again on the servers marked so, or remove them, and try again.',
  },
  'word-does-not-match': {
    title: 'Type the word',
    text: 'Type {{word}} to reset the vault. Until then nothing changes.',
  },
  'password-not-kept': {
    title: 'Passwords are not kept here',
    text: '{{because}} Nothing was sent; log in without keeping the password.',
  },
  'no-kept-password': {
    title: 'No password is kept',
    text: 'There is no kept password of {{user}} for {{name}}. Log in with the password.',
  },
} satisfies Record<(PassphraseProblem | VaultProblem)['code'], ProblemWords>;

/** Why a keyring did not open, and why a password is not kept. */
export const storeReasons = {
  keyring: {
    'keyring-locked': 'It is locked, or asks a question in another window. Answer it and try again.',
    'keyring-lost': 'It has another key than the one that sealed the tokens. They are kept as they are.',
    'no-keyring': 'This desktop has no keyring that seals anything.',
  },
  keep: {
    'plain-http': 'Not available for http:// servers.',
    'not-sealed': 'Nothing is sealed on this computer at present.',
  },
};

import type { FaultSection } from './fault-row.ts';

/** What a person may type and press. */
export const whatPeopleDo: FaultSection = {
  title: 'What people do',
  rows: [
    { number: 165, title: 'addresses of every kind' },
    {
      number: 166,
      title: 'an address with a token in it',
      ours: 'the token is dropped; the saved address is shown',
    },
    { number: 167, title: 'user names that cannot be sent' },
    { number: 168, title: 'passwords of every kind' },
    {
      number: 169,
      title: 'one name, or one server, twice',
      ours: 'the name gets a number; a server may be there twice',
    },
    {
      number: 170,
      title: 'twenty times Enter, and Escape',
      ours: 'Escape leaves the dialog and cancels the login',
    },
    {
      number: 171,
      title: 'screen readers, large print, narrow windows',
      ours: 'axe reads the accessible texts from the page; no screen reader was run',
    },
    {
      number: 172,
      title: 'password fields',
      ours: 'they are named for password managers; nothing shows what was typed, so nothing hides it again',
    },
    {
      number: 173,
      title: 'five hundred profiles',
      ours: 'rows and drawn work are counted here; times are measured by npm run bench',
    },
  ],
};

/** The package and its start. */
export const packageAndStart: FaultSection = {
  title: 'Package and start',
  rows: [
    { number: 174, title: 'the fuses of the package' },
    { number: 175, title: 'a changed package', notHere: 'Electron checks it on Windows and macOS only' },
    {
      number: 176,
      title: 'hostile switches and variables',
      ours: 'a package takes a short list of switches, and ends with code 2 at any other',
    },
    { number: 177, title: 'planted libraries', notHere: 'needs Windows; LD_PRELOAD is out of scope' },
    { number: 178, title: 'a hostile folder to start in' },
    {
      number: 179,
      title: 'installed anywhere, run by anyone',
      notHere: 'npm run test:package installs, starts and removes every package',
    },
    { number: 180, title: 'what does not belong into the package' },
    {
      number: 181,
      title: 'dependencies',
      notYet: 'npm audit needs the registry; the lock file is read by npm ci',
    },
  ],
};

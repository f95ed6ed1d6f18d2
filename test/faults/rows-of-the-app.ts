import type { FaultSection } from './fault-row.ts';

/** Concurrent actions, and two instances of the app. */
export const atTheSameTime: FaultSection = {
  title: 'At the same time',
  rows: [
    { number: 113, title: 'a second start' },
    {
      number: 114,
      title: 'a second start with 40 MB of arguments',
      notHere: 'Linux starts nothing with so many; the app passes no data of its own',
    },
    {
      number: 115,
      title: 'the lock of a crashed instance',
      ours: 'is taken over, also when it names another computer: a data folder is for one computer at a time',
    },
    {
      number: 116,
      title: 'two instances on purpose',
      notYet: 'the package takes --user-data-dir: who can pass it runs as the person anyway',
    },
    { number: 117, title: 'a vault edited while the app runs' },
    { number: 118, title: 'five hundred saves at once' },
    { number: 119, title: 'login, log-out, renaming and removal in any order' },
    { number: 120, title: 'quitting in the middle of a save or a login' },
    { number: 121, title: 'locking in the middle of a request' },
    { number: 122, title: 'an update while the app is open' },
    { number: 123, title: 'switching users, remote desktops', notHere: 'needs a real desktop' },
  ],
};

/** Clocks and suspended computers. */
export const clockAndSleep: FaultSection = {
  title: 'Clock and sleep',
  rows: [
    { number: 124, title: 'a clock that jumps' },
    { number: 125, title: 'summer time, another zone, a leap second' },
    { number: 126, title: 'a server whose clock is a day off' },
    { number: 127, title: 'an end further away than a timer reaches' },
    { number: 128, title: 'eight hours asleep' },
    { number: 129, title: 'awake without a network' },
    { number: 130, title: 'locking when idle' },
    {
      number: 131,
      title: 'a desktop that does not report its lock screen',
      notHere: 'needs a real desktop',
    },
    {
      number: 132,
      title: 'a main process that is busy',
      ours: 'there is no watchdog: keys are derived outside of the main thread, so nothing takes that long',
    },
  ],
};

/** A compromised page. */
export const aHostilePage: FaultSection = {
  title: 'A hostile page',
  rows: [
    { number: 133, title: 'calls from frames that are not ours' },
    { number: 134, title: 'channels and ids named like prototypes' },
    { number: 135, title: 'any message on any channel' },
    {
      number: 136,
      title: 'ten thousand calls a second',
      ours: 'what is too much is not answered; the wait of main is measured, and may be longer on a busy computer',
    },
    { number: 137, title: 'ten thousand listeners' },
    {
      number: 138,
      title: 'asking for secrets, copying a hundred times',
      ours: 'copies are limited in number; no gesture is asked for, since screen readers press buttons without any',
    },
    { number: 139, title: 'the memory of the page' },
    { number: 140, title: 'everything said between main and page' },
    { number: 141, title: 'scripts in names, errors and certificates' },
    { number: 142, title: 'elements put into the page' },
    { number: 143, title: 'leaving the page' },
    { number: 144, title: 'addresses that look like ours' },
    {
      number: 145,
      title: 'every permission there is',
      ours: 'all are refused; only the face dialog opens the camera, without sound, and for five minutes at most',
    },
    {
      number: 146,
      title: 'opening hostile addresses outside',
      ours: 'the page names a profile, never an address: only the server’s own address is opened',
    },
    { number: 147, title: 'workers, sockets, WebRTC and fetch' },
    { number: 148, title: 'changing the bridge' },
    { number: 149, title: 'a page that crashes or hangs' },
    { number: 150, title: 'developer tools in the package' },
    { number: 151, title: 'errors that cross to the page' },
  ],
};

/** The content of the clipboard over time. */
export const theClipboard: FaultSection = {
  title: 'The clipboard',
  rows: [
    {
      number: 152,
      title: 'text and marks in one step',
      ours: 'with Electron 44 and later; earlier ones know no marks',
      notHere: 'needs Electron 44 or later',
    },
    { number: 153, title: 'something else copied meanwhile' },
    {
      number: 154,
      title: 'the same text copied elsewhere',
      ours: 'is cleared: the two cannot be distinguished',
    },
    {
      number: 155,
      title: 'quitting, sleeping or crashing before the time is up',
      ours: 'after a crash it stays',
    },
    { number: 156, title: 'two copies in a row' },
    { number: 157, title: 'a clipboard that refuses or hangs' },
    { number: 158, title: 'copying and clearing without focus under Wayland' },
    { number: 159, title: 'Windows’ clipboard history and cloud', notHere: 'needs Windows' },
    { number: 160, title: 'clipboard programs on macOS', notHere: 'needs macOS' },
    { number: 161, title: 'Klipper, GPaste, CopyQ', notHere: 'needs real desktops' },
    { number: 162, title: 'the selection of the middle mouse button', notHere: 'needs real desktops' },
    { number: 163, title: 'a page that reads the clipboard' },
    { number: 164, title: 'a token of a megabyte' },
  ],
};

/** The parts that some sentences are completed with, and the buttons that name the next step. */
export const fixes = {
  untouched: 'Your session was not touched.',
  missing: 'Missing rights: {{rights}}.',
  parameter: 'It objects to “{{parameter}}”.',
  waitSeconds: 'Try again in {{seconds}} s.',
  waitABit: 'Try again in a few minutes.',
  mayLastUntil: 'The session may last there until {{moment}}.',
  mayLast: 'The session may last there until it ends by itself.',
  face: 'This app cannot do that: log in with the browser.',
  faceAndPassword: 'Enter the token of a face check, or log in with the browser.',
  logIn: 'Log in',
  logInAgain: 'Log in again',
  checkAgain: 'Check again',
  compare: 'Compare…',
  editAddress: 'Edit address…',
  copyDeviceId: 'Copy device id',
  openInBrowser: 'Open in browser',
};

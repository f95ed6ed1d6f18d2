/** Sessions that the app ends automatically. */
export const lease = {
  open: 'Log out by itself…',
  title: 'Log out of {{name}} by itself',
  about:
    'The app logs out for real: the server ends the session, and a header that was copied stops working everywhere.',
  after: 'Some time after the login',
  time: 'Time',
  ownTime: 'Another time…',
  amount: 'How long',
  amountWrong: 'A whole number, and 180 days at most.',
  unit: 'Unit',
  units: { minutes: 'minutes', hours: 'hours', days: 'days' },
  atHour: 'At a set time of day',
  hour: 'Time of day',
  hourWrong: 'A time such as 18:00.',
  onLock: 'When the window locks',
  onQuit: 'When the app quits',
  missed:
    'What comes due while the window is locked, the app closed or the computer asleep is done as soon as it can be; until then the header cannot be copied.',
  endsThen: 'The present session ends by itself: {{moment}}.',
  endsAtOnce: 'The present session is older than that already: it ends as soon as you save.',
  save: 'Save',
  logsOutIn: 'logs out in {{span}}',
  logsOutNow: 'is being logged out',
  section: 'Log-out by itself',
  never: 'Not by itself: the session lasts until the server ends it.',
  next: 'Next',
  nextAt: '{{moment}} (in {{span}})',
  rule: 'Rule',
  rules: {
    after: '{{span}} after the login',
    at: 'daily at {{time}}',
    lock: 'when the window locks',
    quit: 'when the app quits',
  },
  change: 'Change…',
  forNew: 'Log out of servers added from now on',
  forNewHint: 'Servers that are in the list already keep what was set for them.',
  forNewAfter: '{{span}} after the login',
  forNewNever: 'Not by itself',
};

/** Sessions that have ended here, but of which the server has not said so yet. */
export const ending = {
  pending: 'Log-out pending',
  unconfirmed: 'Log-out not confirmed',
  waiting: '{{host}} has not confirmed it yet.',
  givenUp: '{{host}} has not confirmed it, and is not asked any more by itself.',
  lost: '{{host}} has not confirmed it, and cannot be asked any more: the token is not on this computer any longer.',
  mayWork: 'Its token may work until {{moment}}.',
  mayWorkOn: 'Its token may work until the server ends it.',
  storeClosed: 'The server is asked once the token store is open.',
  asking: 'Asking the server…',
  nextTry: 'Next try: {{moment}}.',
  lastTry: 'Tries in vain: {{tries}}. Last one {{ago}}: {{cause}}.',
  tryNow: 'Try now',
  forget: 'Forget it…',
  dismiss: 'Dismiss',
  until: 'may work until {{day}}',
  untilUnknown: 'not confirmed by the server',
  forgetTitle: 'Forget this log-out?',
  forgetText:
    'The token is deleted here. The session stays on {{host}}, and whoever has copied its header can go on using it.',
  forgetDo: 'Forget it',
  removing_one:
    'A log-out is pending. Once the server is removed from this list, nothing can end that session any more.',
  removing_other:
    '{{count}} log-outs are pending. Once the server is removed from this list, nothing can end those sessions any more.',
};

/** The problems of auto-logout and pending log-outs. */
export const leaseProblems = {
  'lease-ended': {
    title: 'The time of this session is over',
    text: 'The session for {{name}} was to end by itself by now, so its header is not copied any more. Log in again.',
  },
  'logout-under-way': {
    title: 'A log-out is under way',
    text: '{{user}} is just being logged out of {{name}}. Wait for that, then log in.',
  },
  'ending-unconfirmed': {
    title: 'Still not confirmed',
    text: '{{host}} did not confirm the log-out. The app goes on asking by itself as long as that makes sense.',
  },
  'logout-unconfirmed': {
    title: 'Log-out not confirmed by the server',
    text: '{{kept}} {{rest}}',
  },
};

/** How such a log-out is told: does it go on, or was that all? */
export const leaseFixes = {
  keptPending:
    'The token for {{name}} can no longer be used here, but its server has not confirmed the log-out yet. The app goes on asking it.',
  keptGone: 'The token for {{name}} is deleted here, but the server could not be told.',
};

/** Auto-logout and pending log-outs in the journal. */
export const leaseEvents = {
  'lease-changed': 'Log-out by itself changed',
  'lease-ended': 'Time of a session over',
  'logout-pending': 'Log-out pending',
  'logout-confirmed': 'Log-out confirmed by the server',
  'logout-given-up': 'Log-out never confirmed',
};

/** Why a session was ended automatically, or why its ending was given up. */
export const leaseReasons = {
  time: 'by the time set',
  lock: 'with the lock',
  'app-quit': 'with the app',
  missed: 'made good late',
  'asked-often': 'asked too often in vain',
  'token-lost': 'the token is gone from here',
  forgotten: 'given up by hand',
  expired: 'the session has expired meanwhile',
};

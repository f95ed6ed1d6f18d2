import type { RowStatus } from '../../sessions/session.ts';

interface StandingWords {
  /** One or two words for the list. */
  readonly word: string;
  /** A whole sentence for the details. */
  readonly text: string;
  /** The second line in the list, where it is not a time. */
  readonly second?: string;
}

/** Where a session stands, in words. */
export const standings = {
  'logged-out': { word: 'logged out', text: 'There is no session here. Log in to get one.' },
  'logging-in': { word: 'logging in…', text: 'Waiting for the server’s answer.' },
  'logging-out': { word: 'logging out…', text: 'The server is asked to end the session.' },
  'log-out-pending': {
    word: 'log-out pending',
    text: 'The session has ended here, but its server has not confirmed that yet.',
  },
  accepted: { word: 'accepted', text: 'Accepted by the server' },
  expiring: { word: 'expires in {{span}}', text: 'Accepted, but it ends soon' },
  expired: { word: 'expired', text: 'The session’s time is up. Log in again; nothing else is lost.' },
  refused: {
    word: 'refused by the server',
    second: 'perhaps ended elsewhere',
    text: 'The server no longer accepts this session. It may have been ended from another place.',
  },
  blocked: {
    word: 'blocked by an administrator',
    second: 'for this computer',
    text: 'An administrator blocked this computer on the server.',
  },
  licence: {
    word: 'licence problem',
    text: 'The server answers, but its FindFace licence is invalid. The session may still be good.',
  },
  unreachable: {
    word: 'server unreachable',
    text: 'The server could not be asked. The session was not touched.',
  },
  'certificate-changed': {
    word: 'certificate changed',
    second: 'nothing was sent',
    text: 'The server shows another certificate than the trusted one. Nothing was sent.',
  },
  uncertain: {
    word: 'unclear answer',
    text: 'The server answered, but not clearly enough to judge the session.',
  },
  'not-checked': { word: 'not checked yet', text: 'The server has not been asked about this session yet.' },
  unreadable: {
    word: 'secret unreadable here',
    second: 'does not open at present',
    text: 'The token is kept, but does not open here at present. Open the token store, or log in again to replace it.',
  },
} satisfies Record<RowStatus, StandingWords>;

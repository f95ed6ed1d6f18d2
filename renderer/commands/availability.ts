import type { Managed } from '../../contract/installation/policy.ts';
import type { CommandName } from '../../contract/keys.ts';
import { mayShowFace } from '../../contract/sessions/face.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { isFaceOffered, isRenewable } from '../actions/preferred-login-method.ts';
import { isManagedServer, mayAddAccount } from '../state/managed.ts';
import { sideSubject } from '../state/side-subject.ts';

/** Why a command cannot act on a server at the moment. */
export type WhyNot = 'no-session' | 'under-way' | 'managed';

const needsSession: ReadonlySet<CommandName> = new Set<CommandName>([
  ...([
    'copyHeader',
    'copyAs',
    'copyExpiry',
    'checkOne',
    'logOut',
    'sessionsHere',
    'sessionsWindow',
  ] as const),
  ...(['openWebInterface', 'openApiDocs', 'gateway'] as const),
]);
const logsIn: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['logInAgain', 'logInWithFace', 'renewWithFace', 'pasteToken'] as const),
]);

/** What leads to something that only the main window has, or opens the side window that this one is. */
const notInSideWindows: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['detailsWindow', 'sessionsWindow', 'moveUp', 'moveDown', 'journalHere', 'tick'] as const),
]);

/** Whether a server has this command at all; the others have it even while something is in its way. */
export function isOffered(command: CommandName, row: Row): boolean {
  if (sideSubject !== null && notInSideWindows.has(command)) return false;
  if (command === 'renewWithFace') return isRenewable(row);
  if (command === 'forgetPassword') return row.passwordKept;
  if (command !== 'logInWithFace') return true;
  const authType = row.server?.authType ?? null;
  // If `AUTH_TYPE` is unknown and there is no HTTPS, a face log-in is not offered.
  return isFaceOffered(authType) && (authType !== null || mayShowFace(row.profile.address));
}

/** What is in the way of a command on a server; null if nothing is. */
export function whyNot(command: CommandName, { profile, session }: Row, managed: Managed): WhyNot | null {
  if (needsSession.has(command)) return hasToken(session) ? null : 'no-session';
  if (logsIn.has(command)) return hasToken(session) || session.phase === 'logged-out' ? null : 'under-way';
  if (command === 'remove') return isManagedServer(managed, profile.id) ? 'managed' : null;
  if (command === 'duplicate') return mayAddAccount(managed, profile.id) ? null : 'managed';
  return null;
}

import type { FormProblem } from '../../contract/core/problem.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import { hasToken, type Session, stableSession } from '../../contract/sessions/session.ts';

/** Longer than any password a server takes, short enough for a header. */
const maxPasswordLength = 4_096;

/** Why this password cannot be sent; null if it can. It is sent exactly as typed, blanks and all. */
export function passwordProblem(password: string): FormProblem | null {
  if (password === '') return { code: 'password-missing' };
  if (password.includes('\0')) return { code: 'password-has-nul' };
  if (password.length > maxPasswordLength) return { code: 'password-too-long', longest: maxPasswordLength };
  return null;
}

/** The token of a face check as pasted, without the blanks around it; undefined if it cannot be one. */
export function readFaceToken(pasted: string | null): string | null | undefined {
  const text = pasted?.trim() ?? '';
  if (text === '') return null;
  return /^[\x21-\x7e]{1,4096}$/.test(text) ? text : undefined;
}

/** Would a token of the one profile be a token of the other, too? */
export function isSameLogin(one: Profile, other: Profile): boolean {
  return (
    one.address.origin === other.address.origin &&
    one.address.basePath === other.address.basePath &&
    one.userName === other.userName
  );
}

/** Do two user names mean the same user? Directories write them in other cases than people do. */
export function isSameUser(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}

/** May this session be ended without asking? One whose token was made elsewhere may be in use there still. */
export function mayEndAutomatically(session: Session): boolean {
  const held = stableSession(session);
  return hasToken(held) && held.wayIn !== 'pasted';
}

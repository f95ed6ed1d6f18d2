import type { FormProblem } from '../../contract/core/problem.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import { hasToken, type Session, stableSession } from '../../contract/sessions/session.ts';

/** In characters; longer than any real password, short enough for a header. */
const maxPasswordLength = 4_096;

/** Why a password cannot be sent, or null. A password is sent exactly as typed, including spaces. */
export function passwordProblem(password: string): FormProblem | null {
  if (password === '') return { code: 'password-missing' };
  if (password.includes('\0')) return { code: 'password-has-nul' };
  if (password.length > maxPasswordLength) return { code: 'password-too-long', longest: maxPasswordLength };
  return null;
}

/** A pasted face token without surrounding spaces; undefined if it cannot be one. */
export function readFaceToken(pasted: string | null): string | null | undefined {
  const text = pasted?.trim() ?? '';
  if (text === '') return null;
  return /^[\x21-\x7e]{1,4096}$/.test(text) ? text : undefined;
}

/** Whether a token of one profile is also valid for the other: same address and user. */
export function isSameLogin(one: Profile, other: Profile): boolean {
  return (
    one.address.origin === other.address.origin &&
    one.address.basePath === other.address.basePath &&
    one.userName === other.userName
  );
}

/** Whether two user names mean the same user; compared without case, as directories do. */
export function isSameUser(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}

/** Whether the app may end this session without asking; not if its token was pasted, since others may use it. */
export function mayEndAutomatically(session: Session): boolean {
  const held = stableSession(session);
  return hasToken(held) && held.wayIn !== 'pasted';
}

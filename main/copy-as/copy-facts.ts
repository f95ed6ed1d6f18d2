import type { EpochMs } from '../../contract/core/time.ts';
import { addressText, type Profile } from '../../contract/profiles/profile.ts';
import type { Session } from '../../contract/sessions/session.ts';
import { expiryOf } from '../token/token-header.ts';

/** What a format can contain. */
export interface CopyFacts {
  /** The name of the profile. */
  readonly name: string;
  readonly userName: string;
  /** Origin and base path, without a slash at the end. */
  readonly url: string;
  /** Printable ASCII without spaces, as the server sent it: it may contain quotes. */
  readonly token: string;
  readonly expiresAt: EpochMs | null;
  /** The name by which `ffsm` finds the server; null where there is no `ffsm`. */
  readonly ffsmName: string | null;
}

/** The facts of a profile and its session. */
export function copyFacts(
  { name, userName, address }: Pick<Profile, 'name' | 'userName' | 'address'>,
  session: Session,
  token: string,
  ffsmName: string | null = null,
): CopyFacts {
  return { name, userName, url: addressText(address), token, expiresAt: expiryOf(session), ffsmName };
}

/** The header of every authorized request with its name; the scheme is `Token`, not `Bearer`. */
export function headerLine(token: string): string {
  return `Authorization: ${headerValue(token)}`;
}

/** The value of the header, as FindFace's API docs ask for it. */
export function headerValue(token: string): string {
  return `Token ${token}`;
}

/** The path of the request that tells whose a token is. */
export const mePath = '/users/me/';

/** The address of this request. */
export function meUrl({ url }: Pick<CopyFacts, 'url'>): string {
  return url + mePath;
}

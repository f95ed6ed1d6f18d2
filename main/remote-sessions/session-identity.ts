import { createHmac, randomBytes } from 'node:crypto';
import { addressText, type ServerAddress } from '../../contract/profiles/profile.ts';

const key = randomBytes(32);

/**
 * A name for a session on a server, the same for every entry of the list that sees it.
 *
 * SECURITY: the page cannot turn it back into the id of the session, which stays in main (0019).
 */
export function sessionIdentity(address: ServerAddress, sessionId: string): string {
  return createHmac('sha256', key)
    .update(`${addressText(address)}\n${sessionId}`)
    .digest('base64url')
    .slice(0, 16);
}

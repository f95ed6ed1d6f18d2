import { createHmac, randomBytes } from 'node:crypto';
import { addressText, type ServerAddress } from '../../contract/profiles/profile.ts';

const key = randomBytes(32);

/**
 * An ID of a session on a server, equal for all profiles that list it.
 *
 * SECURITY: a hash, from which the page cannot compute the session ID (0019).
 */
export function sessionIdentity(address: ServerAddress, sessionId: string): string {
  return createHmac('sha256', key)
    .update(`${addressText(address)}\n${sessionId}`)
    .digest('base64url')
    .slice(0, 16);
}

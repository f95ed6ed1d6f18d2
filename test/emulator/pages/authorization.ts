import type { Answer } from '../http/answer.ts';
import type { Asked } from '../http/asked.ts';
import { licenceProblem, unauthorized } from '../http/problems.ts';
import type { Person } from '../world/people.ts';
import type { Session } from '../world/session-table.ts';
import type { World } from '../world/world.ts';

const notProvided = 'Authentication credentials were not provided.';

/** The session of a token, or the response that rejects it. */
export type TokenVerdict =
  | { readonly ok: true; readonly session: Session; readonly person: Person }
  | { readonly ok: false; readonly response: Answer };

/** Checks `Authorization: Token …`, as all requests but the log-in do. */
export function checkToken(world: World, asked: Asked): TokenVerdict {
  const refuse = (sentence: string) =>
    ({ ok: false, response: unauthorized(asked, sentence, 'Token') }) as const;
  const [scheme, ...rest] = (asked.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'token') return refuse(notProvided);
  const [token] = rest;
  if (!token && rest.length < 2) return refuse('Invalid token header. No credentials provided.');
  if (!token || rest.length > 1) {
    return refuse('Invalid token header. Token string should not contain spaces.');
  }
  const session = world.sessions.byToken(token, world.clock.now());
  const person = session && world.people.byId(session.userId);
  if (!session?.active || !person) return refuse('Invalid token.');
  if (!person.active) return refuse('User inactive or deleted.');
  // A license error does not depend on the token, but only valid tokens get it.
  const licence = licenceProblem(asked);
  return licence ? { ok: false, response: licence } : { ok: true, session, person };
}

/** Checks `Authorization: Basic …` of a log-in. */
export function checkPassword(world: World, asked: Asked): Person | Answer {
  const refuse = (sentence: string) => unauthorized(asked, sentence, 'Basic');
  const [scheme, ...rest] = (asked.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic') return refuse(notProvided);
  const [encoded] = rest;
  if (!encoded && rest.length < 2) return refuse('Invalid basic header. No credentials provided.');
  if (!encoded || rest.length > 1) {
    return refuse('Invalid basic header. Credentials string should not contain spaces.');
  }
  const pair = decodePair(encoded);
  if (!pair) return refuse('Invalid basic header. Credentials not correctly base64 encoded.');
  return world.people.withPassword(pair.name, pair.password) ?? refuse('Invalid username/password.');
}

/** Splits at the first colon, so that passwords may contain colons and names may not. */
function decodePair(encoded: string): { name: string; password: string } | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded) || encoded.length % 4 !== 0) return undefined;
  const text = decodeText(Buffer.from(encoded, 'base64'));
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { name: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** Decodes as UTF-8 if valid, else as Latin-1, which old clients send. */
function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

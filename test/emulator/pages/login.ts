import { type Answer, empty, json } from '../http/answer.ts';
import { licenceProblem, problem, unauthorized } from '../http/problems.ts';
import type { Route, SignedVisit, Visit } from '../http/route.ts';
import type { Switches } from '../switches/switch-table.ts';
import { writeDate } from '../world/dates.ts';
import { describePerson, type Person } from '../world/people.ts';
import type { Device } from '../world/session-table.ts';
import { checkPassword } from './authorization.ts';
import { type LoginBody, readLoginBody } from './request-body.ts';

const year = 365 * 24 * 3600 * 1000;

/** Logging in with a password, and logging out. */
export const loginRoutes: readonly Route[] = [
  { path: '/auth/login/', token: 'not needed', methods: { POST: login } },
  { path: '/auth/logout/', token: 'needed', methods: { POST: logout } },
  { path: '/users/me/ad', token: 'not needed', methods: { POST: directoryLogin } },
];

/** The order matters to clients: credentials are checked before the body. */
function login(visit: Visit): Answer {
  const { world, asked } = visit;
  const person = checkPassword(world, asked);
  if ('status' in person) return person;
  const body = readLoginBody(asked);
  if (!body.ok) return body.response;
  const face = checkFaceStep(visit, person, body.value);
  if (face) return face;
  return openSession(visit, person, body.value, true);
}

function logout({ world, session }: SignedVisit): Answer {
  world.sessions.end([session]);
  return empty(204);
}

/** Stands for Windows authentication: any log-in is the first domain user. */
function directoryLogin(visit: Visit): Answer {
  const { world, asked } = visit;
  const [scheme, proof] = (asked.headers.authorization ?? '').split(' ');
  const person = world.people.all.find((each) => each.adUser && each.active);
  const proven = /^(negotiate|ntlm)$/i.test(scheme ?? '') && Boolean(proof);
  if (!asked.switches.activeDirectory || !proven || !person) {
    const response = unauthorized(asked, 'Authentication credentials were not provided.', 'Token');
    return { ...response, headers: { ...response.headers, 'WWW-Authenticate': 'Negotiate' } };
  }
  const body = readLoginBody(asked);
  return body.ok ? openSession(visit, person, body.value, true) : body.response;
}

function checkFaceStep({ world, asked }: Visit, person: Person, body: LoginBody): Answer | undefined {
  const { authType, faceOnlyStatus, faceTokenStatus } = asked.switches;
  if (authType === 'face') {
    return problem(asked, Number(faceOnlyStatus), 'UNAUTHORIZED', 'Password login is switched off.');
  }
  if (authType !== 'face_and_password') return undefined;
  const session = world.sessions.byToken(body.videoAuthToken ?? '', world.clock.now());
  if (session && !session.active && session.userId === person.id) {
    // The face token is replaced by the real one.
    world.sessions.end([session]);
    return undefined;
  }
  const sentence = body.videoAuthToken === undefined ? 'This field is required.' : 'Invalid token.';
  const code = faceTokenStatus === '400' ? 'BAD_PARAM' : 'UNAUTHORIZED';
  return problem(asked, Number(faceTokenStatus), code, sentence, {
    param: 'video_auth_token',
    traceback: '',
  });
}

/** The last part of every log-in: block list, license, token, row, response. */
export function openSession(
  { world, asked }: Visit,
  person: Person,
  device: Device,
  active: boolean,
): Answer {
  const { switches } = asked;
  const now = world.clock.now();
  if (world.blockList.blocks(device.uuid, now)) {
    return problem(asked, Number(switches.blockedStatus), switches.blockedCode, 'This device is blocked.');
  }
  const licence = licenceProblem(asked);
  if (licence) return licence;
  const own = world.sessions.all.filter((each) => each.userId === person.id && !each.killed);
  // A log-in that still waits for its password does not replace a session.
  const replaces = switches.sameUuid === 'replace' && active;
  const replaced = replaces ? own.filter((each) => each.uuid === device.uuid) : [];
  if (switches.tokenLimit > 0 && own.length - replaced.length >= switches.tokenLimit) {
    return json(403, { error: 'Maximum amount of tokens allowed per user exceeded.' });
  }
  world.sessions.end(replaced);
  const expiresAt = now + switches.sessionSeconds * 1000;
  const { uuid, mobile, deviceInfo, ip } = device;
  const token = world.sessions.open(person.id, { uuid, mobile, deviceInfo, ip }, now, expiresAt, active);
  return json(200, {
    user: describePerson(person, switches),
    ...tokenField(token, switches),
    ...expiryField(expiresAt, now, switches),
  });
}

function tokenField(token: string, switches: Switches): Record<string, unknown> {
  switch (switches.token) {
    case 'normal':
      return { token };
    case 'absent':
      return {};
    case 'null':
      return { token: null };
    case 'empty':
      return { token: '' };
  }
}

function expiryField(expiresAt: number, now: number, switches: Switches): Record<string, unknown> {
  switch (switches.expiry) {
    case 'normal':
      return { token_expiration_datetime: writeDate(expiresAt, switches.dates) };
    case 'absent':
      return {};
    case 'null':
      return { token_expiration_datetime: null };
    case 'past':
      return { token_expiration_datetime: writeDate(now - year, switches.dates) };
  }
}

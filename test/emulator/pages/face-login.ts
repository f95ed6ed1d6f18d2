import { type Answer, json } from '../http/answer.ts';
import { type Part, readMultipart } from '../http/multipart.ts';
import { badParam, problem, unauthorized } from '../http/problems.ts';
import type { Route, SignedVisit, Visit } from '../http/route.ts';
import { writeDate } from '../world/dates.ts';
import { describePerson, type Person } from '../world/people.ts';
import { openSession } from './login.ts';
import { type Fields, type Read, readDevice, refuse } from './request-body.ts';

/** Logging in with a face video, and renewing with another. */
export const faceRoutes: readonly Route[] = [
  { path: '/auth/video-auth/', token: 'not needed', methods: { POST: faceLogin } },
  { path: '/auth/video-auth-renew/', token: 'needed', methods: { POST: renew } },
];

function faceLogin(visit: Visit): Answer {
  const { asked } = visit;
  const parts = readForm(visit);
  if (!parts.ok) return parts.response;
  const device = readDevice(asked, fieldsOf(parts.value));
  if (!device.ok) return device.response;
  const { authType } = asked.switches;
  const person = authType === 'password' ? undefined : personInVideo(visit);
  if (!person) return unauthorized(asked, 'Face authentication failed.', 'Token');
  return openSession(visit, person, device.value, authType !== 'face_and_password');
}

/** The token stays the same; only its expiry moves. */
function renew(visit: SignedVisit): Answer {
  const { world, asked, session, person } = visit;
  const parts = readForm(visit);
  if (!parts.ok) return parts.response;
  const { authType, renewSession, renewSeconds, sessionSeconds, dates } = asked.switches;
  const byFace = authType === 'face' || authType === 'face_or_password';
  if (!byFace || !renewSession || renewSeconds <= 0) {
    return problem(asked, 400, 'BAD_PARAM', 'Session renewal is switched off.');
  }
  if (personInVideo(visit)?.id !== person.id) {
    return unauthorized(asked, 'Face authentication failed.', 'Token');
  }
  const expiresAt = world.clock.now() + sessionSeconds * 1000;
  world.sessions.change(session, { expiresAt });
  return json(200, {
    token_expiration_datetime: writeDate(expiresAt, dates),
    user: describePerson(person, asked.switches),
  });
}

/** The video is not examined: a switch says who is in it. */
function personInVideo({ world, asked }: Visit): Person | undefined {
  const person = world.people.byName(asked.switches.faceOf);
  return person?.active && person.hasFace ? person : undefined;
}

function readForm({ asked }: Visit): Read<readonly Part[]> {
  const parts = readMultipart(asked.headers['content-type'], asked.body);
  if (!parts) return refuse(problem(asked, 400, 'BAD_PARAM', 'Multipart form parse error'));
  const video = parts.find((part) => part.name === 'video');
  if (!video) return refuse(badParam(asked, 'video', 'This field is required.'));
  if (video.content.length === 0) return refuse(badParam(asked, 'video', 'The submitted file is empty.'));
  return { ok: true, value: parts };
}

/** Form fields are strings; converts the two that are not strings in JSON. */
function fieldsOf(parts: readonly Part[]): Fields {
  const texts = parts
    .filter((part) => part.fileName === undefined)
    .map(({ name, content }): [string, unknown] => {
      const text = content.toString();
      if (name === 'mobile') return [name, text === 'true' || (text === 'false' ? false : text)];
      return [name, name === 'device_info' ? parseOrKeep(text) : text];
    });
  return Object.fromEntries(texts);
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

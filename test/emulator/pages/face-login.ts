import { type Answer, json } from '../http/answer.ts';
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

async function faceLogin(visit: Visit): Promise<Answer> {
  const { asked } = visit;
  const form = await readForm(visit);
  if (!form.ok) return form.response;
  const device = readDevice(asked, fieldsOf(form.value));
  if (!device.ok) return device.response;
  const { authType } = asked.switches;
  const person = authType === 'password' ? undefined : personInVideo(visit);
  if (!person) return unauthorized(asked, 'Face authentication failed.', 'Token');
  return openSession(visit, person, device.value, authType !== 'face_and_password');
}

/** The token stays the same; only its expiry moves. */
async function renew(visit: SignedVisit): Promise<Answer> {
  const { world, asked, session, person } = visit;
  const form = await readForm(visit);
  if (!form.ok) return form.response;
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

async function readForm({ asked }: Visit): Promise<Read<FormData>> {
  const contentType = asked.headers['content-type'] ?? '';
  const isForm = /^multipart\/form-data\b/i.test(contentType);
  const sent = new Response(new Uint8Array(asked.body), { headers: { 'content-type': contentType } });
  const form = isForm ? await sent.formData().catch(() => null) : null;
  if (!form) return refuse(problem(asked, 400, 'BAD_PARAM', 'Multipart form parse error'));
  const video = form.get('video');
  if (video === null) return refuse(badParam(asked, 'video', 'This field is required.'));
  const size = typeof video === 'string' ? video.length : video.size;
  return size > 0
    ? { ok: true, value: form }
    : refuse(badParam(asked, 'video', 'The submitted file is empty.'));
}

/** Form fields are strings; converts the two that are not strings in JSON. */
function fieldsOf(form: FormData): Fields {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const values = texts.map(([name, text]): [string, unknown] => {
    if (name === 'mobile') return [name, text === 'true' || (text === 'false' ? false : text)];
    return [name, name === 'device_info' ? parseOrKeep(text) : text];
  });
  return Object.fromEntries(values);
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

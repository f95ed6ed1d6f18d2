import { type Answer, empty, json } from '../http/answer.ts';
import { badParam, notFound } from '../http/problems.ts';
import type { Route, SignedVisit } from '../http/route.ts';
import { writeDate } from '../world/dates.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { Session } from '../world/session-table.ts';
import { applyBlockList, statusOf } from '../world/world.ts';
import { answerPage } from './paging.ts';
import { readFields } from './request-body.ts';
import { type ListedSession, readFilters, readOrdering } from './session-filters.ts';

/** Listing and closing sessions. */
export const sessionRoutes: readonly Route[] = [
  { path: '/sessions/', token: 'needed', methods: { GET: list } },
  { path: '/sessions/delete/', token: 'needed', methods: { POST: closeMany } },
  { path: '/sessions/{id}/', token: 'needed', methods: { GET: show, DELETE: closeOne } },
];

function list(visit: SignedVisit): Answer {
  const holds = readFilters(visit.asked);
  if (!holds.ok) return holds.response;
  const ordering = readOrdering(visit.asked);
  if (!ordering.ok) return ordering.response;
  const { key, descending } = ordering.value;
  const rows = sessionsWithin(visit, 'view')
    .map((session) => listSession(visit, session))
    .filter(holds.value)
    .map((listed) => ({ listed, key: key(listed), row: listed.session.row }));
  return answerPage(visit.asked, rows, descending, ({ listed }) => authSession(visit, listed));
}

function show(visit: SignedVisit): Answer {
  const session = sessionsWithin(visit, 'view').find((each) => each.id === visit.id);
  if (!session) return notFound(visit.asked, 'AuthSession');
  return json(200, authSession(visit, listSession(visit, session)));
}

function closeOne(visit: SignedVisit): Answer {
  const session = sessionsWithin(visit, 'delete').find((each) => each.id === visit.id);
  // What may not be seen gives the same 404 as what does not exist.
  if (!session) return notFound(visit.asked, 'AuthSession');
  visit.world.sessions.end([session]);
  return empty(204);
}

function closeMany(visit: SignedVisit): Answer {
  const fields = readFields(visit.asked);
  if (!fields.ok) return fields.response;
  const ids = fields.value.id_in;
  if (ids === undefined) return badParam(visit.asked, 'id_in', 'This field is required.');
  if (!Array.isArray(ids)) return badParam(visit.asked, 'id_in', 'Expected a list of items.');
  visit.world.sessions.end(sessionsWithin(visit, 'delete').filter((each) => ids.includes(each.id)));
  return empty(204);
}

/** Administrators reach every session, operators their own ones, users only the current one. */
function sessionsWithin({ world, asked, person, session }: SignedVisit, verb: 'view' | 'delete'): Session[] {
  applyBlockList(world);
  const rights = permissionsOf(person.role);
  const all = world.sessions.all.filter(
    (each) => each.active || asked.switches.authType === 'face_and_password',
  );
  if (rights.includes(`ffsecurity.${verb}_ffsecauthsession`)) return all;
  const ownToo = rights.includes(`ffsecurity.${verb}_all_own_sessions`);
  return all.filter((each) => (ownToo ? each.userId === person.id : each.id === session.id));
}

function listSession({ world }: SignedVisit, session: Session): ListedSession {
  const userName = world.people.byId(session.userId)?.name ?? '';
  return { session, userName, status: statusOf(world, session) };
}

function authSession({ asked }: SignedVisit, { session, userName, status }: ListedSession) {
  const { dates } = asked.switches;
  return {
    id: session.id,
    status,
    active: session.active,
    uuid: session.uuid,
    mobile: session.mobile,
    device_info: session.deviceInfo,
    ip: session.ip,
    last_ping_date: writeDate(session.lastPingAt, dates),
    user__username: userName,
    created_date: writeDate(session.createdAt, dates),
    user_id: session.userId,
  };
}

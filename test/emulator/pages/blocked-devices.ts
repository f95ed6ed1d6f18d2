import { type Answer, empty, json } from '../http/answer.ts';
import { badParam, forbidden, notFound } from '../http/problems.ts';
import type { Route, SignedVisit } from '../http/route.ts';
import type { BlockRecord } from '../world/block-list.ts';
import { readDate, writeDate } from '../world/dates.ts';
import { permissionsOf } from '../world/permissions.ts';
import { applyBlockList } from '../world/world.ts';
import { answerPage } from './paging.ts';
import { type Fields, type Read, readFields, readText, refuse } from './request-body.ts';

/** Blocking devices, which ends their sessions at once. */
export const blockedDeviceRoutes: readonly Route[] = [
  {
    path: '/device-blacklist-records/',
    token: 'needed',
    methods: { GET: allowed('view', list), POST: allowed('add', add) },
  },
  {
    path: '/device-blacklist-records/{id}/',
    token: 'needed',
    methods: {
      GET: allowed('view', show),
      PATCH: allowed('change', change),
      DELETE: allowed('delete', remove),
    },
  },
];

function allowed(verb: 'view' | 'add' | 'change' | 'delete', page: (visit: SignedVisit) => Answer) {
  const right = `ffsecurity.${verb}_deviceblacklistrecord`;
  return (visit: SignedVisit) =>
    permissionsOf(visit.person.role).includes(right) ? page(visit) : forbidden(visit.asked, [right]);
}

function list(visit: SignedVisit): Answer {
  const rows = visit.world.blockList.all.map((record) => ({ record, key: record.id, row: record.id }));
  return answerPage(visit.asked, rows, false, ({ record }) => blockRecord(visit, record));
}

function add(visit: SignedVisit): Answer {
  const { world, asked } = visit;
  const fields = readFields(asked);
  if (!fields.ok) return fields.response;
  const uuid = readText(asked, fields.value, 'uuid', 256);
  if (!uuid.ok) return uuid.response;
  const reason = readText(asked, fields.value, 'reason', 512);
  if (!reason.ok) return reason.response;
  const expiresAt = readExpiry(visit, fields.value);
  if (!expiresAt.ok) return expiresAt.response;
  const record = world.blockList.add({
    uuid: uuid.value,
    reason: reason.value,
    createdAt: world.clock.now(),
    expiresAt: expiresAt.value,
  });
  applyBlockList(world);
  return json(201, blockRecord(visit, record));
}

function show(visit: SignedVisit): Answer {
  const record = visit.world.blockList.byId(Number(visit.id));
  return record ? json(200, blockRecord(visit, record)) : notFound(visit.asked, 'DeviceBlacklistRecord');
}

/** Reason and end can be changed; a `uuid` in the body is ignored. */
function change(visit: SignedVisit): Answer {
  const { world, asked } = visit;
  const record = world.blockList.byId(Number(visit.id));
  if (!record) return notFound(asked, 'DeviceBlacklistRecord');
  const fields = readFields(asked);
  if (!fields.ok) return fields.response;
  const reason = 'reason' in fields.value ? readText(asked, fields.value, 'reason', 512) : undefined;
  if (reason && !reason.ok) return reason.response;
  const expiry = 'expire_date' in fields.value ? readExpiry(visit, fields.value) : undefined;
  if (expiry && !expiry.ok) return expiry.response;
  const changed = {
    ...record,
    ...(reason ? { reason: reason.value } : {}),
    ...(expiry ? { expiresAt: expiry.value } : {}),
  };
  world.blockList.change(changed);
  applyBlockList(world);
  return json(200, blockRecord(visit, changed));
}

function remove(visit: SignedVisit): Answer {
  const record = visit.world.blockList.byId(Number(visit.id));
  if (!record) return notFound(visit.asked, 'DeviceBlacklistRecord');
  visit.world.blockList.remove(record.id);
  applyBlockList(visit.world);
  return empty(204);
}

function readExpiry({ asked }: SignedVisit, fields: Fields): Read<number | null> {
  const value = fields.expire_date ?? null;
  if (value === null) return { ok: true, value };
  const moment = typeof value === 'string' ? readDate(value) : undefined;
  if (moment === undefined) return refuse(badParam(asked, 'expire_date', 'Datetime has wrong format.'));
  return { ok: true, value: moment };
}

function blockRecord({ asked }: SignedVisit, record: BlockRecord) {
  const { dates } = asked.switches;
  return {
    id: record.id,
    uuid: record.uuid,
    reason: record.reason,
    created_date: writeDate(record.createdAt, dates),
    expire_date: record.expiresAt === null ? null : writeDate(record.expiresAt, dates),
  };
}

import type { EpochMs } from '../../../contract/core/time.ts';
import type { Row } from '../../../contract/state.ts';
import { certificateOf, held, type RowWish, rowOf } from './fake-rows.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The text of a server that refuses. */
const words = (host: string, status: number, serverCode: string, desc: string) => ({
  host,
  status,
  serverCode,
  desc,
});

/** A plausible list of servers with every status. */
export function sampleRows(now: EpochMs): readonly Row[] {
  const production = { environment: 'production' } as const;
  const test = { environment: 'test' } as const;
  const refused = words(
    'stadium.example.org',
    401,
    'UNAUTHORIZED',
    'Authentication credentials were not provided.',
  );
  const licence = words('10.6.0.2', 401, 'LICENSE_ERROR', 'License is invalid.');
  const ad = { adUser: true } as const;
  const wishes: readonly RowWish[] = [
    {
      name: 'Airport T2',
      address: 'https://10.0.4.7',
      userName: 'guard2',
      realName: 'Пост охраны 2',
      favourite: true,
      tags: ['airport'],
      ...production,
      session: held(now, 12 * day + hour, 'accepted'),
      lastUsedAt: now - hour,
      tls: {
        mode: 'pin',
        fingerprint: certificateOf('a', '10.0.4.7', now).fingerprint,
        trustedAt: now - 200 * day,
      },
    },
    {
      name: 'Airport T2 (admin)',
      address: 'https://10.0.4.7',
      userName: 'admin',
      role: 'administrator',
      tags: ['airport'],
      ...production,
      session: held(now, 171 * day + hour, 'accepted'),
      lastUsedAt: now - 5 * hour,
    },
    {
      name: 'Metro north',
      address: 'https://ff-north.metro.local',
      userName: 'op2',
      favourite: true,
      tags: ['metro'],
      ...production,
      session: held(now, 21 * hour + 10 * minute, 'accepted'),
    },
    {
      name: 'Stadium gate 4',
      address: 'https://stadium.example.org:8443',
      userName: 'ivanov',
      ...ad,
      tags: ['customer-x'],
      ...production,
      session: held(now, 66 * day, 'refused', { code: 'session-refused', ...refused }),
    },
    {
      name: 'Business centre',
      address: 'https://192.168.70.12',
      userName: 'reception',
      role: 'user',
      tags: ['customer-x'],
      session: held(now, 54 * day + hour, 'accepted'),
    },
    {
      name: 'Depot',
      address: 'https://10.8.0.31',
      userName: 'op2',
      tags: ['metro'],
      session: held(now, 66 * day + hour, 'unreachable', {
        code: 'server-unreachable',
        host: '10.8.0.31',
        reason: 'no-route',
      }),
    },
    {
      name: 'Lab',
      address: 'http://lab.local',
      userName: 'admin',
      role: 'administrator',
      ...test,
      session: held(now, 6 * hour + 40 * minute + 5_000, 'accepted', null, { secret: 'memory' }),
      lastUsedAt: now - 2 * day,
    },
    {
      name: 'Staging 2.3',
      address: 'https://staging.local/api',
      userName: 'tester',
      role: 'user',
      ...test,
      tls: {
        mode: 'pin',
        fingerprint: certificateOf('old', 'staging.local', now).fingerprint,
        trustedAt: now - 297 * day,
        dates: { validFrom: now - 298 * day, validTo: now + 67 * day },
        names: { subject: 'CN=staging.local, O=NtechLab Integration', issuer: 'CN=Corp Test CA 1' },
      },
      session: held(now, 30 * day, 'certificate-changed', {
        code: 'certificate-changed',
        host: 'staging.local',
        trusted: certificateOf('old', 'staging.local', now).fingerprint,
        certificate: certificateOf('new', 'staging.local', now),
      }),
    },
    {
      name: 'Training room',
      address: 'https://10.0.9.4',
      userName: 'trainer',
      ...test,
      session: { phase: 'logged-out' },
    },
    {
      name: 'Вокзал, главный вход',
      address: 'https://vokzal.example.ru',
      userName: 'dezhurny',
      realName: 'Дежурный по вокзалу',
      tags: ['customer-x'],
      ...production,
      session: held(now, -2 * day, 'accepted'),
    },
    {
      name: 'Музей современного искусства',
      address: 'https://museum.example.ru',
      userName: 'ohrana',
      role: { group: 17 },
      session: held(now, null, 'accepted'),
    },
    {
      name: 'Port authority',
      address: 'https://port.example.com',
      userName: 'k.larsen',
      ...ad,
      tags: ['customer-x'],
      session: held(now, 90 * day, 'blocked', {
        code: 'device-blocked',
        host: 'port.example.com',
        status: 403,
        serverCode: 'BLOCKED',
        desc: null,
      }),
    },
    {
      name: 'Hospital',
      address: 'https://10.6.0.2',
      userName: 'nurse.desk',
      session: held(now, 66 * day + hour, 'licence', { code: 'licence-invalid', ...licence }),
    },
    {
      name: 'University',
      address: 'https://ff.uni.example',
      userName: 'porter',
      session: held(now, 40 * day + hour, 'uncertain', {
        code: 'server-failed',
        host: 'ff.uni.example',
        status: 502,
        serverCode: null,
        desc: null,
      }),
    },
    {
      name: 'Warehouse south',
      address: 'https://10.20.1.5',
      userName: 'shift.a',
      session: held(now, 100 * day, null),
    },
    {
      name: 'Museum annex',
      address: 'https://10.31.0.8',
      userName: 'annex',
      session: held(now, 20 * day, null, null, { secret: 'unreadable' }),
    },
    {
      name: 'Concert hall',
      address: 'https://hall.example.org',
      userName: 'stage',
      session: { phase: 'logging-in', before: { phase: 'logged-out' } },
    },
    {
      name: 'City archive',
      address: 'https://archive.example.org',
      userName: 'reader',
      session: { phase: 'logging-out', before: held(now, 9 * day, 'accepted') },
    },
    {
      name: 'Airport T1',
      address: 'https://10.0.4.6',
      userName: 'guard1',
      favourite: true,
      tags: ['airport'],
      ...production,
      session: held(now, 46 * minute + 30_000, 'accepted'),
      lastUsedAt: now - 20 * minute,
    },
    {
      name: 'Airport cargo',
      address: 'https://10.0.4.9',
      userName: 'cargo',
      tags: ['airport'],
      ...production,
      session: held(now, 88 * day + hour, 'accepted'),
      checking: true,
    },
    {
      name: 'Metro ring',
      address: 'https://ff-ring.metro.local',
      userName: 'op2',
      tags: ['metro'],
      ...production,
      session: held(now, 3 * day + hour, 'accepted'),
    },
    {
      name: 'Metro depot 7 — very long name that does not fit into the row at all',
      address: 'https://ff-depot-7.a-very-long-subdomain.metro.example.local:18443/findface',
      userName: 'a.very.long.user.name@metro.example',
      tags: ['metro'],
      ...production,
      session: held(now, 140 * day, 'accepted'),
    },
    {
      name: 'Demo stand',
      address: 'http://127.0.0.1:8080',
      userName: 'demo',
      role: 'administrator',
      ...test,
      session: held(now, 95_000, 'accepted'),
    },
    {
      name: 'Bank branch 12',
      address: 'https://10.77.0.12',
      userName: 'desk',
      favourite: true,
      tags: ['customer-x'],
      session: held(now, 33 * day + hour, 'accepted'),
    },
  ];
  return wishes.map((wish, index) => rowOf(index + 1, wish));
}

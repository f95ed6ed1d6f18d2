import type { CheckPoint } from '../../../contract/sessions/checking.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import type { User } from '../../../contract/sessions/user.ts';
import type { Details, Row } from '../../../contract/state.ts';
import { certificateOf } from './fake-rows.ts';

/** Plausible details of a generated row. */
export function detailsOf(row: Row): Details {
  const host = row.profile.address.origin.replace(/^\w+:\/\/([^:]*).*/, '$1');
  return {
    profileId: row.profile.id,
    user: row.user === null ? null : userOf(row),
    rightsChange: null,
    deviceId: row.profile.deviceId,
    deviceInfo: { app: 'FindFace Session Manager', version: '1.0.0', computer: 'desk14', os: 'Linux x64' },
    way: { kind: 'direct' },
    checks: checksOf(row),
    certificate: row.profile.address.origin.startsWith('http:') ? null : certificateOf('a', host, Date.now()),
  };
}

/** 24 checks up to the last one of the row: two without an answer, two slow ones. */
function checksOf(row: Row): readonly CheckPoint[] {
  const last = hasToken(row.session) ? row.session.lastCheck : null;
  if (last === null) return [];
  const before = Array.from({ length: 23 }, (_, nth): CheckPoint => {
    const at = last.at - (23 - nth) * 30 * 60_000;
    if (nth === 10 || nth === 11) return { at, verdict: 'unreachable', tookMs: null };
    return { at, verdict: 'accepted', tookMs: nth === 12 || nth === 20 ? 120 - nth : 36 + ((nth * 7) % 12) };
  });
  return [...before, { at: last.at, verdict: last.verdict, tookMs: last.tookMs }];
}

function userOf(row: Row): User {
  const nouns = [
    'camera',
    'cameragroup',
    'humancard',
    'humanfaceevent',
    'watchlist',
    'carcard',
    'report',
    'case',
    'counter',
    'user',
    'deviceblacklistrecord',
    'remotemonitoring',
    'interaction',
  ];
  const verbs = ['view', 'add', 'change', 'delete'];
  const own = [
    'ffsecurity.view_all_own_sessions',
    'ffsecurity.delete_all_own_sessions',
    'ffsecurity.configure_ntls',
  ];
  return {
    id: 17,
    name: row.profile.userName,
    realName: row.user?.realName ?? '',
    active: true,
    comment: 'Night shift, gate 2',
    groups: [2, 14],
    primaryGroup: 2,
    permissions: [...nouns.flatMap((noun) => verbs.map((verb) => `ffsecurity.${verb}_${noun}`)), ...own],
    cameraGroupPermissions: { '1': 'edit', '2': 'view', '-1': 'view' },
    watchListPermissions: { '-1': 'edit', '1': 'view', '3': 'view' },
    groupPermissions: { '2': 'view' },
    language: 'ru',
    hasFace: true,
    faceCover: '4512',
    adUser: row.user?.adUser ?? false,
    createdAt: Date.now() - 400 * 86_400_000,
    modifiedAt: Date.now() - 12 * 86_400_000,
    isAdmin: row.user?.role === 'administrator',
  };
}

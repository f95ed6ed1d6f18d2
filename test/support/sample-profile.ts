import { randomUUID } from 'node:crypto';
import { noAutoLogout } from '../../contract/profiles/auto-logout.ts';
import { asProfileId, type Profile } from '../../contract/profiles/profile.ts';

/** A profile with a new ID and the given values. */
export function sampleProfile(instead: Partial<Profile> = {}): Profile {
  return {
    id: asProfileId(randomUUID()),
    name: 'Lobby',
    address: { origin: 'https://10.0.4.7', basePath: '' },
    userName: 'admin',
    tags: ['north'],
    environment: 'production',
    favourite: false,
    tls: { mode: 'system' },
    proxy: { mode: 'system' },
    deviceId: 'ffsm-desk-0a1b2c3d',
    lease: noAutoLogout,
    ...instead,
  };
}

import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noAutoLogout } from '../../contract/profiles/auto-logout.ts';
import { asProfileId } from '../../contract/profiles/profile.ts';
import { newDeviceId } from '../../main/profiles/device-id.ts';
import {
  makeSavedProfiles,
  type SavedProfile,
  unknownSession,
} from '../../main/profiles/saved/profiles-schema.ts';

const places = ['Airport', 'Metro', 'Stadium', 'Depot', 'Business centre', 'Harbour', 'Museum', 'Campus'];
const tags = ['airport', 'metro', 'customer-x', 'night shift'];
const environments = ['production', 'test', 'none'] as const;

/** Writes a data folder with this many profiles without sessions. */
export async function seedProfiles(dataFolder: string, count: number): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const profiles = Array.from({ length: count }, (_, number) => profileAt(number));
  await writeFile(join(dataFolder, 'profiles.json'), JSON.stringify(makeSavedProfiles(profiles)), {
    mode: 0o600,
  });
}

function profileAt(number: number): SavedProfile {
  const place = places[number % places.length] ?? 'Server';
  return {
    ...unknownSession,
    profile: {
      id: asProfileId(uuidOf(number)),
      name: `${place} ${Math.floor(number / places.length) + 1}`,
      address: { origin: `https://10.0.${Math.floor(number / 250)}.${(number % 250) + 1}`, basePath: '' },
      userName: `operator${number % 7}`,
      tags: [tags[number % tags.length] ?? 'other'],
      environment: environments[number % environments.length] ?? 'none',
      favourite: number % 11 === 0,
      tls: { mode: 'system' },
      lease: noAutoLogout,
      proxy: { mode: 'system' },
      deviceId: newDeviceId('bench', hexOf(number).slice(0, 8)),
    },
  };
}

function uuidOf(number: number): string {
  return hexOf(number).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

function hexOf(number: number): string {
  return createHash('sha256').update(String(number)).digest('hex');
}

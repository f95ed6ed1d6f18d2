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
import { bareFolder, ownFolder, type Stage, type Subject } from './subject.ts';

const places = ['Airport', 'Metro', 'Stadium', 'Depot', 'Business centre', 'Harbour', 'Museum', 'Campus'];
const tags = ['airport', 'metro', 'customer-x', 'night shift'];
const environments = ['production', 'test', 'none'] as const;

/** Addresses and user names of the seeded profiles. */
export interface SeededServers {
  readonly originOf: (number: number) => string;
  readonly userNameOf: (number: number) => string;
}

/** Addresses that no request is sent to. */
const somewhere: SeededServers = {
  originOf: (number) => `https://10.0.${Math.floor(number / 250)}.${(number % 250) + 1}`,
  userNameOf: (number) => `operator${number % 7}`,
};

/** Writes a data folder with this many profiles without sessions. */
export async function seedProfiles(
  dataFolder: string,
  count: number,
  servers: SeededServers = somewhere,
): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const profiles = Array.from({ length: count }, (_, number) => profileAt(number, servers));
  await writeFile(join(dataFolder, 'profiles.json'), JSON.stringify(makeSavedProfiles(profiles)), {
    mode: 0o600,
  });
}

/** The app with this many profiles, and the bare window. */
export async function seededSubjects(
  stage: Stage,
  name: string,
  profiles: number,
): Promise<{ readonly own: Subject; readonly bare: Subject }> {
  const own = { appFolder: ownFolder, dataFolder: join(stage.folder, `${name}-app`) };
  await seedProfiles(own.dataFolder, profiles);
  return { own, bare: { appFolder: bareFolder, dataFolder: join(stage.folder, `${name}-bare`) } };
}

function profileAt(number: number, { originOf, userNameOf }: SeededServers): SavedProfile {
  const place = places[number % places.length] ?? 'Server';
  return {
    ...unknownSession,
    profile: {
      id: asProfileId(uuidOf(number)),
      name: `${place} ${Math.floor(number / places.length) + 1}`,
      address: { origin: originOf(number), basePath: '' },
      userName: userNameOf(number),
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

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
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
import type { DemoServer } from './demo-servers.ts';

/** Adds the demo's servers to a data folder, unless it already has servers. */
export async function writeDemoProfiles(dataFolder: string, servers: readonly DemoServer[]): Promise<void> {
  const file = join(dataFolder, 'profiles.json');
  if (existsSync(file)) return;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(makeSavedProfiles(servers.map(profileOf))), { mode: 0o600 });
}

function profileOf(server: DemoServer): SavedProfile {
  const { name, tag, environment, emulator, person } = server;
  return {
    ...unknownSession,
    profile: {
      id: asProfileId(randomUUID()),
      name,
      address: { origin: emulator.origin, basePath: '' },
      userName: person.name,
      tags: [tag],
      environment,
      favourite: false,
      tls: { mode: 'system' },
      proxy: { mode: 'system' },
      lease: noAutoLogout,
      deviceId: newDeviceId(),
    },
  };
}

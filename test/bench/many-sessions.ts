import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { defaultSettings } from '../../contract/settings.ts';
import { operator } from '../emulator/default-users.ts';
import { type Emulator, startEmulator } from '../emulator/emulator.ts';
import { seedProfiles } from './seed.ts';
import { ownFolder, type Stage, type Subject } from './subject.ts';

const patienceMs = 300_000;

/** One emulator that answers as many servers, each with its own address. */
export interface ManyServers {
  readonly emulator: Emulator;
  readonly own: Subject;
}

/** Starts the servers and writes a data folder with a profile for each and without automatic checks. */
export async function startManyServers(stage: Stage, name: string, count: number): Promise<ManyServers> {
  // On Linux all of 127.0.0.0/8 is the loopback interface.
  const emulator = await startEmulator({ host: '0.0.0.0' });
  const own = { appFolder: ownFolder, dataFolder: join(stage.folder, `${name}-app`) };
  await seedProfiles(own.dataFolder, count, {
    originOf: (number) => `http://127.0.0.${number + 1}:${emulator.port}`,
    userNameOf: () => operator.name,
  });
  const settings = { ...defaultSettings, checkEveryMinutes: null };
  await writeFile(join(own.dataFolder, 'settings.json'), JSON.stringify({ settings }), { mode: 0o600 });
  return { emulator, own };
}

/** Logs in to all servers of the list with one bulk log-in. */
export async function logInToAll(page: Page, count: number): Promise<void> {
  const words = JSON.stringify({ userName: operator.name, password: operator.password, domainAgreed: true });
  const begun: unknown = await page.evaluate(`(async () => {
    const { rows } = JSON.parse(await bridge.readState());
    const profileIds = rows.map(({ profile }) => profile.id);
    const begun = await bridge.beginBulkLogin({ ...${words}, profileIds });
    return begun.ok ? 'begun' : begun.problem.code;
  })()`);
  if (begun !== 'begun') throw new Error(`The log-in to all servers did not begin: ${begun}`);
  for (const giveUpAt = Date.now() + patienceMs; Date.now() < giveUpAt; await pause(500)) {
    const sessions: unknown = await page.evaluate(`(async () => {
      const { rows, bulkLogin } = JSON.parse(await bridge.readState());
      if (bulkLogin?.isRunning !== false) return null;
      await bridge.closeBulkLogin();
      return rows.filter(({ session }) => 'fingerprint' in session).length;
    })()`);
    if (sessions === count) return;
    if (sessions !== null) throw new Error(`Only ${sessions} of ${count} servers gave a session.`);
  }
  throw new Error('The log-in to all servers did not end.');
}

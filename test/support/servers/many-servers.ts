import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { AppState } from '../../../contract/state.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator, EmulatorOptions } from '../../emulator/emulator.ts';

const places = ['Airport', 'Depot', 'Metro', 'Harbour', 'Library', 'Museum', 'Campus', 'Stadium'];

/** A server at a port whose digits occur in many of the names. */
export async function serveAt40(serve: (options?: EmulatorOptions) => Promise<Emulator>): Promise<Emulator> {
  for (let port = 40_123; port < 40_999; port += 100) {
    try {
      return await serve({ port });
    } catch {
      // The port is in use.
    }
  }
  throw new Error('No port is free');
}

/** Adds this many servers of each place and logs in to all but Depot 4. */
export async function addMany(page: Page, { base }: Emulator, ofEach: number): Promise<void> {
  await page.evaluate(
    async ({ names, address, userName, password }) => {
      const ids = [];
      for (const name of names) {
        const draft = { address, name, userName, tags: [], environment: 'production' as const };
        const added = await window.bridge.addProfile({ draft, finding: null });
        if (!added.ok) throw new Error(added.problem.code);
        if (name !== 'Depot 4') ids.push(added.value);
        if (name === 'Airport 4')
          await window.bridge.markFavourite({ profileId: added.value, favourite: true });
      }
      for (const profileId of ids) {
        const met = await window.bridge.login({ profileId, password, faceToken: null, keepPassword: false });
        if (!met.ok) throw new Error(met.problem.code);
      }
    },
    {
      names: Array.from({ length: ofEach }, (_, index) =>
        places.map((place) => `${place} ${index + 1}`),
      ).flat(),
      address: base,
      userName: operator.name,
      password: operator.password,
    },
  );
}

/** The server of a header, by the fingerprint of its token. */
export async function ownerOf(page: Page, header: string): Promise<string> {
  const token = /^Authorization: Token (\S+)$/.exec(header)?.[1] ?? '';
  const fingerprint = createHash('sha256').update(token).digest('hex').slice(0, 8);
  return page.evaluate(async (sought) => {
    const { rows } = JSON.parse(await window.bridge.readState()) as AppState;
    const owner = rows.find(({ session }) => 'fingerprint' in session && session.fingerprint === sought);
    return owner?.profile.name ?? 'nobody';
  }, fingerprint);
}

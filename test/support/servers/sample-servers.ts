import type { Page } from '@playwright/test';
import type { Environment, ProfileId } from '../../../contract/profiles/profile.ts';
import { accentedUser, admin, directoryUser, guard, operator } from '../../emulator/default-users.ts';
import type { Emulator, EmulatorOptions } from '../../emulator/emulator.ts';
import type { Person } from '../../emulator/world/people.ts';

interface Member {
  readonly name: string;
  readonly user: Person;
  readonly environment: Environment;
  readonly tags: readonly string[];
  readonly options?: EmulatorOptions;
  /** What happens on the server after the log-in. */
  readonly fate?: (server: Emulator) => unknown;
  readonly isLoggedOut?: boolean;
}

const hours = 3_600;

const members: readonly Member[] = [
  { name: 'Airport T2', user: guard, environment: 'production', tags: ['airport'] },
  { name: 'Airport T2 (admin)', user: admin, environment: 'production', tags: ['airport'] },
  {
    name: 'Metro north',
    user: operator,
    environment: 'production',
    tags: ['metro'],
    options: { switches: { sessionSeconds: 21 * hours } },
  },
  {
    name: 'Stadium gate 4',
    user: directoryUser,
    environment: 'production',
    tags: ['stadium'],
    fate: (server) => server.endSessions(directoryUser.name),
  },
  { name: 'Business centre', user: accentedUser, environment: 'none', tags: [] },
  { name: 'Depot', user: operator, environment: 'none', tags: ['metro'], fate: (server) => server.close() },
  {
    name: 'Lab',
    user: admin,
    environment: 'test',
    tags: ['lab'],
    fate: (server) => server.switches.set({ licence: '403' }),
  },
  {
    name: 'Staging 2.3',
    user: admin,
    environment: 'test',
    tags: ['lab'],
    options: { https: true, switches: { prefix: '/api' } },
    fate: (server) => server.switches.set({ certificate: 'changed' }),
  },
  { name: 'Training room', user: guard, environment: 'test', tags: [], isLoggedOut: true },
];

/** Adds a plausible list of servers with a session in every state, using the app's own calls. */
export async function addSampleServers(
  page: Page,
  serve: (options?: EmulatorOptions) => Promise<Emulator>,
): Promise<void> {
  const servers = new Map<string, Emulator>();
  for (const member of members) {
    const server = await serve(member.options);
    servers.set(member.name, server);
    const id = await page.evaluate(
      async (draft) => {
        const added = await window.bridge.addProfile({ draft, finding: null });
        if (!added.ok) throw new Error(added.problem.code);
        return added.value;
      },
      {
        address: server.base,
        name: member.name,
        userName: member.user.name,
        tags: member.tags,
        environment: member.environment,
      },
    );
    if (!member.isLoggedOut) await logIn(page, id, member.user.password);
  }
  for (const { name, fate } of members) await fate?.(servers.get(name) as Emulator);
  await page.evaluate(async () => {
    const { rows } = JSON.parse(await window.bridge.readState());
    const [first, , third] = rows;
    for (const row of [first, third]) {
      if (row) await window.bridge.markFavourite({ profileId: row.profile.id, favourite: true });
    }
    await window.bridge.checkAll();
  });
}

async function logIn(page: Page, profileId: ProfileId, password: string): Promise<void> {
  await page.evaluate(
    async (request) => {
      const first = await window.bridge.login(request);
      if (first.ok) return;
      if (first.problem.code !== 'certificate-untrusted') throw new Error(first.problem.code);
      const { fingerprint } = first.problem.certificate;
      await window.bridge.trustCertificate({ profileId: request.profileId, fingerprint });
      const second = await window.bridge.login(request);
      if (!second.ok) throw new Error(second.problem.code);
    },
    { profileId, password, faceToken: null, keepPassword: false },
  );
}

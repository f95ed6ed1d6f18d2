import type { Page } from '@playwright/test';
import type { Environment, ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';

interface Server {
  readonly name: string;
  readonly environment?: Environment;
  readonly logIn?: boolean;
}

/** Adds servers without the dialog, and logs in unless told otherwise. */
export async function addServers(
  page: Page,
  { base }: Emulator,
  servers: readonly Server[],
): Promise<ReadonlyMap<string, ProfileId>> {
  const ids = new Map<string, ProfileId>();
  for (const { name, environment = 'none', logIn = true } of servers) {
    const id = await page.evaluate(
      async ({ draft, password, wanted }) => {
        const added = await window.bridge.addProfile({ draft, finding: null });
        if (!added.ok) throw new Error(added.problem.code);
        const profileId = added.value;
        if (!wanted) return profileId;
        const login = { profileId, password, faceToken: null, keepPassword: false };
        const met = await window.bridge.login(login);
        if (met.ok) return profileId;
        if (met.problem.code !== 'certificate-untrusted') throw new Error(met.problem.code);
        const { fingerprint } = met.problem.certificate;
        await window.bridge.trustCertificate({ profileId, fingerprint });
        const trusted = await window.bridge.login(login);
        if (!trusted.ok) throw new Error(trusted.problem.code);
        return profileId;
      },
      {
        draft: { address: base, name, userName: operator.name, tags: [], environment },
        password: operator.password,
        wanted: logIn,
      },
    );
    ids.set(name, id);
  }
  return ids;
}

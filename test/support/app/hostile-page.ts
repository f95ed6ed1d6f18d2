import { operator } from '../../emulator/default-users.ts';
import type { RunningApp } from './app.ts';

/** The trust mode of a profile. */
type Mode = 'pin' | 'ca' | 'system';

const { name: userName, password } = operator;

/** Adds a CA to the system's CAs. */
export async function letSystemTrust({ electron }: RunningApp, pem: string): Promise<void> {
  await electron.evaluate((_electron, more) => {
    const files = process.getBuiltinModule('node:fs');
    const tls = process.getBuiltinModule('node:tls') as unknown as Record<string, unknown>;
    const read = files.readFileSync;
    files.readFileSync = ((path: string, ...how: unknown[]) =>
      /ca-certificates\.crt$/.test(String(path)) ? more : read(path, ...(how as []))) as typeof read;
    if ('getCACertificates' in tls) tls.getCACertificates = () => [more];
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  }, pem);
}

/** Logs in with a saved password under one kind of trust; returns the profile ID. */
export function logIn(
  { page }: RunningApp,
  address: string,
  mode: Mode,
  fingerprint: string,
): Promise<string> {
  return page.evaluate(
    async (how) => {
      const { bridge } = window;
      const draft = {
        address: how.address,
        name: 'Airport',
        userName: how.userName,
        tags: [],
        environment: 'none' as const,
      };
      const added = await bridge.addProfile({ draft, finding: null });
      if (!added.ok) throw new Error(added.problem.code);
      const profileId = added.value;
      const login = { profileId, password: how.password, faceToken: null, keepPassword: true };
      if (how.mode === 'ca') {
        await bridge.chooseAuthority();
        const trust = { mode: 'ca', fingerprint: how.fingerprint } as const;
        await bridge.changeConnection({ profileId, choice: { trust, proxy: null } });
      }
      if (how.mode === 'pin') {
        await bridge.login(login);
        await bridge.trustCertificate({ profileId, fingerprint: how.fingerprint });
      }
      const entered = await bridge.login(login);
      if (!entered.ok) throw new Error(entered.problem.code);
      return profileId as string;
    },
    { address, mode, fingerprint, userName, password },
  );
}

/** Makes every call that could send a secret elsewhere, in several orders, without waiting for any of them. */
export function attack(
  { page }: RunningApp,
  profileId: string,
  proxy: string,
  fingerprint: string,
): Promise<void> {
  return page.evaluate(
    async (of) => {
      const { bridge } = window;
      const profileId = of.profileId as never;
      const soon = (work: Promise<unknown>) =>
        Promise.race([work.catch(() => null), new Promise((resolve) => setTimeout(resolve, 1_500))]);
      const fixed = { mode: 'fixed', url: of.proxy } as const;
      const [row] = JSON.parse(await bridge.readState()).rows;
      if (!row) throw new Error('There is no server');
      const { address, name, userName, tags, environment } = row.profile;
      const draft = { address: address.origin, name, userName, tags, environment };
      const system = { mode: 'system' } as const;
      const { fingerprint } = of;
      await soon(bridge.changeConnection({ profileId, choice: { trust: null, proxy: fixed } }));
      await soon(bridge.check({ profileId }));
      await soon(bridge.trustCertificate({ profileId, fingerprint }));
      await soon(bridge.check({ profileId }));
      await soon(bridge.loginAgain({ profileId }));
      await soon(
        bridge.editProfile({ profileId, draft, finding: null, choice: { trust: system, proxy: fixed } }),
      );
      await soon(bridge.probe({ address: draft.address, trusting: null, profileId }));
      const found = (await soon(
        bridge.probe({ address: draft.address, trusting: { mode: 'pin', fingerprint }, profileId }),
      )) as Awaited<ReturnType<typeof bridge.probe>> | undefined;
      const finding = found?.ok ? found.value.id : null;
      await soon(bridge.probe({ address: draft.address, trusting: { mode: 'ca', fingerprint }, profileId }));
      await soon(bridge.editProfile({ profileId, draft, finding, choice: null }));
      await soon(bridge.changeConnection({ profileId, choice: { trust: system, proxy: null } }));
      await soon(bridge.trustCertificate({ profileId, fingerprint }));
      await soon(bridge.loginAgain({ profileId }));
      await soon(bridge.check({ profileId }));
      await soon(bridge.copySession({ profileId, anyway: true, format: null }));
    },
    { profileId, proxy, fingerprint },
  );
}

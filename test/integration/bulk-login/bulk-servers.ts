import { expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { ServerInfo } from '../../../contract/profiles/server-info.ts';
import type { BulkOutcome } from '../../../contract/sessions/bulk-login.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator, EmulatorOptions } from '../../emulator/emulator.ts';
import type { HeadlessApp } from '../../support/headless-app.ts';

type Serve = (options?: EmulatorOptions) => Promise<Emulator>;

/** The server info of a server with password log-in. */
export const facts: ServerInfo = {
  ...{ authType: 'password', sessionSeconds: 60, needsRenewal: false, renewIntervalSeconds: null },
  ...{ activeDirectory: false, cproauth: false, languages: [], seenAt: 0 },
};

/** Adds this many servers, each with a profile of this user. */
export async function addServers(
  app: HeadlessApp,
  serve: Serve,
  count: number,
  userName: string = operator.name,
) {
  const servers: Emulator[] = [];
  const ids: ProfileId[] = [];
  for (let index = 0; index < count; index += 1) {
    const server = await serve();
    servers.push(server);
    ids.push(await app.add({ address: server.base, name: `Server ${index}`, userName }));
  }
  return { servers, ids };
}

/** Starts a bulk log-in as the operator, with changes. */
export function begin({ parts }: HeadlessApp, profileIds: readonly ProfileId[], changed: object = {}) {
  const request = { userName: operator.name, password: operator.password, domainAgreed: false };
  return parts.bulkLogins.begin({ ...request, profileIds, ...changed });
}

const outcomes = ({ parts }: HeadlessApp): readonly BulkOutcome[] =>
  parts.live.read().bulkLogin?.entries.map(({ outcome }) => outcome) ?? [];

/** The state of each server in one word. */
export const words = (app: HeadlessApp): readonly string[] =>
  outcomes(app).map((outcome) => {
    if (outcome.kind === 'skipped') return outcome.why;
    return 'problem' in outcome ? outcome.problem.code : outcome.kind;
  });

/** For busy machines. */
export const patient = { timeout: 30_000 };
/** Waits for the end of the run. */
export const over = (app: HeadlessApp) =>
  expect.poll(() => app.parts.live.read().bulkLogin?.isRunning, patient).toBe(false);
/** The number of log-in requests to each server. */
export const logins = (servers: readonly Emulator[]) =>
  servers.map((server) => server.count('POST /auth/login/'));

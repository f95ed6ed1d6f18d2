import { readFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { diagnosticsHandlers } from '../../../main/diagnostics/ipc-handlers.ts';
import { Pseudonymizer } from '../../../main/diagnostics/pseudonymizer.ts';
import { operator } from '../../emulator/default-users.ts';
import { holds } from '../../support/canary.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { noteMeasured } from '../../support/measured.ts';

const profileName = 'Canary Wharf 4711';

/** Creates a session, a rejected log-in, and log lines with content that must not be there. */
async function troubledDesk(app: HeadlessApp, address: string) {
  const id = await app.add({ address, name: profileName, environment: 'production' }, operator.password);
  await app.parts.sessionCopy.copy(id, false);
  await app.parts.logins.login(id, 'wrong', null);
  const token = app.board.text.replace('Authorization: Token ', '');
  const { log } = app.parts.appLog;
  log(`careless ${profileName} at ${new URL(address).hostname} as ${operator.name} with Token ${token}`);
  log(`careless in ${homedir()}/x on ${hostname()}, profile ${id}, ${operator.realName}`);
  return { id, token };
}

function answersOf(app: HeadlessApp, path: string | null = null) {
  return diagnosticsHandlers({
    ...app.parts,
    files: { save: async () => path, open: async () => null, folder: async () => null },
  });
}

describe('the diagnostics report', () => {
  test('contains no name, address, user, computer, folder, password or token', async ({ app, server }) => {
    const { id, token } = await troubledDesk(app, server.base);
    const report = await answersOf(app).prepareDiagnostics();
    if (!report.ok) throw new Error(report.problem.code);
    expect(report.value).toContain('careless');
    const canaries = {
      token,
      password: operator.password,
      host: new URL(server.base).hostname,
      user: operator.name,
      realName: operator.realName,
      profile: profileName,
      id,
      computer: hostname(),
      home: homedir(),
    };
    // Encodings of a short name are one or two letters, which occur in every text.
    const isIn = (canary: string) =>
      canary.length < 12 ? report.value.includes(canary) : holds(report.value, canary);
    const found = Object.entries(canaries).filter(([, canary]) => isIn(canary));
    expect(found.map(([name]) => name)).toEqual([]);
    noteMeasured(`canary hits: ${found.length}`);
  });

  test('says what the app runs on, where tokens are stored and what went wrong', async ({ app, server }) => {
    await troubledDesk(app, server.base);
    const report = await answersOf(app).prepareDiagnostics();
    const told: unknown = JSON.parse(report.ok ? report.value : '');
    expect(told).toMatchObject({
      app: '0.0.0',
      runtime: { node: process.versions.node, platform: process.platform },
      storage: { kind: 'sealed' },
      settings: { theme: 'system' },
      counts: {
        profiles: 1,
        standing: { accepted: 1 },
        trust: { system: 1 },
        environment: { production: 1 },
        journal: { 'profile-added': 1, 'logged-in': 1, 'header-copied': 1, 'login-refused': 1 },
      },
      problems: [{ what: 'login-refused', code: 'wrong-password' }],
    });
  });

  test('counts a log-out that the server has not confirmed as pending', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    server.switches.only('/auth/logout/', { proxyError: '500' });
    await app.parts.logins.logout(id);
    const report = await answersOf(app).prepareDiagnostics();
    const told: unknown = JSON.parse(report.ok ? report.value : '');
    expect(told).toMatchObject({ counts: { standing: { 'log-out-pending': 1 } } });
  });

  test('is saved exactly as it was shown', async ({ app, server }) => {
    await troubledDesk(app, server.base);
    const path = join(app.folder, 'report.json');
    const answers = answersOf(app, path);
    const shown = await answers.prepareDiagnostics();
    app.parts.appLog.log('later');
    expect(await answers.saveDiagnostics()).toEqual({ ok: true, value: 'report.json' });
    expect(await readFile(path, 'utf8')).toBe(shown.ok ? shown.value : '');
  });

  test('writes nothing without a chosen file', async ({ app }) => {
    expect(await answersOf(app).saveDiagnostics()).toEqual({ ok: true, value: null });
  });
});

describe('a pseudonym', () => {
  test('is the same within a report, and different in the next', () => {
    const [one, other] = [new Pseudonymizer(), new Pseudonymizer()];
    expect(one.mark('host', 'findface.example')).toBe(one.mark('host', 'FindFace.example'));
    expect(one.mark('host', 'findface.example')).not.toBe(one.mark('user', 'findface.example'));
    expect(one.mark('host', 'findface.example')).not.toBe(other.mark('host', 'findface.example'));
    expect(one.mark('host', '')).toBe('');
  });

  test('replaces a name in a line, the longest first, in any alphabet', () => {
    const pseudonymizer = new Pseudonymizer();
    const names = [
      ['user', 'ivan'],
      ['name', 'Ivan+Co (north)'],
      ['user', 'a'],
    ] as const;
    const [line] = pseudonymizer.strike(['at IVAN+co (north) as ivan'], names);
    expect(line).toBe(
      `at ${pseudonymizer.mark('name', 'Ivan+Co (north)')} as ${pseudonymizer.mark('user', 'ivan')}`,
    );
  });

  test('of two letters replaces the name only as a whole word', () => {
    const pseudonymizer = new Pseudonymizer();
    const names = [
      ['user', 'al'],
      ['host', 'İxyz.example'],
    ] as const;
    expect(pseudonymizer.strike(['also al, Öal alß', 'by AL', 'İXYZ.EXAMPLE al'], names)).toEqual([
      `also ${pseudonymizer.mark('user', 'al')}, Öal alß`,
      `by ${pseudonymizer.mark('user', 'al')}`,
      `${pseudonymizer.mark('host', 'İxyz.example')} ${pseudonymizer.mark('user', 'al')}`,
    ]);
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app/app.ts';
import { attack, letSystemTrust, logIn } from '../support/app/hostile-page.ts';
import { answerQuestions, askedQuestions } from '../support/app/native-questions.ts';
import { startHostileHost, tlsBefore } from '../support/servers/hostile-host.ts';
import { issue, printOf } from '../support/servers/small-authority.ts';

const { name: userName, password } = operator;

test.describe('a compromised page', () => {
  for (const mode of ['pin', 'ca', 'system'] as const) {
    test(`sends no secret to another host, for trust by ${mode}`, async ({ app, server, dataFolder }) => {
      test.setTimeout(120_000);
      const root = issue('Harbour Root', { ca: true });
      const leaf = issue('harbour', { issuer: root, names: ['127.0.0.1'] });
      const address = await tlsBefore(server.base, leaf);
      const host = await startHostileHost();
      if (mode === 'system') await letSystemTrust(app, root.cert);
      const file = join(dataFolder, 'root.pem');
      await writeFile(file, root.cert);
      await app.electron.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      }, file);
      const id = await logIn(app, address, mode, printOf(mode === 'ca' ? root.cert : leaf.cert));
      const before = await app.page.evaluate(async () => JSON.parse(await window.bridge.readState()).rows[0]);
      expect(before).toMatchObject({
        passwordKept: true,
        session: { phase: 'active' },
        profile: { tls: { mode } },
      });

      for (const answer of ['cancel', 'double-click', 'nothing'] as const) {
        await answerQuestions(app.electron, answer);
        await attack(app, id, `http://${host.proxy.place}`, host.fingerprint);
      }
      expect(host.heard, 'requests at the attacker’s port').toEqual([]);
      expect(host.proxy.asked).toEqual([]);
      const asked = await askedQuestions(app.electron);
      expect(asked.length).toBeGreaterThan(1);
      for (const { defaultId, cancelId } of asked) expect([defaultId, cancelId]).toEqual([1, 1]);
      const after = await app.page.evaluate(async () => JSON.parse(await window.bridge.readState()).rows[0]);
      expect(after?.profile).toEqual(before?.profile);
      expect(after).toMatchObject({ passwordKept: true, session: { phase: 'active' } });
      await host.close();
    });
  }

  test('sends no token of one server to another through the clipboard, and no text of its choice', async ({
    app,
    serve,
    otherProgram,
  }) => {
    const [one, evil] = [await serve(), await serve()];
    await answerQuestions(app.electron, 'cancel');
    const add = (address: string) =>
      app.page.evaluate(
        async (typed) => {
          const draft = { ...typed, name: '', tags: [], environment: 'none' as const };
          const added = await window.bridge.addProfile({ draft, finding: null });
          return added.ok ? (added.value as string) : '';
        },
        { address, userName },
      );
    const paste = (profileId: string, step: 'read' | 'send' | 'keep') =>
      app.page.evaluate(
        async (request) => {
          const pasted = await window.bridge.pasteToken(request as never);
          return pasted.ok ? pasted.value.kind : pasted.problem.code;
        },
        { profileId, step },
      );
    const id = await add(one.base);
    const stranger = await add(evil.base);
    await app.page.evaluate(
      async (login) => window.bridge.login({ ...login, faceToken: null, keepPassword: false } as never),
      { profileId: id, password },
    );
    await app.page.evaluate(
      (profileId) =>
        window.bridge.copySession({ profileId: profileId as never, anyway: false, format: null }),
      id,
    );
    expect(await paste(stranger, 'read')).toBe('pasted-token-of-other');
    expect(await paste(stranger, 'send')).toBe('pasted-token-gone');
    await otherProgram.copy('MyBankPassword#2026');
    await expect
      .poll(() => app.electron.evaluate(async ({ clipboard }) => clipboard.readText()))
      .toBe('MyBankPassword#2026');
    expect(await paste(stranger, 'read')).toBe('cancelled');
    expect(await paste(stranger, 'send')).toBe('pasted-token-gone');
    expect(await askedQuestions(app.electron)).toHaveLength(1);
    expect(evil.requests).toEqual([]);

    const often = await app.page.evaluate(async (profileId) => {
      const request = { profileId: profileId as never, step: 'read' as const };
      const asked = Array.from({ length: 50 }, () =>
        window.bridge.pasteToken(request).then(
          () => 1,
          () => 0,
        ),
      );
      const late = new Promise<0>((resolve) => setTimeout(resolve, 1_000, 0));
      const told = await Promise.all(asked.map((one) => Promise.race([one, late])));
      return told.filter((answered) => answered === 1).length;
    }, stranger);
    expect(often, 'the clipboard is read a few times, not fifty').toBeLessThan(10);
  });

  test('turns on no camera and sends no face automatically', async ({ launch, serve }) => {
    const evil = await serve();
    const app = await launch({ args: ['--use-fake-device-for-media-stream'] });
    await answerQuestions(app.electron, 'cancel');
    const outcome = await app.page.evaluate(
      async (typed) => {
        const { bridge } = window;
        const draft = { ...typed, name: '', tags: [], environment: 'none' as const };
        const added = await bridge.addProfile({ draft, finding: null });
        if (!added.ok) return 'not added';
        const opened = await bridge.openCamera({ profileId: added.value });
        const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
          () => 'on',
          (error: Error) => error.name,
        );
        const head = [0x1a, 0x45, 0xdf, 0xa3, ...new TextEncoder().encode('....webm and more')];
        const sent = await bridge.loginByFace({ profileId: added.value, video: new Uint8Array(head) });
        return [opened.ok ? 'open' : opened.problem.code, camera, sent.ok ? 'sent' : sent.problem.code];
      },
      { address: evil.base, userName },
    );
    expect(outcome).toEqual(['cancelled', 'NotAllowedError', 'video-missing']);
    expect(evil.requests).toEqual([]);
  });

  test('sends no token over plain HTTP through another proxy', async ({ app, server }) => {
    const host = await startHostileHost();
    await answerQuestions(app.electron, 'cancel');
    const phase = await app.page.evaluate(
      async (how) => {
        const { bridge } = window;
        const draft = {
          address: how.address,
          name: '',
          userName: how.userName,
          tags: [],
          environment: 'none' as const,
        };
        const added = await bridge.addProfile({ draft, finding: null });
        if (!added.ok) throw new Error(added.problem.code);
        const profileId = added.value;
        await bridge.login({ profileId, password: how.password, faceToken: null, keepPassword: false });
        const fixed = { mode: 'fixed', url: how.proxy } as const;
        for (const proxy of [fixed, { mode: 'system' }, fixed] as const) {
          await bridge.changeConnection({ profileId, choice: { trust: null, proxy } });
          await bridge.check({ profileId });
          await bridge.copySession({ profileId, anyway: true, format: null });
        }
        return JSON.parse(await bridge.readState()).rows[0]?.session.phase;
      },
      { address: server.base, userName, password, proxy: `http://${host.proxy.place}` },
    );
    expect(phase).toBe('logged-out');
    expect(host.proxy.asked).toEqual([]);
    await expect.poll(() => server.liveTokens).toBe(0);
    await host.close();
  });
});

import { writeFileSync } from 'node:fs';
import { link, lstat, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { filesHolding } from '../../support/canary.ts';
import { test } from '../../support/headless-app.ts';
import { noted, tokenOf, withLiveFile } from '../../support/live-files/live-file-app.ts';
import { runProgram } from '../../support/run-program.ts';

const textOf = (path: string) => readFile(path, 'utf8').catch(() => null);

describe('a regular live file', () => {
  test('holds the token while its user is logged in', async ({ app, server }) => {
    const { id, path, folder, token } = await withLiveFile(app, server, { kind: 'file' });
    expect((await lstat(path)).mode & 0o777).toBe(0o600);
    expect((await runProgram('bash', ['-c', '. "$0"; printf %s "$FINDFACE_TOKEN"', path])).output).toBe(
      token,
    );
    await app.parts.logins.logout(id);
    await expect.poll(() => textOf(path)).toContain("FINDFACE_TOKEN=''\n");
    expect(await textOf(path)).toContain(`FINDFACE_URL=${server.base}`);
    await app.parts.logins.login(id, operator.password, null);
    const next = await tokenOf(app, id);
    await expect.poll(() => textOf(path)).toContain(next);
    expect((await lstat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['live.env']);
    expect(await noted(app, 'live-file-written')).toHaveLength(2);
    expect(await noted(app, 'live-file-emptied')).toEqual([{ format: 'env', reason: 'session-ended' }]);
  });

  test.for(['postman', 'bruno', 'json'] as const)(
    'stays valid %s when it is emptied',
    async (format, { app, server }) => {
      const { path, token } = await withLiveFile(app, server, { kind: 'file', format });
      const full = JSON.parse((await textOf(path)) ?? '');
      expect(JSON.stringify(full)).toContain(token);
      await app.parts.appLock.lock('asked');
      let text = '';
      // Between the token and the text without it the file is empty.
      await expect
        .poll(async () => {
          text = (await textOf(path)) ?? '';
          return text === '' || text.includes(token);
        })
        .toBe(false);
      const empty = JSON.parse(text);
      expect(Object.keys(empty)).toEqual(Object.keys(full));
    },
  );

  test('holds no token behind a lock, after quitting, and before the next unlocking', async ({
    app,
    server,
  }) => {
    const { path, token } = await withLiveFile(app, server, { kind: 'file' });
    await app.parts.appLock.lock('asked');
    await expect.poll(() => textOf(path)).not.toContain(token);
    await app.parts.appLock.unlock(null);
    await expect.poll(() => textOf(path)).toContain(token);
    expect(await noted(app, 'live-file-emptied')).toEqual([{ format: 'env', reason: 'lock' }]);
    let atQuit: string | null = null;
    const next = await app.restart({ lockOnQuit: true }, async () => {
      atQuit = await textOf(path);
    });
    await (await next.parts.liveFiles()).open();
    await expect.poll(() => atQuit).not.toContain(token);
    expect(await textOf(path)).not.toContain(token);
    await next.parts.appLock.unlock(null);
    await expect.poll(() => textOf(path)).toContain(token);
  });

  test('is emptied by the next start after a crash', async ({ app, server }) => {
    const { path, token } = await withLiveFile(app, server, { kind: 'file' });
    const list = join(app.folder, 'live-files.json');
    const [crashed, listed] = await Promise.all([readFile(path), readFile(list)]);
    const leftover = `${path}.999999-0123456789ab.tmp`;
    const next = await app.restart({ lockOnQuit: true }, () => {
      // What a crash leaves: nothing was emptied, and a new text was about to take the place of the old one.
      writeFileSync(path, crashed, { mode: 0o600 });
      writeFileSync(leftover, crashed);
      writeFileSync(list, listed);
    });
    await (await next.parts.liveFiles()).open();
    await expect.poll(() => textOf(path)).not.toContain(token);
    await expect.poll(() => textOf(leftover)).toBe(null);
    expect(await textOf(path)).toContain('FINDFACE_URL=');
  });

  test('is emptied for whoever has it open, or a hard link to it', async ({ app, server }) => {
    const { id, path, folder, token } = await withLiveFile(app, server, { kind: 'file' });
    await link(path, join(folder, 'kept'));
    await app.parts.logins.logout(id);
    await expect.poll(() => textOf(path)).not.toContain(token);
    expect(await filesHolding(folder, token)).toEqual([]);
  });

  test('is never written over once somebody else has changed it', async ({ app, server }) => {
    const { id, path } = await withLiveFile(app, server, { kind: 'file' });
    const changed = `${await textOf(path)}OTHER=1\n`;
    await writeFile(path, changed);
    await app.parts.logins.logout(id);
    await expect
      .poll(() => app.parts.live.read().liveFiles[0]?.state)
      .toEqual({ kind: 'stopped', why: 'foreign' });
    await app.parts.logins.login(id, operator.password, null);
    expect(await textOf(path)).toBe(changed);
    const [file] = app.parts.live.read().liveFiles;
    expect(await (await app.parts.liveFiles()).remove(file?.id ?? '')).toMatchObject({
      problem: { code: 'live-file-left' },
    });
    expect(await textOf(path)).toBe(changed);
    expect(await noted(app, 'live-file-removed')).toEqual([{ format: 'env', reason: 'asked', left: true }]);
  });

  test('is not written or emptied through a link that took its place', async ({ app, server }) => {
    const { id, path, folder } = await withLiveFile(app, server, { kind: 'file' });
    const target = join(folder, 'target');
    const text = await textOf(path);
    await rename(path, target);
    await symlink(target, path);
    await app.parts.logins.logout(id);
    await expect
      .poll(() => app.parts.live.read().liveFiles[0]?.state)
      .toEqual({ kind: 'stopped', why: 'foreign' });
    expect(await textOf(target)).toBe(text);
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
  });

  test('is not made again by itself once it was removed', async ({ app, server }) => {
    const { id, path } = await withLiveFile(app, server, { kind: 'file' });
    await rm(path);
    await app.parts.logins.logout(id);
    await app.parts.logins.login(id, operator.password, null);
    await expect
      .poll(() => app.parts.live.read().liveFiles[0]?.state)
      .toEqual({ kind: 'stopped', why: 'gone' });
    expect(await textOf(path)).toBe(null);
    const [file] = app.parts.live.read().liveFiles;
    expect(await (await app.parts.liveFiles()).mend(file?.id ?? '')).toMatchObject({ ok: true });
    expect(await textOf(path)).toContain(await tokenOf(app, id));
  });

  test('is emptied and removed when it is not wanted any more', async ({ app, server }) => {
    const { path, folder, token } = await withLiveFile(app, server, { kind: 'file' });
    await link(path, join(folder, 'kept'));
    const [file] = app.parts.live.read().liveFiles;
    await (await app.parts.liveFiles()).showInFolder(file?.id ?? '');
    expect(app.shown).toEqual([path]);
    expect(await (await app.parts.liveFiles()).remove(file?.id ?? '')).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await textOf(path)).toBe(null);
    expect(await filesHolding(folder, token)).toEqual([]);
    expect(app.parts.live.read().liveFiles).toEqual([]);
  });
});

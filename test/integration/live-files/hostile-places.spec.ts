import { spawn } from 'node:child_process';
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { isRoot, lesserId } from '../../support/files/lesser-user.ts';
import { test } from '../../support/headless-app.ts';
import { noted, withLiveFile } from '../../support/live-files/live-file-app.ts';
import { runProgram } from '../../support/run-program.ts';

const cat = (path: string) => runProgram('cat', [path]);

describe('adding a live file', () => {
  test('is confirmed by a person, who is told what it means', async ({ app, server }) => {
    const profileId = await app.add(
      { address: server.base, name: 'Airport', environment: 'production' },
      operator.password,
    );
    const path = join(await freshFolder(), 'live.env');
    app.files.chosen = path;
    const files = await app.parts.liveFiles();
    const request = { profileId, kind: 'file', format: 'env' } as const;
    expect(await files.add(request)).toEqual({ ok: true, value: false });
    const { detail = '' } = app.questions.asked[0] ?? {};
    for (const part of [path, operator.name, server.base, 'on disk unencrypted', 'production server'])
      expect(detail).toContain(part);
    app.files.chosen = null;
    expect(await files.add(request)).toEqual({ ok: true, value: false });
    expect(app.questions.asked).toHaveLength(1);
    await expect(lstat(path)).rejects.toThrow('ENOENT');
    app.files.chosen = path;
    app.questions.answer = 'confirm';
    app.questions.meanwhile = () => app.parts.appLock.lock('asked');
    expect(await files.add(request)).toMatchObject({ ok: true, value: false });
    await expect(lstat(path)).rejects.toThrow('ENOENT');
  });

  test('overwrites nothing', async ({ app, server }) => {
    const profileId = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    const folder = await freshFolder();
    const other = join(folder, 'other.txt');
    await writeFile(other, 'mine');
    await symlink(other, join(folder, 'link'));
    await symlink(join(folder, 'nothing'), join(folder, 'dangling'));
    await mkdir(join(folder, 'folder'));
    app.questions.answer = 'confirm';
    const files = await app.parts.liveFiles();
    for (const kind of ['note', 'file'] as const)
      for (const name of ['other.txt', 'link', 'dangling', 'folder']) {
        app.files.chosen = join(folder, name);
        expect(await files.add({ profileId, kind, format: 'env' })).toMatchObject({
          problem: { code: 'live-file-exists' },
        });
      }
    expect(app.questions.asked).toEqual([]);
    expect(await readFile(other, 'utf8')).toBe('mine');
    // Something appears while the question is open.
    app.files.chosen = join(folder, 'late');
    app.questions.meanwhile = () => writeFile(join(folder, 'late'), 'late');
    for (const kind of ['note', 'file'] as const) {
      expect(await files.add({ profileId, kind, format: 'env' })).toMatchObject({
        problem: { code: 'live-file-not-made' },
      });
      expect(await readFile(join(folder, 'late'), 'utf8')).toBe('late');
      await rm(join(folder, 'late'));
    }
    expect(app.parts.live.read().liveFiles).toEqual([]);
  });

  test('refuses a folder that others can change, also one around it', async ({ app, server }) => {
    const profileId = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    const around = await freshFolder();
    const folder = join(around, 'inner');
    await mkdir(folder);
    const files = await app.parts.liveFiles();
    app.files.chosen = join(folder, 'live.env');
    app.questions.answer = 'confirm';
    const add = () => files.add({ profileId, kind: 'file', format: 'env' });
    const refused = { problem: { code: 'live-file-folder-open' } };
    await chmod(folder, 0o777);
    expect(await add()).toMatchObject(refused);
    await chmod(folder, 0o755);
    await chmod(around, 0o777);
    expect(await add()).toMatchObject(refused);
    await chmod(around, 0o755);
    if (isRoot) {
      await chown(folder, lesserId, lesserId);
      expect(await add()).toMatchObject(refused);
      await chown(folder, 0, 0);
    }
    expect(app.questions.asked).toEqual([]);
    await chmod(around, 0o1777);
    expect(await add(), 'in a folder such as /tmp only the owner can exchange a file').toMatchObject({
      ok: true,
    });
  });

  test('has limits', async ({ app, server }) => {
    const { id } = await withLiveFile(app, server, { kind: 'file' });
    const folder = await freshFolder();
    const files = await app.parts.liveFiles();
    for (const name of ['a', 'b', 'c', 'd']) {
      app.files.chosen = join(folder, name);
      const added = await files.add({ profileId: id, kind: 'file', format: 'env' });
      if (name !== 'd') expect(added).toMatchObject({ ok: true });
      else expect(added).toMatchObject({ problem: { code: 'too-many-live-files' } });
    }
  });
});

describe('a named pipe', () => {
  test('gives nothing to a file or a link that took its place', async ({ app, server }) => {
    const { id, path, folder, token } = await withLiveFile(app, server, { kind: 'note' });
    const files = await app.parts.liveFiles();
    const target = join(folder, 'target.txt');
    for (const put of [() => writeFile(path, 'other'), () => symlink(target, path)]) {
      await writeFile(target, 'target');
      await rm(path);
      await put();
      await files.look({ profileId: id });
      expect(app.parts.live.read().liveFiles[0]?.state).toEqual({ kind: 'stopped', why: 'foreign' });
      const [file] = app.parts.live.read().liveFiles;
      expect(await files.mend(file?.id ?? '')).toMatchObject({ problem: { code: 'live-file-not-made' } });
      await pause(100);
      expect(await readFile(target, 'utf8')).toBe('target');
      expect((await cat(path)).output).not.toContain(token);
      await rm(path);
      expect(await files.mend(file?.id ?? '')).toMatchObject({ ok: true });
      expect((await cat(path)).output).toContain(token);
    }
  });

  test('says that it was removed, and is made again when a person wants it', async ({ app, server }) => {
    const { id, path, token } = await withLiveFile(app, server, { kind: 'note' });
    const files = await app.parts.liveFiles();
    await rm(path);
    await files.look({ profileId: id });
    const [file] = app.parts.live.read().liveFiles;
    expect(file?.state).toEqual({ kind: 'stopped', why: 'gone' });
    await files.mend(file?.id ?? '');
    expect((await cat(path)).output).toContain(token);
  });

  test('is not removed with a file that took its place', async ({ app, server }) => {
    const { path } = await withLiveFile(app, server, { kind: 'note' });
    await rm(path);
    await writeFile(path, 'mine');
    const [file] = app.parts.live.read().liveFiles;
    await (await app.parts.liveFiles()).remove(file?.id ?? '');
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  test('gives nothing through a folder that was exchanged for a link', async ({ app, server }) => {
    const { path, folder } = await withLiveFile(app, server, { kind: 'note' });
    const moved = `${folder}-moved`;
    await rename(folder, moved);
    await symlink(moved, folder);
    const next = await app.restart();
    await (await next.parts.liveFiles()).open();
    await expect
      .poll(() => next.parts.live.read().liveFiles[0]?.state)
      .toEqual({ kind: 'stopped', why: 'folder-open' });
    expect(await readdir(moved)).toEqual([]);
    await rm(folder);
    await rename(moved, folder);
    expect(path).toContain(folder);
  });

  test('serves readers one after another, each with the whole text', async ({ app, server }) => {
    const { path } = await withLiveFile(app, server, { kind: 'ask' });
    let answer: () => void = () => undefined;
    app.questions.meanwhile = () => new Promise<void>((resolve) => (answer = resolve));
    const first = cat(path);
    await expect.poll(() => app.parts.live.read().liveFiles[0]?.state.kind).toBe('asking');
    const second = runProgram('head', ['-n', '9', path]);
    await pause(300);
    app.questions.meanwhile = () => undefined;
    answer();
    const [one, other] = await Promise.all([first, second]);
    expect(one.output).toContain('FINDFACE_TOKEN=');
    expect(other.output).toBe(one.output);
  });

  test('gives nothing to what a permitted program has become since', async ({ app, server }) => {
    const { path } = await withLiveFile(app, server, { kind: 'ask' });
    const changing =
      'import os,sys,time\nos.dup2(os.open(sys.argv[1], os.O_RDONLY), 0)\ntime.sleep(1)\nos.execvp("cat", ["cat"])';
    app.questions.meanwhile = () => pause(2_500);
    expect((await runProgram('python3', ['-c', changing, path])).output).toBe('');
    expect(app.questions.asked.at(-1)?.message).toMatch(/^Allow python/);
    expect(await noted(app, 'live-file-read')).toEqual([]);
  });

  test('replaces no other file, also when it is read by another name', async ({ app, server }) => {
    const { path, folder } = await withLiveFile(app, server, { kind: 'note' });
    const other = join(folder, 'other');
    await link(path, other);
    await rm(path);
    await writeFile(path, 'mine');
    expect((await cat(other)).output).toBe('');
    expect(await readFile(path, 'utf8')).toBe('mine');
    await expect
      .poll(() => app.parts.live.read().liveFiles[0]?.state)
      .toEqual({ kind: 'stopped', why: 'foreign' });
  });

  test('gives nothing if two processes can read it', async ({ app, server }) => {
    const { path } = await withLiveFile(app, server, { kind: 'note' });
    const both = await runProgram('bash', ['-c', 'exec 3<"$0"; sleep 1 & cat <&3; wait', path]);
    expect(both.output).toBe('');
    expect(await noted(app, 'live-file-refused')).toMatchObject([{ reason: 'several-readers' }]);
  });

  test('waits for no reader that never reads, and goes on for the others', async ({ app, server }) => {
    const { path, token } = await withLiveFile(app, server, { kind: 'note' });
    const lazy = spawn('bash', ['-c', 'exec 3<"$0"; sleep 60', path], { stdio: 'ignore' });
    await expect.poll(() => noted(app, 'live-file-read')).not.toEqual([]);
    expect((await cat(path)).output).toContain(token);
    lazy.kill('SIGKILL');
  });

  test('survives a program that opens and closes it all the time, and leaves no process behind', async ({
    app,
    server,
  }) => {
    const { path, token, folder } = await withLiveFile(app, server, { kind: 'ask' });
    const flood =
      'import os,sys\nfor i in range(10000):\n  os.close(os.open(sys.argv[1], os.O_RDONLY | os.O_NONBLOCK))';
    await runProgram('python3', ['-c', flood, path]);
    expect(app.questions.asked.length, 'nobody is asked about what reads nothing').toBeLessThan(4);
    expect((await cat(path)).output).toContain(token);
    const [file] = app.parts.live.read().liveFiles;
    await (await app.parts.liveFiles()).remove(file?.id ?? '');
    await expect.poll(() => readdir(folder)).toEqual([]);
    await expect.poll(() => waitingShells()).toEqual([]);
  });
});

/** The processes that wait at a pipe in the place of this one. */
async function waitingShells(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [line, stat] = await Promise.all(
      ['cmdline', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
    );
    const isOfThis = stat?.split(') ')[1]?.split(' ')[1] === String(process.pid);
    if (line?.includes('exec 4>>') && isOfThis) found.push(pid);
  }
  return found;
}

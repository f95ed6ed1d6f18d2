import { lstat, readFile } from 'node:fs/promises';
import { describe, expect, vi } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { filesHolding, processesHolding } from '../../support/canary.ts';
import { test } from '../../support/headless-app.ts';
import { noted, tokenOf, withLiveFile } from '../../support/live-files/live-file-app.ts';
import { runProgram } from '../../support/run-program.ts';

const cat = (path: string) => runProgram('cat', [path]);
const isThere = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Programs that read variables from a file, and print the token. */
const programs: readonly (readonly [name: string, command: string, args: (path: string) => string[]])[] = [
  ['bash', 'bash', (path) => ['-c', `set -a; . "$0"; printf %s "$FINDFACE_TOKEN"`, path]],
  ['node', process.execPath, (path) => [`--env-file=${path}`, '-p', 'process.env.FINDFACE_TOKEN']],
  [
    'python',
    'python3',
    (path) => [
      '-c',
      'import sys;print(dict(l.split("=",1) for l in open(sys.argv[1]))["FINDFACE_TOKEN"])',
      path,
    ],
  ],
  ['sh', 'sh', (path) => ['-c', 'grep -h FINDFACE_TOKEN= < "$0" | cut -d= -f2', path]],
];

describe('a named pipe', () => {
  test.for(programs)(
    'gives %s the token, whose read is noted with its name',
    async ([name, command, args], { app, server }) => {
      const { path, token } = await withLiveFile(app, server, { kind: 'note' });
      const stats = await lstat(path);
      expect([stats.isFIFO(), stats.mode & 0o777, stats.size]).toEqual([true, 0o600, 0]);
      for (let reads = 0; reads < 3; reads += 1)
        expect((await runProgram(command, args(path))).output.trim()).toBe(token);
      const [read] = await noted(app, 'live-file-read');
      expect(read).toMatchObject({ format: 'env', reads: 1 });
      const program = name === 'sh' ? /^grep/ : new RegExp(`^${name}`);
      expect(read).toMatchObject({ program: expect.stringMatching(program) });
      expect(app.parts.live.read().liveFiles[0]).toMatchObject({
        lastRead: { given: true, program: expect.stringMatching(program) },
      });
    },
  );

  test('has the other formats of copies', async ({ app, server }) => {
    const { path, token } = await withLiveFile(app, server, { kind: 'note', format: 'json' });
    expect(JSON.parse((await cat(path)).output)).toMatchObject({ token, user: operator.name });
  });

  test('leaves the token nowhere', async ({ app, server }) => {
    const { path, folder, token } = await withLiveFile(app, server, { kind: 'note' });
    await app.parts.clipboard.clear();
    const [read, holding] = await Promise.all([cat(path), processesHolding(token)]);
    expect(read.output).toContain(token);
    expect(holding).toEqual([]);
    await app.parts.journal.close();
    expect(await filesHolding(folder, token)).toEqual([]);
    expect(await filesHolding(app.folder, token)).toEqual([]);
    expect(JSON.stringify(app.parts.live.read())).not.toContain(token);
  });

  test('asks about a program once', async ({ app, server }) => {
    const { path, token } = await withLiveFile(app, server, { kind: 'ask' });
    expect((await cat(path)).output).toContain(token);
    expect(app.questions.asked.at(-1)).toMatchObject({
      message: 'Allow cat to read the token of “Airport”?',
      detail: expect.stringContaining(path),
    });
    expect((await cat(path)).output).toContain(token);
    expect(app.questions.asked).toHaveLength(2);
    expect((await runProgram('bash', ['-c', 'echo "$(<"$0")"', path])).output).toContain(token);
    expect(app.questions.asked.map(({ message }) => message)).toEqual([
      'Add a live file for “Airport”?',
      'Allow cat to read the token of “Airport”?',
      'Allow bash to read the token of “Airport”?',
    ]);
  });

  test('gives nothing to a program that a person refused, nor asks again at once', async ({
    app,
    server,
  }) => {
    const { path } = await withLiveFile(app, server, { kind: 'ask' });
    app.questions.answer = 'cancel';
    expect(await cat(path)).toEqual({ code: 0, output: '' });
    app.questions.answer = 'confirm';
    expect(await cat(path)).toEqual({ code: 0, output: '' });
    expect(app.questions.asked).toHaveLength(2);
    expect(await noted(app, 'live-file-refused')).toEqual([
      { format: 'env', program: 'cat', reads: 1, reason: 'not-permitted' },
    ]);
    expect(app.parts.live.read().liveFiles[0]).toMatchObject({ lastRead: { given: false, program: 'cat' } });
  });

  test('ends its question when the program has gone', async ({ app, server }) => {
    const { path, token } = await withLiveFile(app, server, { kind: 'ask' });
    app.questions.answer = 'nothing';
    expect((await runProgram('timeout', ['1', 'cat', path])).code).toBe(124);
    await expect.poll(() => app.parts.live.read().liveFiles[0]?.state).toEqual({ kind: 'ready' });
    app.questions.answer = 'confirm';
    expect((await cat(path)).output, 'nobody has decided about it').toContain(token);
  });

  test('gives nothing after a log-out, and the next token after the next log-in', async ({ app, server }) => {
    const { id, path, token } = await withLiveFile(app, server, { kind: 'note' });
    await app.parts.logins.logout(id);
    expect(await cat(path)).toEqual({ code: 0, output: '' });
    expect(await noted(app, 'live-file-refused')).toMatchObject([{ program: 'cat', reason: 'no-session' }]);
    expect(app.parts.live.read().liveFiles[0]?.state).toEqual({ kind: 'empty' });
    await app.parts.logins.login(id, operator.password, null);
    const next = await tokenOf(app, id);
    expect(next).not.toBe(token);
    expect((await cat(path)).output).toContain(next);
  });

  test('gives nothing behind a lock, and asks again after it', async ({ app, server }) => {
    const { path, token } = await withLiveFile(app, server, { kind: 'ask' });
    expect((await cat(path)).output).toContain(token);
    await app.parts.appLock.lock('asked');
    expect(await cat(path)).toEqual({ code: 0, output: '' });
    await app.parts.appLock.unlock(null);
    expect(await noted(app, 'live-file-refused')).toMatchObject([{ program: 'cat', reason: 'locked' }]);
    expect((await cat(path)).output).toContain(token);
    expect(app.questions.asked.filter(({ message }) => message.startsWith('Allow'))).toHaveLength(2);
  });

  test('gives nothing once the server has rejected the session, or it has expired', async ({
    app,
    server,
  }) => {
    const { id, path, token } = await withLiveFile(app, server, { kind: 'note' });
    app.clock.aheadMs = 400 * 86_400_000;
    expect((await cat(path)).output).toBe('');
    app.clock.aheadMs = 0;
    expect((await cat(path)).output).toContain(token);
    server.endSessions(operator.name);
    await app.parts.checks.check(id);
    expect((await cat(path)).output).toBe('');
  });

  test('gives nothing once auto log-out is due, even before the server has confirmed it', async ({
    app,
    server,
  }) => {
    const { id, path } = await withLiveFile(app, server, { kind: 'note' });
    vi.spyOn(app.parts.autoLogout, 'isOver').mockReturnValue(true);
    expect((await cat(path)).output).toBe('');
    expect(app.row(id).session.phase).toBe('active');
  });

  test('is removed on quit, and made again by the next start', async ({ app, server }) => {
    const { path, token } = await withLiveFile(app, server, { kind: 'ask' });
    let atQuit: Promise<boolean> | null = null;
    const next = await app.restart({}, () => {
      atQuit = isThere(path);
    });
    expect(await atQuit).toBe(false);
    await expect.poll(() => isThere(path)).toBe(true);
    next.questions.answer = 'confirm';
    expect((await cat(path)).output).toContain(token);
    expect(next.questions.asked[0]).toMatchObject({ message: 'Allow cat to read the token of “Airport”?' });
  });

  test('is not made before the window was unlocked', async ({ app, server }) => {
    const { path, token } = await withLiveFile(app, server, { kind: 'note' });
    const next = await app.restart({ lockOnQuit: true });
    await (await next.parts.liveFiles()).open();
    expect(await isThere(path)).toBe(false);
    await next.parts.appLock.unlock(null);
    await expect.poll(() => isThere(path)).toBe(true);
    expect((await cat(path)).output).toContain(token);
  });

  test('goes with its server, and when its address or user changes', async ({ app, server }) => {
    const { id, path } = await withLiveFile(app, server, { kind: 'note' });
    await app.parts.profileRemoval.remove(id, false);
    await expect.poll(() => app.parts.live.read().liveFiles).toEqual([]);
    await expect.poll(() => isThere(path)).toBe(false);
    expect(await noted(app, 'live-file-removed')).toEqual([
      { format: 'env', reason: 'removed', left: false },
    ]);
    const saved = await readFile(`${app.folder}/live-files.json`, 'utf8');
    expect(saved).not.toContain(path);
  });
});

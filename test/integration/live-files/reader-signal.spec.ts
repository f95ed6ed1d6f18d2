import { execFileSync, spawn } from 'node:child_process';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { awaitReader } from '../../../main/live-files/pipe/reader-signal.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { plainProgram } from '../../support/files/plain-program.ts';

async function freshPipe(): Promise<string> {
  const path = join(await freshFolder(), 'live.env');
  execFileSync('mkfifo', ['-m', '600', path]);
  return path;
}

/** The shells that wait at a pipe and have this text in their environment. */
async function waitingShells(mark: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [line, cwd] = await Promise.all([
      readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
      readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''),
    ]);
    if (line.includes('exec 4>>') && cwd.includes(mark)) found.push(pid);
  }
  return found;
}

describe('who waits at a named pipe', () => {
  test('does not outlive the app, also if it is killed', async () => {
    const program = await plainProgram(
      join(import.meta.dirname, '../../support/live-files/reader-signal-process.ts'),
    );
    const mark = `/nonexistent-${process.pid}`;
    const app = spawn(process.execPath, [program, await freshPipe()], {
      env: { ...process.env, PATH: `${process.env.PATH}:${mark}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => app.stdout?.once('data', resolve));
    await expect.poll(() => waitingShells(mark)).toHaveLength(2);
    app.kill('SIGKILL');
    await expect.poll(() => waitingShells(mark)).toEqual([]);
  });

  test('changes no file that took the place of the pipe, where it waits at a path', async () => {
    const path = await freshPipe();
    const target = `${path}-target`;
    await writeFile(target, 'target');
    await rm(path);
    await symlink(target, path);
    const signal = awaitReader({ path });
    expect(await signal.opened).toBe(true);
    signal.stop();
    await pause(50);
    expect(await readFile(target, 'utf8')).toBe('target');
  });

  test('stops when it is told to', async () => {
    const path = await freshPipe();
    const signal = awaitReader({ path });
    signal.stop();
    expect(await signal.opened).toBe(false);
  });
});

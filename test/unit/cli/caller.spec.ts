import { describe, expect, test } from 'vitest';
import { callerName, findCaller, unknownCaller } from '../../../main/cli/caller/caller.ts';
import { readPeer } from '../../../main/cli/caller/peer-process.ts';
import { type Process, programAt, readPsLine, readStat } from '../../../main/cli/caller/process-tree.ts';

let pid = 900;

const process = (program: string | null, name = program?.split('/').at(-1) ?? '?'): Process => {
  pid -= 1;
  return { pid, startedAt: '1', program, name };
};
const curl = process('/usr/bin/curl');
const ffsm = process('/usr/bin/dash', 'ffsm');
const bash = process('/usr/bin/bash');
const systemd = process('/usr/lib/systemd/systemd');

describe('the program that asks', () => {
  test('is the nearest ancestor that is no shell, with what started it', () => {
    const python = process('/usr/bin/python3.11');
    const terminal = process('/usr/libexec/gnome-terminal-server');
    expect(findCaller([curl, ffsm, ffsm, python, bash, terminal, systemd])).toEqual({
      name: 'python3.11',
      program: '/usr/bin/python3.11',
      parent: '/usr/libexec/gnome-terminal-server',
      pid: python.pid,
      identity: '["/usr/bin/python3.11","/usr/libexec/gnome-terminal-server"]',
    });
    expect(findCaller([curl, ffsm, bash, terminal, systemd])).toMatchObject({
      name: 'gnome-terminal-server',
      parent: null,
    });
  });

  test('is the outermost shell if there is nothing else above it', () => {
    const zsh = process('/usr/bin/zsh');
    expect(findCaller([curl, ffsm, bash, zsh, systemd])).toMatchObject({ name: 'zsh', parent: null });
  });

  test('is the program itself if it connects without ffsm', () => {
    const thief = process('/home/a/thief');
    expect(findCaller([thief, bash, systemd])).toMatchObject({ name: 'thief', program: '/home/a/thief' });
  });

  test('is not known well enough for a permission if its file may not be read', () => {
    const guarded = process(null, 'guarded');
    const found = findCaller([curl, ffsm, guarded, bash, systemd]);
    expect(found).toMatchObject({ name: 'guarded', program: null, identity: null });
    expect(findCaller([])).toBe(unknownCaller);
    expect(findCaller([curl])).toEqual(unknownCaller);
  });

  test('is shown without what would change the text around it', () => {
    expect(callerName({ ...unknownCaller, name: 'evil\u202egpj\nprogram' })).toBe('evilgpj program');
  });
});

describe('the system', () => {
  test('names the process at the other end, but not one of another user', () => {
    expect(readPeer('4711 1000 1000', 1000)).toBe(4711);
    expect(readPeer('4711', 501)).toBe(4711);
    expect(readPeer('4711 1001 1001', 1000)).toBeNull();
    for (const text of ['', 'x', '0 1000 1000', '-1 1000 1000']) expect(readPeer(text, 1000)).toBeNull();
  });

  test('describes a process on Linux, also one with a strange name', () => {
    const fields = Array.from({ length: 30 }, (_, index) => String(index)).join(' ');
    expect(readStat(`12 (a) b) c) S 7 ${fields}`)).toEqual({ name: 'a) b) c', parent: 7, startedAt: '17' });
    expect(readStat('')).toBeNull();
  });

  test('names the file of a program, but none for one in memory', () => {
    expect(programAt('/usr/bin/python3.11')).toBe('/usr/bin/python3.11');
    expect(programAt('/usr/bin/python3.11 (deleted)')).toBe('/usr/bin/python3.11');
    expect(programAt('/memfd:python3.11 (deleted)')).toBeNull();
  });

  test('describes a process on macOS', () => {
    expect(readPsLine(9, '  501 Sat Nov 28 21:00:01 2026     /Applications/My App.app/My App\n')).toEqual({
      parent: 501,
      process: {
        pid: 9,
        startedAt: 'Sat Nov 28 21:00:01 2026',
        program: '/Applications/My App.app/My App',
        name: 'My App',
      },
    });
    expect(readPsLine(9, '')).toBeNull();
  });
});

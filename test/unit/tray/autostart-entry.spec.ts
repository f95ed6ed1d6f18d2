import { describe, expect, test } from 'vitest';
import { autostartEntry, autostartStep } from '../../../main/tray/autostart-entry.ts';

const exec = (program: string) => /^Exec=(.*)$/m.exec(autostartEntry(program) ?? '')?.[1];

/** The program of an Exec line, read back by the rules of the Desktop Entry Specification. */
function programOf(line: string): string {
  const value = line.replaceAll('\\\\', '\\');
  const quoted = /^"((?:[^"\\]|\\.)*)" --hidden$/.exec(value)?.[1] ?? '';
  return quoted.replace(/\\(.)/g, '$1').replaceAll('%%', '%');
}

describe('an entry that starts the app with the desktop', () => {
  test('is quoted as the specification of desktop entries says', () => {
    expect(exec('/opt/FindFace Session Manager/findface-session-manager')).toBe(
      '"/opt/FindFace Session Manager/findface-session-manager" --hidden',
    );
    expect(exec('/a"b')).toBe(String.raw`"/a\\"b" --hidden`);
    expect(exec('/50%/$HOME/`x`')).toBe('"/50%%/\\\\$HOME/\\\\`x\\\\`" --hidden');
    for (const path of ['/a b', '/a\\b', '/$x"y`z\\', '/100%f', "/it's", '/дом/é', '/a;b#c'])
      expect(programOf(exec(path) ?? ''), path).toBe(path);
  });

  test('is not written for a path that would begin another key', () => {
    for (const path of ['/a\nExec=evil', '/a\rb', '/a\u0000']) expect(autostartEntry(path)).toBeNull();
  });
});

describe('what is done about it', () => {
  const ours = autostartEntry('/opt/app') ?? '';
  const moved = autostartEntry('/opt/moved') ?? '';

  test('is what the settings say', () => {
    expect(autostartStep(null, ours)).toBe('write');
    expect(autostartStep(ours, ours)).toBe('leave');
    expect(autostartStep(moved, ours), 'an app that was moved').toBe('write');
    expect(autostartStep(ours, null)).toBe('remove');
    expect(autostartStep(null, null)).toBe('leave');
  });

  test('is nothing where a person has an entry of their own, or switched ours off in the desktop', () => {
    const own = '[Desktop Entry]\nExec=findface-session-manager\n';
    expect([autostartStep(own, ours), autostartStep(own, null)]).toEqual(['leave', 'leave']);
    for (const off of ['Hidden=true', 'X-GNOME-Autostart-enabled=false'])
      expect(autostartStep(`${ours}${off}\n`, moved), off).toBe('leave');
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../../scripts/system/project-root.ts';

const folder = join(projectRoot, 'scripts/package');

/** The size of a PNG: its width and height in pixels. */
function pngSize(bytes: Buffer): readonly [number, number] {
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the icons', () => {
  test('exist in every size for Linux', async () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      const bytes = await readFile(join(folder, `icons/${size}x${size}.png`));
      expect(pngSize(bytes)).toEqual([size, size]);
    }
  });

  test('for Windows hold the sizes of the task bar, the desktop and the explorer', async () => {
    const bytes = await readFile(join(folder, 'icons/icon.ico'));
    expect(bytes.readUInt32LE(0)).toBe(0x00010000);
    const sizes = Array.from({ length: bytes.readUInt16LE(4) }, (_, at) => {
      const start = bytes.readUInt32LE(6 + 16 * at + 12);
      return pngSize(bytes.subarray(start))[0];
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  test('for macOS hold both densities up to 512 points', async () => {
    const bytes = await readFile(join(folder, 'icons/icon.icns'));
    expect([bytes.toString('latin1', 0, 4), bytes.readUInt32BE(4)]).toEqual(['icns', bytes.length]);
    const sizes: string[] = [];
    for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4))
      sizes.push(`${bytes.toString('latin1', at, at + 4)} ${pngSize(bytes.subarray(at + 8))[0]}`);
    expect(sizes).toEqual([
      ...['icp4 16', 'icp5 32', 'ic11 32', 'ic12 64', 'ic07 128', 'ic13 256', 'ic08 256', 'ic14 512'],
      ...['ic09 512', 'ic10 1024'],
    ]);
  });

  test('for the tray exist for light and dark panels in both densities', async () => {
    const states = ['running', 'expiring', 'problem', 'locked'];
    const names = states.flatMap((state) => [`${state}-light`, `${state}-dark`]);
    for (const name of [...names, 'running-template']) {
      expect(await readFile(join(folder, `icons/tray/${name}.svg`), 'utf8')).toContain('viewBox="0 0 22 22"');
      for (const size of [22, 44]) {
        const bytes = await readFile(join(folder, `icons/tray/${size}/${name}.png`));
        expect(pngSize(bytes)).toEqual([size, size]);
      }
    }
  });
});

describe('the AppStream metadata', () => {
  const metainfo = () => readFile(join(folder, 'linux/app.ffsm.desktop.metainfo.xml'), 'utf8');

  test('names what electron-builder installs', async () => {
    const text = await metainfo();
    const { desktopName, license } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
    expect(text).toContain(`<launchable type="desktop-id">${desktopName}</launchable>`);
    expect(text).toContain(`<project_license>${license}</project_license>`);
    expect(text).toContain(`<id>app.ffsm.desktop</id>`);
    for (const language of ['ru', 'es']) expect(text).toContain(`<summary xml:lang="${language}">`);
  });

  test('speaks of the type that the package registers', async () => {
    const type = 'application/vnd.ffsm.servers+json';
    expect(await metainfo()).toContain(`<mediatype>${type}</mediatype>`);
    const mime = await readFile(join(folder, 'linux/mime.xml'), 'utf8');
    expect(mime).toContain(`<mime-type type="${type}">`);
  });
});

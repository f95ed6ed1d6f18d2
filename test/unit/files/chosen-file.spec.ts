import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oneAtATime, readChosenFile, writeChosenFile } from '../../../main/files/chosen-file.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';

describe('a file that a person chose', () => {
  test('is written completely, and closed to other users', async () => {
    const path = join(await freshFolder(), 'journal.csv');
    await writeFile(path, 'older', { mode: 0o644 });
    expect(await writeChosenFile(path, 'newer')).toEqual({ ok: true, value: 'written' });
    expect(await readFile(path, 'utf8')).toBe('newer');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('is unchanged if it cannot be written, without temporary files', async () => {
    const folder = await freshFolder();
    const path = join(folder, 'taken');
    await mkdir(path);
    const written = await writeChosenFile(path, 'newer');
    expect(written).toMatchObject({ ok: false, problem: { code: 'not-written', file: 'taken' } });
    expect(await readdir(folder)).toEqual(['taken']);
  });

  test('that is stopped is unchanged, and no more of it is written', async () => {
    const folder = await freshFolder();
    const path = join(folder, 'list.json');
    await writeFile(path, 'older');
    const stopping = new AbortController();
    let pieces = 0;
    const onPiece = () => {
      pieces += 1;
      if (pieces === 3) stopping.abort();
    };
    const written = await writeChosenFile(path, 'newer'.repeat(100), { signal: stopping.signal, onPiece });
    expect(written).toEqual({ ok: true, value: 'stopped' });
    expect(pieces).toBe(3);
    expect(await readdir(folder)).toEqual(['list.json']);
    expect(await readFile(path, 'utf8')).toBe('older');
  });

  test('is complete if it is shown how far it is', async () => {
    const path = join(await freshFolder(), 'list.json');
    for (const text of ['', 'я', 'сервер '.repeat(1_000)]) {
      const progress = { signal: new AbortController().signal, onPiece: () => undefined };
      expect(await writeChosenFile(path, text, progress)).toEqual({ ok: true, value: 'written' });
      expect(await readFile(path, 'utf8')).toBe(text);
    }
  });

  test('is read up to its limit and no further', async () => {
    const path = join(await freshFolder(), 'list.json');
    await writeFile(path, '0123456789');
    expect(await readChosenFile(path, 10)).toMatchObject({ kind: 'read' });
    expect(await readChosenFile(path, 9)).toEqual({ kind: 'too-large' });
  });

  test('that is missing, or not a file, is reported and never thrown', async () => {
    const folder = await freshFolder();
    expect(await readChosenFile(join(folder, 'gone'), 10)).toMatchObject({ kind: 'io-error' });
    expect(await readChosenFile(folder, 10)).toMatchObject({ kind: 'io-error' });
  });
});

describe('a dialog of the system', () => {
  test('is open once: a second call returns nothing', async () => {
    const open: ((path: string | null) => void)[] = [];
    const choose = () => new Promise<string | null>((resolve) => open.push(resolve));
    const dialogs = oneAtATime({ save: choose, open: choose, folder: choose });
    const first = dialogs.save('a.json', []);
    expect(await dialogs.open([])).toBe(null);
    expect(await dialogs.save('b.json', [])).toBe(null);
    expect(await dialogs.folder()).toBe(null);
    expect(open).toHaveLength(1);
    open[0]?.('/a.json');
    expect(await first).toBe('/a.json');
    const next = dialogs.open([]);
    open[1]?.('/b.json');
    expect(await next).toBe('/b.json');
  });

  test('that fails allows the next one', async () => {
    const dialogs = oneAtATime({
      save: () => Promise.reject(new Error('No display')),
      open: async () => '/a.json',
      folder: async () => null,
    });
    await expect(dialogs.save('a.json', [])).rejects.toThrow('No display');
    expect(await dialogs.open([])).toBe('/a.json');
  });
});

import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppLog, errorText } from '../../../main/log/app-log.ts';
import { LogFile } from '../../../main/log/log-file.ts';
import { fullAfter } from '../../support/files/filling-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';

describe('the log file', () => {
  test('waits until the window is shown, and is closed to other users', async () => {
    const folder = join(await freshFolder(), 'logs');
    const file = new LogFile(folder);
    file.write('one');
    await expect(stat(folder)).rejects.toThrow();
    await file.open();
    file.write('two');
    await file.settle();
    expect(await readFile(join(folder, 'app.log'), 'utf8')).toBe('one\ntwo\n');
    if (process.platform === 'win32') return;
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'app.log'))).mode & 0o777).toBe(0o600);
  });

  test('never takes more than three files of the agreed size, and keeps the newest lines', async () => {
    const folder = await freshFolder();
    const file = new LogFile(folder, { largest: 1_000 });
    await file.open();
    for (let line = 0; line < 500; line += 1) {
      file.write(`line ${line}`);
      if (line % 10 === 0) await file.settle();
    }
    await file.settle();
    const names = await readdir(folder);
    expect(names.length).toBeLessThanOrEqual(3);
    for (const name of names) expect((await stat(join(folder, name))).size).toBeLessThan(1_200);
    expect(await file.tail(3)).toEqual(['line 497', 'line 498', 'line 499']);
  });

  test('on a full disk, or without its folder, affects nothing else', async () => {
    const folder = await freshFolder();
    const full = new LogFile(folder, { disk: fullAfter(3) });
    await full.open();
    full.write('too long');
    await full.settle();
    expect(await readFile(join(folder, 'app.log'), 'utf8')).toBe('');
    await writeFile(join(folder, 'taken'), '');
    const nowhere = new LogFile(join(folder, 'taken'));
    await nowhere.open();
    nowhere.write('lost');
    await nowhere.settle();
    expect(await nowhere.tail(5)).toEqual([]);
  });

  test('continues after the last run', async () => {
    const folder = await freshFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'app.1.log'), 'a\nb\n');
    await writeFile(join(folder, 'app.log'), 'c\n');
    const file = new LogFile(folder);
    file.write('d');
    expect(await file.tail(3)).toEqual(['b', 'c', 'd']);
  });
});

describe('the log of the app', () => {
  test('redacts secrets, and has one line per event', async () => {
    const folder = await freshFolder();
    const printed: string[] = [];
    const { log, file } = new AppLog(
      folder,
      () => 0,
      (line) => printed.push(line),
    );
    log('broken\nAuthorization: Token ab12', { what: `x\r\n${'ab12'.repeat(16)}` });
    await file.open();
    expect(printed).toHaveLength(1);
    expect(await readFile(join(folder, 'app.log'), 'utf8')).toBe(`${printed[0]}\n`);
    expect(printed[0]).not.toMatch(/ab12/);
  });

  test('has errors without folder names', () => {
    const error = new Error("ENOENT: no such file, open '/home/ivanov/.config/ffsm/vault.json'");
    error.stack = `Error: ${error.message}\n    at open (file:///home/ivanov/app/out/main/index.js:12:34)\n    at C:\\Users\\Ivanov\\app\\index.js:1:2`;
    const text = errorText(error);
    expect(text).not.toMatch(/ivanov|Users|home/i);
    expect(text).toContain('index.js:12:34');
    expect(text.split('\n')).toHaveLength(1);
    expect(errorText('a thrown text')).toBe('string');
  });
});

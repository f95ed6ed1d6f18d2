import { appendFile, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { fullAfter } from '../../support/files/filling-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { airport, all, day, depot, journalIn, noon } from './noting.ts';

const disk = { code: 'not-saved', file: 'journal.jsonl', reason: 'disk-full' };

describe('the journal', () => {
  test('keeps what was noted, newest first, in a file that is closed to other users', async () => {
    const { journal, path, clock } = journalIn(await freshFolder());
    await journal.open();
    journal.note('logged-in', airport, { kept: 'sealed', wayIn: 'password' });
    clock.now += 1_000;
    journal.note('header-copied', airport, { production: true, anyway: false });
    journal.note('locked', null, { reason: 'idle' });
    const page = await journal.readPage(all, null, 10);
    expect(page.more).toBe(false);
    expect(page.entries).toMatchObject([
      { what: 'locked', at: noon + 1_000, profileId: null, name: '', facts: { reason: 'idle' } },
      { what: 'header-copied', facts: { production: true, anyway: false } },
      { what: 'logged-in', at: noon, name: 'Airport', userName: 'ivanov', host: '10.0.4.7:8443' },
    ]);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('is not written before the window is shown, and loses nothing', async () => {
    const folder = await freshFolder();
    const { journal, written } = journalIn(folder);
    journal.note('profile-added', airport, {});
    await new Promise(setImmediate);
    expect(await readdir(folder)).toEqual([]);
    await journal.open();
    expect(await written()).toHaveLength(1);
  });

  test('is read page by page, also while lines are added', async () => {
    const { journal } = journalIn(await freshFolder());
    await journal.open();
    for (let count = 0; count < 5; count += 1) journal.note('imported', null, { added: count, changed: 0 });
    const first = await journal.readPage(all, null, 2);
    journal.note('imported', null, { added: 99, changed: 0 });
    const second = await journal.readPage(all, first.entries.at(-1)?.id ?? null, 3);
    const added = [...first.entries, ...second.entries].map(({ facts }) => facts.added);
    expect([first.more, second.more, added]).toEqual([true, false, [4, 3, 2, 1, 0]]);
  });

  test('is filtered by server, type and text in names', async () => {
    const { journal } = journalIn(await freshFolder());
    await journal.open();
    journal.note('logged-in', airport, { kept: 'sealed', wayIn: 'password' });
    journal.note('logged-in', depot, { kept: 'sealed', wayIn: 'password' });
    journal.note('profile-removed', depot, { sessionLeft: true });
    const found = async (part: object) =>
      (await journal.readPage({ ...all, ...part }, null, 9)).entries.map(
        ({ what, name }) => `${what} ${name}`,
      );
    expect(await found({ profileId: airport.id })).toEqual(['logged-in Airport']);
    expect(await found({ kind: 'profiles' })).toEqual(['profile-removed Depot, "north"']);
    expect(await found({ text: ' IVANOV ' })).toEqual(['logged-in Airport']);
    expect(await found({ text: 'depot.exam', kind: 'logins' })).toEqual(['logged-in Depot, "north"']);
    expect(await found({ text: 'nowhere' })).toEqual([]);
  });

  test('loses only the line that a crash cut short', async () => {
    const folder = await freshFolder();
    const before = journalIn(folder);
    await before.journal.open();
    before.journal.note('logged-in', airport, { kept: 'sealed', wayIn: 'password' });
    before.journal.note('logged-out', airport, { confirmed: true });
    await before.journal.close();
    await truncate(before.path, (await stat(before.path)).size - 7);
    const { journal } = journalIn(folder);
    await journal.open();
    journal.note('profile-added', depot, {});
    const { entries } = await journal.readPage(all, null, 10);
    expect(entries.map(({ what }) => what)).toEqual(['profile-added', 'logged-in']);
  });

  test('on a full disk affects nothing else, is reported, and is written later', async () => {
    const { journal, results, written } = journalIn(await freshFolder(), fullAfter(250));
    await journal.open();
    for (let count = 0; count < 3; count += 1) {
      journal.note('logged-in', airport, { kept: 'sealed', wayIn: 'password' });
      await journal.close();
    }
    expect(results[0]).toEqual({ ok: true, value: undefined });
    expect(results.at(-1)).toEqual({ ok: false, problem: disk });
    expect(await written()).toHaveLength(1);
  });

  test('writes what a full disk refused as soon as it can', async () => {
    const real = fullAfter(0);
    let isFull = true;
    const { journal, written } = journalIn(await freshFolder(), {
      ...real,
      open: (...given) => (isFull ? real : fullAfter(1e9)).open(...given),
    });
    await journal.open();
    journal.note('logged-in', airport, { kept: 'sealed', wayIn: 'password' });
    await journal.close();
    expect(await written()).toEqual([]);
    isFull = false;
    journal.note('logged-out', airport, { confirmed: false });
    await journal.close();
    expect(await written()).toHaveLength(2);
  });

  test('drops entries older than 90 days, at the start and once a day', async () => {
    const { journal, clock, written } = journalIn(await freshFolder());
    await journal.open();
    journal.note('logged-in', airport, { kept: 'sealed', wayIn: 'password' });
    await journal.close();
    clock.now += 89 * day;
    journal.note('logged-out', airport, { confirmed: true });
    await journal.close();
    expect(await written()).toHaveLength(2);
    clock.now += 2 * day;
    journal.note('profile-added', airport, {});
    const { entries } = await journal.readPage(all, null, 10);
    expect(entries.map(({ what }) => what)).toEqual(['profile-added', 'logged-out']);
  });

  test('records once a session that ended while the app was closed', async () => {
    const folder = await freshFolder();
    const ended = Date.now() - 60_000;
    for (let start = 0; start < 3; start += 1) {
      const { journal } = journalIn(folder);
      journal.note('session-expired', airport, {}, ended);
      await journal.open();
      await journal.close();
    }
    const { journal, written } = journalIn(folder);
    await journal.open();
    journal.note('session-expired', depot, {}, Date.now() - 1_000);
    await journal.close();
    expect(await written()).toHaveLength(2);
  });

  test('skips anything else in its file', async () => {
    const { journal, path } = journalIn(await freshFolder());
    await writeFile(path, '');
    const line = {
      at: noon,
      what: 'logged-in',
      profileId: null,
      name: '',
      userName: '',
      host: '',
      facts: {},
    };
    const hostile = [
      'null',
      '"text"',
      '[]',
      '{',
      '['.repeat(100_000),
      `{"at":${noon}}`,
      JSON.stringify({ ...line, what: 'constructor' }),
      JSON.stringify({ ...line, at: 'now' }),
      JSON.stringify({ ...line, at: 1e300 }),
      JSON.stringify({ ...line, profileId: '../../etc' }),
      JSON.stringify({ ...line, name: 'x'.repeat(1e6) }),
      JSON.stringify({
        ...line,
        facts: {
          code: '<script>',
          token: 'ab12'.repeat(16),
          part: 'ab12'.repeat(10),
          added: 3,
          __proto__: 1,
        },
      }),
    ];
    await appendFile(path, `${hostile.join('\n')}\n\uFEFF\u0000\n`);
    await journal.open();
    const { entries } = await journal.readPage(all, null, 10);
    expect(entries.map(({ facts }) => facts)).toEqual([{ added: 3 }]);
  });

  test('logs the same events without a name', async () => {
    const { journal, logged } = journalIn(await freshFolder());
    journal.note('login-refused', airport, { code: 'wrong-password' });
    expect(logged).toEqual([`login-refused {"profile":"${airport.id}","code":"wrong-password"}`]);
  });

  test('does not accept free text', async () => {
    const { journal, written } = journalIn(await freshFolder());
    await journal.open();
    const text: string = 'correct horse battery staple';
    // @ts-expect-error only the codes of problems are admitted
    journal.note('login-refused', airport, { code: text });
    // @ts-expect-error only the facts of this event are admitted
    journal.note('logged-in', airport, { kept: 'sealed', wayIn: 'password', password: text });
    await journal.close();
    expect((await written()).join()).not.toContain('horse');
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';
import { type ServerTableColumn, serverTableColumns } from '../../../contract/server-table.ts';
import { sessionStatus } from '../../../contract/sessions/session.ts';
import { languages } from '../../../contract/settings.ts';
import { loadTexts } from '../../../main/i18n/load-texts.ts';
import { serverTableHandlers } from '../../../main/server-table/ipc-handlers.ts';
import { serverTableCsv } from '../../../main/server-table/server-table-csv.ts';
import { newPendingLogout, pendingLogoutView } from '../../../main/sessions/pending-logout.ts';
import { directoryUser, operator } from '../../emulator/default-users.ts';
import { holds } from '../../support/canary.ts';
import { held, rowOf } from '../../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../../support/fake-bridge/sample-rows.ts';
import { test } from '../../support/headless-app.ts';
import { en } from '../../support/texts.ts';

const now = Date.UTC(2026, 10, 24, 12);
const day = 86_400_000;
const moment = { now, expiringMs: 7 * day } as const;
const english = await loadTexts('en', 'servers', 'window');
const factsOf = (row: ReturnType<typeof rowOf>) => ({
  profileId: row.profile.id,
  groups: [2, 7],
  language: 'ru',
  certificateEndsAt: now + 30 * day,
});
const read = (text: string): readonly (readonly string[])[] => parse(text, { bom: true });

const airport = rowOf(1, {
  ...{ name: 'Airport', address: 'https://10.0.4.7/api', userName: 'ivanov', realName: 'Pavel Ivanov' },
  ...{ environment: 'production', tags: ['south', 'gate'], adUser: true, role: 'administrator' },
  notes: 'Rack 3\nask Ann',
  session: held(now, 3 * day, 'accepted'),
});

describe('the server overview as CSV', () => {
  test('has each column of each server, in the requested order', () => {
    const table = read(
      serverTableCsv(english, serverTableColumns, [{ row: airport, facts: factsOf(airport) }], moment),
    );
    expect(
      Object.fromEntries(serverTableColumns.map((column, index) => [column, table[1]?.[index]])),
    ).toEqual({
      ...{ name: 'Airport', address: 'https://10.0.4.7/api', userName: 'ivanov', realName: 'Pavel Ivanov' },
      ...{ role: 'Administrator', groups: '2 7', environment: 'Production', tags: 'south, gate' },
      ...{ authType: '', activeDirectory: 'yes', language: 'ru', session: 'expires soon' },
      ...{ endsAt: '2026-11-27T12:00:00.000Z', verdict: 'accepted', checkedAt: '2026-11-24T11:57:00.000Z' },
      ...{ tls: 'system trust store', certificate: '2026-12-24T12:00:00.000Z', licence: 'valid' },
      notes: 'Rack 3\nask Ann',
    });
    const some: readonly ServerTableColumn[] = ['tls', 'name'];
    expect(serverTableCsv(english, some, [{ row: airport, facts: factsOf(airport) }], moment)).toBe(
      '\uFEFF"Connection","Name"\r\n"system trust store","Airport"\r\n',
    );
  });

  for (const language of languages) {
    test(`has a text for every value in ${language}`, async () => {
      const t = await loadTexts(language, 'servers', 'window');
      const rows = sampleRows(now);
      const lines = rows.map((row) => ({ row, facts: factsOf(row) }));
      const text = serverTableCsv(t, serverTableColumns, lines, moment);
      expect(text).not.toMatch(/undefined|\{\{|\[object/);
      expect(read(text)).toHaveLength(rows.length + 1);
      expect(new Set(rows.map(({ session }) => sessionStatus(session, now, 7 * day))).size).toBeGreaterThan(
        5,
      );
    });
  }

  test('never shows an unconfirmed log-out as done', () => {
    const ending = pendingLogoutView(newPendingLogout('e1', airport.profile, null, now), 'here', false);
    const pending = { ...airport, session: { phase: 'logged-out' }, endings: [ending] } as const;
    const table = serverTableCsv(english, ['session'], [{ row: pending, facts: factsOf(pending) }], moment);
    expect(read(table)[1]).toEqual([en.servers.status['log-out-pending'].word]);
  });

  test('never contains a formula', () => {
    const evil = '=HYPERLINK("http://x","y")';
    const row = rowOf(1, {
      ...{ name: evil, address: 'https://10.0.4.7', userName: '@SUM(1)', realName: '+1', tags: ['-2'] },
      notes: 'x\n=1',
      session: held(now, day, 'accepted'),
    });
    const columns = ['name', 'userName', 'realName', 'tags', 'notes'] as const;
    const [, cells] = read(
      serverTableCsv(english, columns, [{ row, facts: { ...factsOf(row), language: '=1' } }], moment),
    );
    expect(cells).toEqual([`'${evil}`, "'@SUM(1)", "'+1", "'-2", "x\n'=1"]);
  });
});

describe('the values for the table', () => {
  test('are loaded for all profiles at once, and contain no secret', async ({ app, serve }) => {
    const tls = await serve({ https: true });
    const plain = await serve();
    const first = await app.add({ address: plain.base, name: 'Plain' }, operator.password);
    const second = await app.add({ address: tls.base, name: 'Sealed', userName: directoryUser.name });
    const { parts } = app;
    const refused = await parts.logins.login(second, directoryUser.password, null);
    if (refused.ok || refused.problem.code !== 'certificate-untrusted') throw new Error('no certificate');
    await parts.profileEditor.trust(second, refused.problem.certificate.fingerprint);
    await parts.logins.login(second, directoryUser.password, null);

    const answers = serverTableHandlers(parts);
    const told = await answers.readServerTable();
    expect(told).toMatchObject({
      ok: true,
      value: [
        { profileId: first, groups: [2], language: 'en-us', certificateEndsAt: null },
        { profileId: second, certificateEndsAt: refused.problem.certificate.validTo },
      ],
    });

    app.files.chosen = join(app.folder, 'servers.csv');
    const saved = await answers.saveServerTable({ columns: serverTableColumns, profileIds: [second, first] });
    expect(saved).toEqual({ ok: true, value: 'servers.csv' });
    const text = await readFile(app.files.chosen, 'utf8');
    expect(read(text).map(([name]) => name)).toEqual(['Name', 'Sealed', 'Plain']);
    const token = parts.vault.find(app.row(first).profile);
    if (token.kind !== 'token') throw new Error('no token');
    for (const secret of [operator.password, directoryUser.password, token.token.reveal()]) {
      expect(holds(text, secret)).toBe(false);
      expect(holds(JSON.stringify(told), secret)).toBe(false);
    }
    app.files.chosen = null;
    expect(await answers.saveServerTable({ columns: ['name'], profileIds: [first] })).toEqual({
      ok: true,
      value: null,
    });
  });
});

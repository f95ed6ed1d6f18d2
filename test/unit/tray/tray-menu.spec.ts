import { describe, expect, test } from 'vitest';
import { languages } from '../../../contract/settings.ts';
import { loadTexts } from '../../../main/i18n/load-texts.ts';
import type { TrayFacts, TrayServer } from '../../../main/tray/tray-facts.ts';
import { type TrayEntry, trayMenu, trayTitle } from '../../../main/tray/tray-menu.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const server: TrayServer = {
  id: sampleProfile().id,
  name: 'Airport',
  userName: 'ivanov',
  environment: 'none',
  status: 'accepted',
  hasToken: true,
  format: 'header',
};
const facts: TrayFacts = {
  ...{ state: 'problem', expiring: 2, problems: 1, favourites: [server], recent: [], copied: false },
  templates: [{ id: 'template-00000001', name: 'Ours' }],
};
const texts = () => loadTexts('en', 'native', 'servers', 'window', 'copying');
const labels = (entries: readonly TrayEntry[]): readonly string[] =>
  entries.map((entry) => (entry.kind === 'line' ? '-' : entry.label));
const first = (entries: readonly TrayEntry[], at: number) => {
  const found = entries[at];
  return found?.kind === 'menu' ? found.entries : [];
};

describe('the menu of the tray', () => {
  test('tells how many servers need a look, in every language, and names none in the title', async () => {
    const titles = [];
    for (const language of languages)
      titles.push(trayTitle(await loadTexts(language, 'native', 'servers', 'window', 'copying'), facts));
    expect(titles).toEqual([
      'FindFace Session Manager – 2 expiring – 1 problem',
      'FindFace Session Manager – Истекают: 2 – Проблемы: 1',
      'FindFace Session Manager – 2 por caducar – 1 problema',
    ]);
    expect(labels(trayMenu(await texts(), facts)).slice(0, 5)).toEqual([
      ...['2 expiring', '1 problem', '-', 'Favorites', 'Airport – ivanov'],
    ]);
  });

  test('has the formats of the window, a person’s own among them', async () => {
    const own = { ...server, format: 'template-00000001' } as const;
    const inside = first(trayMenu(await texts(), { ...facts, favourites: [own] }), 4);
    expect(labels(inside)).toEqual(['Copy as Ours', 'Copy as', 'Open web interface', 'Log in again…']);
    expect(labels(first(inside, 1)).slice(-3)).toEqual(['JSON', '-', 'Ours']);
    expect(inside[0]).toMatchObject({ action: { kind: 'copy', format: null } });
  });

  test('says what is not as it should be, and shortens names', async () => {
    const label = async (instead: Partial<TrayServer>) =>
      labels(trayMenu(await texts(), { ...facts, favourites: [{ ...server, ...instead }] }))[4];
    expect(await label({ status: 'expiring' })).toBe('Airport – ivanov – expires soon');
    expect(await label({ status: 'refused', environment: 'production' })).toBe(
      'Airport – ivanov – rejected – Production',
    );
    expect(await label({ name: 'x'.repeat(200), userName: '' })).toBe(`${'x'.repeat(60)}…`);
  });

  test('leads to nothing but the window behind the lock', async () => {
    const entries = trayMenu(await texts(), { ...facts, state: 'locked' });
    expect(labels(entries)).toEqual(['Unlock…', 'Show window', 'Quit']);
  });
});

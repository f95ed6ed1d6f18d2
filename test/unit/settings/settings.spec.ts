import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choices, defaultSettings, type Settings } from '../../../contract/settings.ts';
import { noPolicy, settingsInForce } from '../../../main/policy/policy.ts';
import { languageInForce, readKeptSettings, withUse } from '../../../main/settings/settings.ts';

describe('kept settings', () => {
  test('come back as they were kept', () => {
    const kept = {
      settings: { ...defaultSettings, language: 'ru', theme: 'dark', clearAfterSeconds: null },
      keys: { lock: ['Mod+Alt+L'], remove: [], search: ['Mod+G', '/'] },
      templates: [{ id: 'template-0123abcd' as const, name: 'x', text: '{token}' }],
      used: { lock: 3, 'copy:curl': 2, 'copy:template': 1 },
      place: { x: 10, y: 20, width: 900, height: 700, maximized: true },
      sidePlaces: {
        '?details=1111111a-1111-4111-8111-111111111111': { width: 460, height: 760, maximized: false },
      },
      zoom: 125,
      layout: { viewsWidth: 240, columns: { tags: { shown: true, width: 200 } } },
      quickKey: { key: 'Mod+Shift+Space', works: true },
      updateSource: 'https://mirror.example/',
      skippedVersion: '1.0.1',
      lastVersion: '1.0.0-beta.2',
    };
    expect(readKeptSettings(kept)).toEqual(kept);
  });

  test('of updates are texts of their form, or none', () => {
    const none = { updateSource: null, skippedVersion: null, lastVersion: null };
    expect(readKeptSettings({})).toMatchObject(none);
    const strange = { updateSource: 'x'.repeat(2_001), skippedVersion: '../1', lastVersion: '1/../2' };
    expect(readKeptSettings(strange)).toMatchObject(none);
    expect(readKeptSettings({ updateSource: 7, lastVersion: [] })).toMatchObject(none);
  });

  test('of keys are those that a command can have, and strange ones lose only themselves', () => {
    const keys = {
      ...{ lock: ['Mod+Alt+L'], checkAll: [], rowAction: ['Mod+M'], nothing: ['Mod+M'] },
      ...{ edit: ['x'], journal: 'Mod+M', settings: [7], addServer: ['Shift+Mod+N'] },
      ...{ logOut: ['Mod+Alt+1', 'Mod+Alt+2', 'Mod+Alt+3', 'Mod+Alt+4', 'Mod+Alt+5'], remove: ['Mod+Enter'] },
    };
    expect(readKeptSettings({ keys }).keys).toEqual({ lock: ['Mod+Alt+L'], checkAll: [] });
    for (const raw of [undefined, null, [], ['lock'], 'lock', JSON.parse('{"__proto__":{"lock":[]}}')])
      expect(readKeptSettings({ keys: raw }).keys).toEqual({});
  });

  test('of templates are those within bounds, each ID once', () => {
    const good = { id: 'template-0123abcd', name: 'x', text: '{token}' };
    const strange = [
      ...[
        null,
        7,
        { ...good, id: 'template-x' },
        { ...good, id: 'template-1123abcd', text: 'x'.repeat(2_001) },
      ],
      ...[
        { ...good, id: 'template-2123abcd', name: 'x'.repeat(61) },
        { ...good, name: 'again' },
      ],
    ];
    const templates = [{ ...good, more: 1 }, ...strange];
    expect(readKeptSettings({ templates }).templates).toEqual([good]);
    expect(readKeptSettings({ templates: { 0: good, length: 1 } }).templates).toEqual([]);
    const many = Array.from({ length: 30 }, (_, place) => ({
      ...good,
      id: `template-0123ab${String(place).padStart(2, '0')}`,
    }));
    expect(readKeptSettings({ templates: many }).templates).toHaveLength(20);
  });

  test('of the use of commands are counts within bounds', () => {
    const used = { lock: 3, checkAll: 0, journal: -1, edit: 1.5, remove: 1e9, settings: '7', nothing: 4 };
    expect(readKeptSettings({ used }).used).toEqual({ lock: 3 });
    expect(readKeptSettings({ used: [3] }).used).toEqual({});
    expect(withUse(withUse({}, 'lock'), 'lock')).toEqual({ lock: 2 });
    expect(withUse({ lock: 1_000_000 }, 'lock')).toEqual({ lock: 1_000_000 });
  });

  test('of a file that holds every setting all count as chosen', () => {
    const settings = { ...defaultSettings, density: 'compact' };
    expect(readKeptSettings({ settings }).settings).toEqual(settings);
  });

  test('hold only what a person chose, so that a new default reaches everybody else', () => {
    expect(readKeptSettings({ settings: { language: 'es' } }).settings).toEqual({ language: 'es' });
    expect(readKeptSettings({}).settings).toEqual({});
  });

  test('that are strange cost only themselves', () => {
    const { settings } = readKeptSettings({
      settings: { theme: 'pink', language: 'es', __proto__: { density: 'compact' } },
    });
    expect(settings).toEqual({ language: 'es' });
  });

  test('are offered ones, and whole ones are in force, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const { settings, place } = readKeptSettings(raw);
        const inForce = settingsInForce(settings, noPolicy);
        expect(Object.keys(inForce)).toEqual(Object.keys(defaultSettings));
        for (const [name, value] of Object.entries(inForce)) {
          expect(choices[name as keyof Settings] as readonly unknown[]).toContain(value);
        }
        expect(place.width).toBeGreaterThanOrEqual(320);
      }),
    );
  });

  test('do not put the window where nobody can reach it', () => {
    for (const place of [
      { width: 1, height: 1 },
      { width: 1e9, height: 800 },
      { width: '900', height: 700 },
    ]) {
      expect(readKeptSettings({ place }).place).toEqual({ width: 1280, height: 800, maximized: false });
    }
  });
});

describe('the language', () => {
  test('is the chosen one', () => {
    expect(languageInForce('ru', ['en-US'])).toBe('ru');
  });

  test('follows the system as far as the app speaks it', () => {
    expect(languageInForce('system', ['de-DE', 'es_MX', 'ru'])).toBe('es');
    expect(languageInForce('system', ['ru-RU'])).toBe('ru');
    expect(languageInForce('system', ['de-DE'])).toBe('en');
    expect(languageInForce('system', [])).toBe('en');
  });
});

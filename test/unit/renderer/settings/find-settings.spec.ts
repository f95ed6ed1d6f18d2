import { describe, expect, test } from 'vitest';
import { choices, languages } from '../../../../contract/settings.ts';
import { findByValue, findSettings, markedParts } from '../../../../renderer/settings/lines/find-settings.ts';
import { choiceEntries, settingEntries } from '../../../../renderer/settings/lines/setting-entries.ts';
import { speech } from '../../../support/app/speech.ts';

describe('the search in the settings', () => {
  test('has every setting that a person may choose', () => {
    const shown = Object.keys(choices).filter((name) => name !== 'withoutKeyring');
    expect(Object.keys(choiceEntries).toSorted()).toEqual(shown.toSorted());
  });

  for (const language of languages)
    test(`finds every line by its label, in ${language}`, async () => {
      const t = await speech(language);
      for (const [name, { label }] of Object.entries(settingEntries)) {
        expect(label(t), name).not.toMatch(/^$|\{\{|:/);
        expect(findSettings(t, label(t).toUpperCase()), name).toContain(name);
      }
    });

  test('finds a line by a value, by parts of words in any order, and nothing for a strange word', async () => {
    const t = await speech('en');
    expect(findSettings(t, ' ')).toBeNull();
    expect([...(findSettings(t, 'norwegian') ?? [])]).toEqual([]);
    expect([...(findSettings(t, 'русский') ?? [])]).toEqual(['language']);
    expect([...(findSettings(t, 'idle')?.values() ?? [])]).toEqual([]);
    expect([...(findSettings(t, 'inactiv lock') ?? [])]).toEqual(['lockAfterIdleMinutes']);
  });

  test('finds a line by its values and further words alone, also on another keyboard layout', async () => {
    const t = await speech('en');
    for (const typed of ['dark', 'Light', 'вфкл'])
      expect([...findByValue(t, typed)], typed).toEqual(['theme']);
    expect([...findByValue(t, 'russian')]).toEqual(['language']);
    for (const typed of ['', ' ', 'theme', 'norwegian'])
      expect([...findByValue(t, typed)], typed).toEqual([]);
  });

  test('finds the language in every language of the window', async () => {
    for (const language of languages) {
      const t = await speech(language);
      for (const typed of ['language', 'язык', 'idioma'])
        expect(findSettings(t, typed), `${typed} in ${language}`).toContain('language');
    }
  });
});

describe('the marks in a label', () => {
  test('are where the typed words are, in order and without overlap', () => {
    expect(markedParts('Lock on sleep', 'sleep LOCK')).toEqual([
      { start: 0, end: 4 },
      { start: 8, end: 13 },
    ]);
    expect(markedParts('Lock on sleep', 'lo lock')).toEqual([{ start: 0, end: 2 }]);
    expect(markedParts('Тёмная', 'темн')).toEqual([{ start: 0, end: 4 }]);
    expect(markedParts('Theme', '')).toEqual([]);
  });
});

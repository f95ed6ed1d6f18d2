import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../contract/settings.ts';
import {
  lockedNames,
  noPolicy,
  type Policy,
  permitsSettings,
  policyInForce,
  settingsInForce,
  updateSourceInForce,
  withoutLocked,
} from '../../../main/policy/policy.ts';

const policy: Policy = {
  ...noPolicy,
  defaults: {
    settings: { language: 'ru', density: 'compact', clearAfterSeconds: 60 },
    updateSource: '/srv/default',
  },
  locked: { settings: { clearAfterSeconds: 10, lockAfterIdleMinutes: null } },
  lockServers: true,
};

describe('the settings in force', () => {
  test('are what is locked, else chosen, else the default of the policy, else our own', () => {
    const chosen = { density: 'comfortable', clearAfterSeconds: null, lockAfterIdleMinutes: 5 } as const;
    expect(settingsInForce(chosen, policy)).toEqual({
      ...defaultSettings,
      language: 'ru',
      density: 'comfortable',
      clearAfterSeconds: 10,
      lockAfterIdleMinutes: null,
    });
  });

  test('are the chosen ones again once the policy is gone', () => {
    const chosen = { clearAfterSeconds: null } as const;
    expect(settingsInForce(chosen, noPolicy)).toEqual({ ...defaultSettings, clearAfterSeconds: null });
    for (const found of [
      { kind: 'none' },
      { kind: 'broken', file: 'policy.json', where: 'version' },
    ] as const)
      expect(policyInForce(found)).toBe(noPolicy);
  });
});

describe('the update source in force', () => {
  test('has the same order', () => {
    const locked = (updateSource: string | null): Policy => ({
      ...policy,
      locked: { settings: {}, updateSource },
    });
    expect(updateSourceInForce(null, noPolicy)).toBeNull();
    expect(updateSourceInForce('/srv/mine', noPolicy)).toBe('/srv/mine');
    expect(updateSourceInForce(null, policy)).toBe('/srv/default');
    expect(updateSourceInForce('/srv/mine', policy)).toBe('/srv/mine');
    expect(updateSourceInForce('/srv/mine', locked('/srv/locked'))).toBe('/srv/locked');
    expect(updateSourceInForce('/srv/mine', locked(null))).toBeNull();
  });
});

describe('what is locked', () => {
  test('is named, also with null as its value', () => {
    expect(lockedNames(noPolicy)).toEqual([]);
    expect(lockedNames(policy)).toEqual(['clearAfterSeconds', 'lockAfterIdleMinutes', 'servers']);
    expect(lockedNames({ ...noPolicy, locked: { settings: {}, updateSource: null } })).toEqual([
      'updateSource',
    ]);
  });

  test('may be set to its own value and to no other', () => {
    expect(permitsSettings(policy, {})).toBe(true);
    expect(permitsSettings(policy, { density: 'compact', clearAfterSeconds: 10 })).toBe(true);
    expect(permitsSettings(policy, { lockAfterIdleMinutes: null })).toBe(true);
    expect(permitsSettings(policy, { lockAfterIdleMinutes: 60 })).toBe(false);
    expect(permitsSettings(policy, { density: 'compact', clearAfterSeconds: null })).toBe(false);
  });

  test('is not kept as chosen, so that nothing of the policy stays once it is gone', () => {
    expect(withoutLocked({ density: 'compact', clearAfterSeconds: 10 }, policy)).toEqual({
      density: 'compact',
    });
  });
});

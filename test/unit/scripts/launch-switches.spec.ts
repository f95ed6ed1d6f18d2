import { describe, expect, test } from 'vitest';
import { launchSwitches } from '../../../scripts/launch-switches.ts';

describe('the launch switches', () => {
  test('are none on an ordinary desktop', () => {
    expect(launchSwitches({ mayUseSandbox: true, hasVirtualScreen: false })).toEqual([]);
  });

  test('leave out only what cannot work', () => {
    expect(launchSwitches({ mayUseSandbox: false, hasVirtualScreen: false })).toEqual(['--no-sandbox']);
    expect(launchSwitches({ mayUseSandbox: true, hasVirtualScreen: true })).toEqual(['--disable-gpu']);
  });
});

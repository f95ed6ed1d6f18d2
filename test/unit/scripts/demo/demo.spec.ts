import { describe, expect, test } from 'vitest';
import { maskHeader } from '../../../../scripts/demo/mask-header.ts';
import { readDemoOptions } from '../../../../scripts/demo/options.ts';

describe('npm run demo', () => {
  test('opens a window where there is a screen', () => {
    expect(readDemoOptions([], true)).toEqual({ picture: undefined, dataFolder: undefined });
  });

  test('makes a picture when asked to, and where there is no screen', () => {
    expect(readDemoOptions(['--shot', '/tmp/a.png'], true).picture).toBe('/tmp/a.png');
    expect(readDemoOptions([], false).picture).toMatch(/demo\.png$/);
  });

  test('refuses an option that it does not know', () => {
    expect(() => readDemoOptions(['--port', '1'], true)).toThrow("Unknown option '--port'");
  });
});

describe('a printed header', () => {
  const token = 'a1b2'.repeat(16);

  test('hides the token', () => {
    const masked = maskHeader(`Authorization: Token ${token}`);
    expect(masked).toBe('Authorization: Token a1b2… (64 hex digits)');
  });

  test('is refused when it is something else', () => {
    expect(() => maskHeader(token)).toThrow('not a header');
    expect(() => maskHeader(`Authorization: Bearer ${token}`)).toThrow('not a header');
  });
});

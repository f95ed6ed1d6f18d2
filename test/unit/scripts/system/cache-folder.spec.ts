import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../../../scripts/system/cache-folder.ts';

describe('the cache folder', () => {
  test('is in the home folder, where each system keeps such things', () => {
    expect(cacheFolder({}, 'linux', '/home/ann')).toBe('/home/ann/.cache/ffsm');
    expect(cacheFolder({}, 'darwin', '/Users/ann')).toBe('/Users/ann/Library/Caches/ffsm');
    expect(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32', '/users/ann')).toBe('/local/ffsm/Cache');
  });

  test('follows XDG_CACHE_HOME when it is an absolute path', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/fast' }, 'linux', '/home/ann')).toBe('/fast/ffsm');
    expect(cacheFolder({ XDG_CACHE_HOME: 'fast' }, 'linux', '/home/ann')).toBe('/home/ann/.cache/ffsm');
    expect(cacheFolder({ XDG_CACHE_HOME: '' }, 'linux', '/home/ann')).toBe('/home/ann/.cache/ffsm');
  });
});

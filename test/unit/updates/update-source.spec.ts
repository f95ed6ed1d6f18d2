import { describe, expect, test } from 'vitest';
import { readUpdateSource, sourceText } from '../../../main/updates/update-source.ts';

const kept = (text: string) => {
  const source = readUpdateSource(text);
  return source && sourceText(source);
};

describe('An update source', () => {
  test('is a URL, kept with a slash at its end', () => {
    expect(kept(' https://Mirror.example/ffsm ')).toBe('https://mirror.example/ffsm/');
    expect(kept('http://10.0.0.1:8080')).toBe('http://10.0.0.1:8080/');
    expect(kept('https://mirror.example/a/../b/')).toBe('https://mirror.example/b/');
  });

  test('is the absolute path of a folder', () => {
    expect(readUpdateSource('/srv/updates of ffsm')).toEqual({
      kind: 'folder',
      path: '/srv/updates of ffsm',
    });
  });

  test('is nothing else', () => {
    const schemes = ['file:///srv', 'ftp://mirror.example/', 'javascript:alert(1)', 'data:,x', 'smb://a/b'];
    const parts = ['https://a:b@mirror.example/', 'https://mirror.example/?x', 'https://mirror.example/#x'];
    for (const text of [
      ...schemes,
      ...parts,
      '',
      ' ',
      'updates',
      './updates',
      '/srv/\0',
      `/${'x'.repeat(2_000)}`,
    ])
      expect(readUpdateSource(text)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openedPath } from '../../../main/transfer/opened-path.ts';

const opened = (...args: readonly unknown[]) => openedPath(args, '/home/ann');

describe('the arguments of a program', () => {
  test('open the list that comes last, by path or by URL', () => {
    expect(opened('--lang=ru', '/srv/Серверы 2026.ffsm')).toBe('/srv/Серверы 2026.ffsm');
    expect(opened('list.ffsm')).toBe('/home/ann/list.ffsm');
    expect(opened('../LIST.FFSM')).toBe('/home/LIST.FFSM');
    expect(opened('file:///srv/%D0%A1%D0%BF%D0%B8%D1%81%D0%BE%D0%BA%201.ffsm')).toBe('/srv/Список 1.ffsm');
    expect(opened('/srv/.hidden/a b;$(x)`y`"\'.ffsm')).toBe('/srv/.hidden/a b;$(x)`y`"\'.ffsm');
  });

  test.each([
    ['no argument'],
    ['only a switch', '--user-data-dir=/tmp/a.ffsm'],
    ['one dash', '-list.ffsm'],
    ['a list that is not the last', '/srv/list.ffsm', '--lang=ru'],
    ['another file', '/etc/passwd'],
    ['another extension', '/srv/list.ffsm.json'],
    ['a name that is only the extension', '/srv/.ffsm'],
    ['a part of a longer extension', '/srv/list.xffsm'],
    ['an end that the system cuts off', '/etc/passwd\0.ffsm'],
    ['the same in a URL', 'file:///etc/passwd%00.ffsm'],
    ['a website', 'https://evil.example/list.ffsm'],
    ['a script', 'javascript:alert(1)//list.ffsm'],
    ['a URL of another host', 'file://evil.example/share/list.ffsm'],
    ['a URL with a hidden separator', 'file:///srv/a%2Fb.ffsm'],
    ['a broken URL', 'file:///srv/%E0%A4%A.ffsm'],
    ['a device of Windows', '\\\\.\\pipe\\list.ffsm'],
    ['the same with slashes', '//./pipe/list.ffsm'],
    ['a path that Windows does not check', '\\\\?\\GLOBALROOT\\Device\\list.ffsm'],
    ['a text that is too long', `/${'a'.repeat(40_000)}.ffsm`],
    ['no text', new String('/srv/list.ffsm')],
    ['nothing', null],
    ['an empty text', ''],
  ])('open nothing: %s', (_what, ...args) => {
    expect(opened(...args)).toBeNull();
  });

  test('whatever they are, open an absolute path of this extension or nothing', () => {
    const words = fc.string({ unit: fc.constantFrom(...'a./\\:-%0 \0ffsmFFSM'), maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            words,
            words.map((word) => `file:${word}.ffsm`),
          ),
          { maxLength: 3 },
        ),
        (args) => {
          expect(openedPath(args, '/home/ann') ?? '/x.ffsm').toMatch(/^\/[^\0]*\.ffsm$/i);
        },
      ),
    );
  });
});

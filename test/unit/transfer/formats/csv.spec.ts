import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../../main/transfer/formats/csv.ts';

const read = (text: string) => {
  const result = readCsv(text);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const problemOf = (text: string) => {
  const result = readCsv(text);
  return result.ok ? null : result.problem;
};
const nothing = { tags: null, environment: null, favourite: null, notes: null, pin: null, kept: null };

describe('a CSV list of servers', () => {
  for (const [language, headings, environment] of [
    ['English', 'Server address,Name,User name,Tags,Environment,Notes', 'Production'],
    ['Russian', 'Адрес сервера,Название,Имя пользователя,Метки,Контур,Заметки', 'боевой'],
    ['Spanish', 'Dirección del servidor,Nombre,Usuario,Etiquetas,Entorno,Notas', 'producción'],
  ] as const) {
    test(`may have headings in ${language}`, () => {
      expect(
        read(`${headings}\n10.0.4.7,Lobby,ivanov,"north; T2",${environment},"Rack 3\nask Ann"`).items,
      ).toMatchObject([
        {
          address: '10.0.4.7',
          name: 'Lobby',
          userName: 'ivanov',
          tags: ['north', 'T2'],
          environment: 'production',
          notes: 'Rack 3\nask Ann',
          ...{ favourite: null, pin: null, kept: null },
        },
      ]);
    });
  }

  for (const [name, sign] of [
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ] as const) {
    test(`may be divided by ${name}, with or without the mark of UTF-8`, () => {
      const text = ['url', 'login'].join(sign).concat('\r\n', ['https://a.example', 'b'].join(sign), '\r\n');
      const expected = [{ address: 'https://a.example', userName: 'b', name: null, ...nothing }];
      expect(read(text).items).toMatchObject(expected);
      expect(read(`\uFEFF${text}`).items).toMatchObject(expected);
    });
  }

  test('knows on which line each server stands, as an editor counts them', () => {
    const text = 'url,name,login\r\n\r\na,"two\r\nlines",x\r\n,,\r\nb,B,y\r\n"c","C","z"';
    expect(read(text).items.map(({ name, line }) => [name, line])).toEqual([
      ['two\r\nlines', 3],
      ['B', 6],
      ['C', 7],
    ]);
  });

  test('may leave columns, cells and rows empty, and have columns that mean nothing', () => {
    const text = 'NAME;comment;Host_Name;user\n\nA;x;10.0.4.7\n;;;\nB;y;10.0.4.8;b;one too many\n';
    expect(read(text).items).toMatchObject([
      { address: '10.0.4.7', userName: '', name: 'A', ...nothing },
      { address: '10.0.4.8', userName: 'b', name: 'B', ...nothing },
    ]);
  });

  test('never imports a password or token, but reports that there was one', () => {
    const list = read('address,user,Пароль,token\n10.0.4.7,ivanov,bird-of-song,\n');
    expect(list.secretsLeftOut).toBe(true);
    expect(JSON.stringify(list)).not.toContain('bird-of-song');
    expect(read('address,user,password\n10.0.4.7,ivanov,\n').secretsLeftOut).toBe(false);
  });

  test('that cannot be read says what is missing in it', () => {
    expect(problemOf('name,user\nLobby,ivanov')).toEqual({ code: 'csv-without-address' });
    expect(problemOf('dear all\nthe servers are')).toEqual({ code: 'import-unknown' });
    expect(problemOf('address,user\n')).toEqual({ code: 'import-empty' });
    expect(problemOf('address,user\n10.0.4.7,ivanov\n"10.0.4.8,ivanov\n')).toEqual({
      code: 'csv-broken',
      line: expect.any(Number),
    });
  });

  test('is read as it was written, whatever its cells hold', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((text) => text.replaceAll('\0', '').trim());
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const sign = fc.constantFrom(',', ';', '\t');
    const rows = fc.array(fc.record({ address: cell, userName: cell, name: cell }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, sign, fc.constantFrom('\n', '\r\n'), (written, delimiter, end) => {
        const full = written.filter(({ address, userName, name }) => address || userName || name);
        fc.pre(full.length > 0);
        const lines = full.map(({ address, userName, name }) => [address, userName, name].map(quoted));
        const text = [['address', 'user', 'name'], ...lines].map((cells) => cells.join(delimiter)).join(end);
        expect(read(text).items).toMatchObject(
          full.map((row) => ({ ...row, name: row.name || null, ...nothing })),
        );
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { logTo, redact } from '../../../main/log/log.ts';

describe('a log line', () => {
  test('says when, what and the facts', () => {
    const lines: string[] = [];
    logTo(
      (line) => lines.push(line),
      () => 0,
    )('vault opened', { by: 'gnome-keyring', records: 3 });
    expect(lines).toEqual(['1970-01-01T00:00:00.000Z vault opened by=gnome-keyring records=3']);
  });

  for (const [title, line] of [
    ['a token header', `Authorization: Token ${'ab12'.repeat(16)}`],
    ['a basic header', 'authorization: Basic aXZhbm92OnNlY3JldA=='],
    ['a bare token', `got ${'0f'.repeat(32)} from there`],
    ['credentials in an address', 'GET https://ivanov:secret@10.0.4.7/users/me/'],
  ] as const) {
    test(`shows nothing of ${title} that got into it by mistake`, () => {
      const redacted = redact(line);
      expect(redacted).toContain('[struck out]');
      expect(redacted).not.toMatch(/[0-9a-f]{32}|aXZhbm92|secret/);
    });
  }

  test('is unchanged if there is nothing to redact', () => {
    expect(redact('check ended verdict=accepted tookMs=41')).toBe('check ended verdict=accepted tookMs=41');
  });
});

import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../contract/core/time.ts';
import { languages } from '../../../contract/settings.ts';
import { notificationText } from '../../../main/reminders/notification-text.ts';

const now = Date.UTC(2026, 10, 28, 12);
const textOf = (language: 'en' | 'ru' | 'es', ...inMs: readonly number[]) =>
  notificationText(language, { ends: inMs.map((ms) => now + ms), now, isLocked: () => false });

describe('the text of a notification', () => {
  test('says how many sessions end, and when the first does', async () => {
    expect(await textOf('en', 3 * dayMs)).toEqual({
      title: '1 session ends soon',
      body: 'It ends in 3 days.',
    });
    expect(await textOf('en', 3 * dayMs, 21 * hourMs + minuteMs)).toEqual({
      title: '2 sessions end soon',
      body: 'The first one ends in 21 h.',
    });
    expect(await textOf('en', 59 * minuteMs, -1, -dayMs)).toEqual({
      title: '3 sessions end soon',
      body: 'Already ended: 2. The first one ends in 59 min.',
    });
    expect(await textOf('en', 0, -dayMs)).toEqual({ title: '2 sessions have ended', body: '' });
  });

  test('agrees with its number', async () => {
    const titles = async (language: 'ru' | 'es', ...counts: readonly number[]) =>
      Promise.all(
        counts.map(async (count) => (await textOf(language, ...new Array(count).fill(dayMs))).title),
      );
    expect(await titles('ru', 1, 3, 5, 21)).toEqual([
      ...['Скоро истекает 1 сессия', 'Скоро истекают 3 сессии', 'Скоро истекают 5 сессий'],
      'Скоро истекает 21 сессия',
    ]);
    expect(await titles('es', 1, 2)).toEqual(['1 sesión caduca pronto', '2 sesiones caducan pronto']);
  });

  // SECURITY: who sees the desktop of a locked app learns nothing of its servers.
  test.each(languages)('tells nothing of a locked app in %s', async (language) => {
    const locked = (...inMs: readonly number[]) =>
      notificationText(language, { ends: inMs.map((ms) => now + ms), now, isLocked: () => true });
    const { title, body } = await locked(dayMs);
    expect(body).toBe('');
    expect(title).not.toMatch(/\d/);
    expect(await locked(-dayMs, hourMs, 3 * dayMs)).toEqual({ title, body });
  });
});

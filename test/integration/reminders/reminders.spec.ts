import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { dayMs, hourMs } from '../../../contract/core/time.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { stableSession, type TokenSession } from '../../../contract/sessions/session.ts';
import { admin, operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const { password } = operator;

/** Sets the clock so long before the end of a session, and has the app look at it. */
async function goTo(app: HeadlessApp, id: ProfileId, beforeEndMs: number): Promise<void> {
  const session = stableSession(app.row(id).session);
  if (session.phase === 'logged-out' || session.expiresAt === null) throw new Error('There is no end');
  app.clock.aheadMs = session.expiresAt - beforeEndMs - Date.now();
  (await app.parts.reminders()).wakeUp();
}

const due = (app: HeadlessApp) => app.parts.live.read().reminders.due;

describe('reminders', () => {
  test('are shown once for a step, also after a start', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, password);
    await goTo(app, id, 5.5 * dayMs);
    await expect.poll(() => app.notifications).toHaveLength(1);
    expect(app.notifications[0]).toMatchObject({ title: '1 session ends soon', body: 'It ends in 5 days.' });
    expect(due(app)).toEqual([id]);
    const again = await app.restart();
    await goTo(again, id, 5 * dayMs);
    expect(due(again)).toEqual([id]);
    await goTo(again, id, 2.5 * dayMs);
    await expect.poll(() => again.notifications).toHaveLength(1);
    expect(again.notifications[0]?.body).toBe('It ends in 2 days.');
  });

  // SECURITY: desktops keep notifications, and show them to anybody.
  test('name nobody, and tell nothing behind the lock', async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, password);
    await app.add({ address: server.base, name: 'Harbor', userName: admin.name }, admin.password);
    await goTo(app, id, 2 * dayMs);
    await expect.poll(() => app.notifications).toHaveLength(1);
    const said = JSON.stringify(app.notifications);
    expect(said).not.toMatch(/Airport|Harbor|ivanov|admin|127\.0\.0\.1|localhost/);
    await app.parts.appLock.lock('asked');
    expect(app.notifications[0]?.isOpen).toBe(false);
    await goTo(app, id, hourMs / 2);
    await expect.poll(() => app.notifications).toHaveLength(2);
    expect(app.notifications[1]).toMatchObject({ title: 'Sessions end soon', body: '' });
  });

  test('lead to the window, which shows them once it is unlocked', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, password);
    await app.parts.appLock.lock('asked');
    await goTo(app, id, dayMs / 2);
    await expect.poll(() => app.notifications).toHaveLength(1);
    app.notifications[0]?.click();
    expect(app.parts.live.read().reminders).toMatchObject({ asked: true });
    (await app.parts.reminders()).windowShows();
    expect(app.parts.live.read().reminders).toMatchObject({ asked: false });
  });

  test('are in one notification at a time', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, password);
    await goTo(app, id, dayMs / 2);
    await expect.poll(() => app.notifications).toHaveLength(1);
    await goTo(app, id, hourMs / 2);
    await expect.poll(() => app.notifications.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  test('can be snoozed and muted, and begin anew with a log-in', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, password);
    await goTo(app, id, dayMs / 2);
    await expect.poll(() => app.notifications).toHaveLength(1);
    const reminders = await app.parts.reminders();
    await reminders.snooze(id, 'hour');
    expect(due(app)).toEqual([]);
    await goTo(app, id, dayMs / 2 - hourMs - 1);
    await expect.poll(() => app.notifications).toHaveLength(2);
    expect(due(app)).toEqual([id]);
    await reminders.mute(id, true);
    expect(app.parts.live.read().reminders).toMatchObject({ due: [], muted: [id] });
    await goTo(app, id, 0);
    await reminders.mute(id, false);
    await expect.poll(() => app.notifications).toHaveLength(3);
    expect(app.notifications[2]).toMatchObject({ title: '1 session has ended' });
    await app.parts.logins.login(id, password, null);
    await expect.poll(() => due(app)).toEqual([]);
  });

  test('notice a clock that was set ahead with the next change of a row, and one that was set back', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base }, password);
    await app.parts.reminders();
    const { expiresAt } = app.row(id).session as TokenSession;
    app.clock.aheadMs = (expiresAt ?? 0) - dayMs / 2 - Date.now();
    await app.parts.profileEditor.markFavourite(id, true);
    await expect.poll(() => app.notifications).toHaveLength(1);
    app.clock.aheadMs -= 30 * dayMs;
    (await app.parts.reminders()).wakeUp();
    app.clock.aheadMs += 30 * dayMs;
    await app.parts.profileEditor.markFavourite(id, false);
    (await app.parts.reminders()).wakeUp();
    expect(app.notifications).toHaveLength(1);
    expect(due(app)).toEqual([id]);
  });

  test('come again with a server whose removal was undone, and not twice', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, password);
    await goTo(app, id, dayMs / 2);
    await expect.poll(() => app.notifications).toHaveLength(1);
    const file = () => readFile(join(app.folder, 'reminders.json'), 'utf8');
    await app.parts.profileRemoval.remove(id, false);
    await expect.poll(() => due(app)).toEqual([]);
    await expect.poll(file).not.toContain(id);
    await app.parts.undoSteps.undo(app.parts.live.read().undoable?.id ?? 0);
    await expect.poll(() => due(app)).toEqual([id]);
    await expect.poll(file).toContain(id);
    expect(app.notifications).toHaveLength(1);
  });

  test('keep random IDs and times alone, and nothing of a removed server', async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, password);
    const file = () => readFile(join(app.folder, 'reminders.json'), 'utf8');
    await goTo(app, id, dayMs / 2);
    await expect.poll(file).toContain(id);
    const session = stableSession(app.row(id).session);
    if (session.phase === 'logged-out') throw new Error('It is logged out');
    expect(await file()).not.toMatch(new RegExp(`Airport|ivanov|127\\.0|localhost|${session.fingerprint}`));
    await app.parts.profileRemoval.remove(id, false);
    await expect.poll(file).not.toContain(id);
    await expect.poll(() => readFile(join(app.folder, 'reminders.json.bak'), 'utf8')).not.toContain(id);
  });
});

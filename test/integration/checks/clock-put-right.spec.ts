import { mock } from 'node:test';
import { afterEach, describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/headless-app.ts';

const minute = 60_000;
const aYear = 365 * 24 * 60 * minute;

describe('a clock that was fast', { tags: ['row-124'] }, () => {
  afterEach(() => mock.timers.reset());

  test('does not leave sessions expired for long after it is corrected', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    mock.timers.enable({ apis: ['setTimeout'] });
    app.clock.aheadMs = 2 * aYear;
    app.parts.sessions.start();
    expect(app.row(id).session.phase).toBe('expired');
    app.clock.aheadMs = 0;
    mock.timers.tick(minute + 1);
    expect(app.row(id).session.phase).toBe('active');
  });

  test('is corrected even while other changes happen', async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'first' }, operator.password);
    const other = await app.add({ address: server.base, name: 'second' });
    mock.timers.enable({ apis: ['setTimeout'] });
    app.clock.aheadMs = 2 * aYear;
    app.parts.sessions.start();
    app.clock.aheadMs = 0;
    void app.parts.sessions.dispatch(other, { type: 'login-started' });
    mock.timers.tick(1);
    expect(app.row(id).session.phase).toBe('active');
  });

  test('has an expired session checked once a minute, not more often', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    mock.timers.enable({ apis: ['setTimeout'] });
    app.clock.aheadMs = 2 * aYear;
    const { sessions } = app.parts;
    const rows = sessions.rows.bind(sessions);
    let looks = 0;
    sessions.rows = () => {
      looks += 1;
      return rows();
    };
    sessions.start();
    const atOnce = looks;
    const second = 1_000;
    for (let passed = 0; passed < 10 * minute; passed += second) {
      app.clock.aheadMs += second;
      mock.timers.tick(second);
    }
    expect(app.row(id).session.phase).toBe('expired');
    expect(looks / atOnce - 1, 'in ten minutes').toBeGreaterThan(5);
    expect(looks / atOnce - 1, 'in ten minutes').toBeLessThanOrEqual(10);
  });
});

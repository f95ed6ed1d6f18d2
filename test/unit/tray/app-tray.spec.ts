import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadTexts } from '../../../main/i18n/load-texts.ts';
import { Presentation } from '../../../main/presentation/presentation.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { AppTray, type TrayLook } from '../../../main/tray/app-tray.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const lock = { kind: 'locked', reason: 'asked', keyring: null, passphrase: true } as const;
const profile = sampleProfile({ name: 'Secret site', favourite: true });

async function start() {
  const texts = await loadTexts('en', 'native', 'servers', 'window', 'copying');
  const live = new LiveState(sampleAppState({ rows: [sampleRow({ profile })] }));
  const presentation = new Presentation(live);
  const looks: TrayLook[] = [];
  const tray = new AppTray({
    live,
    shown: (state) => presentation.state(state),
    now: Date.now,
    loadTexts: async () => texts,
    show: (look) => looks.push(look),
  });
  await vi.advanceTimersByTimeAsync(0);
  return { live, looks, tray };
}

describe('the tray', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('shows nothing again that it shows already', async () => {
    const { live, looks } = await start();
    expect(looks).toHaveLength(1);
    for (const checking of [true, false, true]) live.change({ rows: [sampleRow({ profile, checking })] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toHaveLength(1);
    for (const name of ['One', 'Two', 'Three'])
      live.change({ rows: [sampleRow({ profile: { ...profile, name } })] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toHaveLength(2);
    expect(JSON.stringify(looks[1])).toContain('Three');
    expect(vi.getTimerCount(), 'and nothing ticks').toBe(0);
  });

  test('loses every name in the moment of a lock', async () => {
    const { live, looks } = await start();
    expect(JSON.stringify(looks[0])).toContain('Secret site');
    live.change({ rows: [sampleRow({ profile })] });
    live.change({ lock });
    expect(looks).toHaveLength(2);
    expect(looks[1]?.state).toBe('locked');
    expect(JSON.stringify(looks[1])).not.toContain('Secret site');
    live.change({ rows: [sampleRow({ profile })] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toHaveLength(2);
  });

  test('loses every true name in the moment in which presentation mode begins (0050)', async () => {
    const { live, looks } = await start();
    const settings = { ...live.read().settings, presentation: true };
    live.change({ settings });
    expect(JSON.stringify(looks.at(-1))).not.toMatch(/Secret site|admin/);
    expect(JSON.stringify(looks.at(-1))).toContain('Server 1 – User 1');
  });

  test('shows nothing after its end', async () => {
    const { live, looks, tray } = await start();
    tray.end();
    live.change({ lock });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../../contract/core/result.ts';
import type { UpdateProblem } from '../../../contract/core/update-problem.ts';
import type { InstallMethod, UpdateStep } from '../../../contract/installation/updates.ts';
import { defaultSettings, type Settings } from '../../../contract/settings.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { AppUpdates, initialUpdate, type UpdateEngine } from '../../../main/updates/app-updates.ts';
import type { FoundUpdate } from '../../../main/updates/read-manifest.ts';
import type { DownloadedPackage } from '../../../main/updates/replace-app-image.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';

const source = 'https://mirror.example/';
const found: FoundUpdate = { version: '1.0.1', size: 90, releasedAt: null, file: 'x.AppImage', sha512: 'h' };
const { version, size, releasedAt } = found;
const update = { version, size, releasedAt };
const pack: DownloadedPackage = { path: '/cache/x.AppImage', version, size, sha512: 'h' };
const idle = { kind: 'idle', checkedAt: null };
const unreachable: UpdateProblem = { code: 'update-source-unreachable', source };

interface Setup {
  readonly settings?: Partial<Settings>;
  readonly updateSource?: string | null;
  readonly skippedVersion?: string | null;
  readonly method?: InstallMethod;
}

function updatesWith({ settings, updateSource = source, skippedVersion = null, method }: Setup = {}) {
  const live = new LiveState({
    ...sampleAppState(),
    settings: { ...defaultSettings, updates: 'check', ...settings },
    update: initialUpdate('yes', { updateSource, skippedVersion }),
  });
  const steps: UpdateStep[] = [];
  live.watch((change) => void (change.update && steps.push(change.update.step)));
  const engine = {
    check: vi.fn<UpdateEngine['check']>(async () => ok(found)),
    download: vi.fn<UpdateEngine['download']>(async () => ok(pack)),
  };
  const load = vi.fn(async () => engine);
  const installer = {
    method: () => method ?? ({ kind: 'app' } as const),
    install: vi.fn(async (): Promise<Result<void, UpdateProblem>> => ({ ok: true, value: undefined })),
    quit: vi.fn(),
  };
  const keep = vi.fn(async () => undefined);
  const chosen = { path: null as string | null };
  const files = { folder: async () => chosen.path };
  const updates = new AppUpdates({ live, files, engine: load, installer, keep, now: Date.now });
  const step = () => live.read().update.step;
  const change = (changed: Partial<Settings>) =>
    live.change({ settings: { ...live.read().settings, ...changed } });
  return { updates, live, steps, step, engine, load, installer, keep, chosen, change };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('Updates that are off', () => {
  test('load nothing, contact nothing and install nothing, whatever is called', async () => {
    const { updates, load, installer, step } = updatesWith({ settings: { updates: 'off' } });
    updates.start();
    await vi.advanceTimersByTimeAsync(3 * 24 * 3_600_000);
    await updates.check(true);
    await updates.download();
    await updates.install('now');
    await updates.beforeQuit();
    expect(load).not.toHaveBeenCalled();
    expect(installer.install).not.toHaveBeenCalled();
    expect(step()).toMatchObject({ kind: 'failed', problem: { code: 'update-source-missing' } });
  });

  test('do the same in a copy that cannot be updated, or without a source', async () => {
    const { updates, load, live } = updatesWith();
    live.change({ update: { ...live.read().update, support: 'no-key' } });
    expect((await updates.check(true)).ok).toBe(false);
    const without = updatesWith({ updateSource: null });
    expect((await without.updates.check(true)).ok).toBe(false);
    without.updates.start();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(without.step()).toMatchObject({ kind: 'failed' });
    expect([...load.mock.calls, ...without.load.mock.calls]).toEqual([]);
  });

  test('end what runs when they are switched off', async () => {
    const { updates, engine, change, step } = updatesWith();
    updates.start();
    let given: AbortSignal | undefined;
    engine.check.mockImplementation((_source, signal) => {
      given = signal;
      return new Promise(() => undefined);
    });
    void updates.check(true);
    await vi.advanceTimersByTimeAsync(0);
    change({ updates: 'off' });
    expect(given?.aborted).toBe(true);
    expect(step()).toEqual(idle);
    await vi.advanceTimersByTimeAsync(3 * 24 * 3_600_000);
    expect(engine.check).toHaveBeenCalledTimes(1);
  });
});

describe('Automatic checks', () => {
  test('come a minute after the start and every day, and offer what they find', async () => {
    const { updates, engine, step } = updatesWith();
    engine.check.mockImplementation(async () => ok(null));
    updates.start();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(engine.check).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(step()).toMatchObject({ kind: 'idle', checkedAt: expect.any(Number) });
    engine.check.mockImplementation(async () => ok(found));
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(step()).toEqual({ kind: 'offered', update });
    expect(engine.check).toHaveBeenCalledTimes(2);
    expect(engine.download).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(engine.check).toHaveBeenCalledTimes(2);
    updates.stop();
  });

  test('download too, if that is wanted', async () => {
    const { updates, step, installer } = updatesWith({ settings: { updates: 'download' } });
    updates.start();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(step()).toEqual({ kind: 'ready', update, method: { kind: 'app' }, atQuit: false });
    expect(installer.install).not.toHaveBeenCalled();
  });

  test('begin when a person switches them on', async () => {
    const { updates, engine, change } = updatesWith({ settings: { updates: 'off' } });
    updates.start();
    change({ updates: 'check' });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(engine.check).toHaveBeenCalledTimes(1);
  });

  test('leave out a version that was skipped; a check by hand offers it again', async () => {
    const { updates, step, keep, live } = updatesWith();
    await updates.check(true);
    await updates.skip();
    expect(keep).toHaveBeenCalledWith({ skippedVersion: '1.0.1' });
    expect(live.read().update.skipped).toBe('1.0.1');
    await updates.check(false);
    expect(step()).toMatchObject({ kind: 'idle', checkedAt: expect.any(Number) });
    await updates.check(true);
    expect(step()).toEqual({ kind: 'offered', update });
  });
});

describe('An update', () => {
  test('is checked, downloaded with its progress, installed, and the app quits', async () => {
    const { updates, engine, installer, steps } = updatesWith();
    engine.download.mockImplementation(async (_source, _found, onBytes) => {
      for (let received = 1; received <= 90; received += 1) {
        onBytes(received);
        await vi.advanceTimersByTimeAsync(20);
      }
      return ok(pack);
    });
    await updates.check(true);
    await updates.download();
    await updates.install('now');
    const kinds = steps.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(['checking', 'offered', 'downloading', 'ready', 'installing']);
    // 90 calls in 1.8 s are at most five changes a second.
    expect(kinds.filter((kind) => kind === 'downloading').length).toBeLessThanOrEqual(10);
    expect(kinds.filter((kind) => kind === 'downloading').length).toBeGreaterThan(5);
    expect(installer.install).toHaveBeenCalledWith(pack, true);
    expect(installer.quit).toHaveBeenCalledTimes(1);
  });

  test('fails at each step with its problem, and can be tried again', async () => {
    const { updates, engine, installer, step } = updatesWith();
    engine.check.mockResolvedValueOnce(fail(unreachable));
    expect(await updates.check(true)).toEqual(fail(unreachable));
    expect(step()).toEqual({ kind: 'failed', problem: unreachable, update: null });
    await updates.check(true);
    const changed = { code: 'update-package-changed', version } as const;
    engine.download.mockResolvedValueOnce(fail(changed));
    expect(await updates.download()).toEqual(fail(changed));
    expect(step()).toEqual({ kind: 'failed', problem: changed, update });
    await updates.download();
    const full = { code: 'update-no-space', neededMb: 91 } as const;
    installer.install.mockResolvedValueOnce(fail(full));
    expect(await updates.install('now')).toEqual(fail(full));
    expect(step()).toEqual({ kind: 'failed', problem: full, update });
    expect(installer.quit).not.toHaveBeenCalled();
    await updates.download();
    expect(step()).toMatchObject({ kind: 'ready' });
  });

  test('is back at its beginning after a bug', async () => {
    const { updates, load, step } = updatesWith();
    load.mockRejectedValueOnce(new Error('No chunk'));
    await expect(updates.check(true)).rejects.toThrow('No chunk');
    expect(step()).toEqual(idle);
  });

  test('is installed at quit if that is wanted, and only then', async () => {
    const { updates, installer, step } = updatesWith();
    await updates.check(true);
    await updates.download();
    await updates.beforeQuit();
    expect(installer.install).not.toHaveBeenCalled();
    await updates.install('at-quit');
    expect(step()).toMatchObject({ kind: 'ready', atQuit: true });
    await updates.beforeQuit();
    expect(installer.install).toHaveBeenCalledWith(pack, false);
    expect(installer.quit).not.toHaveBeenCalled();
  });

  test('does not hold up a quit for ever', async () => {
    const { updates, installer } = updatesWith();
    await updates.check(true);
    await updates.download();
    await updates.install('at-quit');
    installer.install.mockImplementation(() => new Promise(() => undefined));
    const quitting = updates.beforeQuit();
    await vi.advanceTimersByTimeAsync(20_000);
    await quitting;
  });

  test('that needs a command is not installed at quit', async () => {
    const method = { kind: 'command', file: '/x.deb', command: 'sudo', canAskSystem: true } as const;
    const { updates, installer, step } = updatesWith({ method });
    await updates.check(true);
    await updates.download();
    await updates.install('at-quit');
    await updates.beforeQuit();
    expect(step()).toEqual({ kind: 'ready', update, method, atQuit: false });
    expect(installer.install).not.toHaveBeenCalled();
    await updates.install('now');
    expect(installer.install).toHaveBeenCalledTimes(1);
  });

  test('is given up on request, and its late end changes nothing', async () => {
    const { updates, engine, step } = updatesWith();
    await updates.check(true);
    let finish: (result: Result<DownloadedPackage, UpdateProblem>) => void = () => undefined;
    engine.download.mockImplementation((_source, _found, onBytes) => {
      onBytes(1);
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const downloading = updates.download();
    await vi.advanceTimersByTimeAsync(0);
    updates.cancel();
    expect(step()).toEqual({ kind: 'offered', update });
    finish(ok(pack));
    await downloading;
    expect(step()).toEqual({ kind: 'offered', update });
    engine.download.mockResolvedValue(ok(pack));
    await updates.download();
    expect(step()).toMatchObject({ kind: 'ready' });
  });

  test('is checked and downloaded once at a time', async () => {
    const { updates, engine } = updatesWith();
    await Promise.all([updates.check(true), updates.check(true), updates.check(false)]);
    await Promise.all([updates.download(), updates.download()]);
    expect(engine.check).toHaveBeenCalledTimes(1);
    expect(engine.download).toHaveBeenCalledTimes(1);
  });
});

describe('The source of updates', () => {
  test('is kept, and what came from the one before is forgotten', async () => {
    const { updates, live, keep, installer } = updatesWith();
    await updates.check(true);
    await updates.download();
    expect(await updates.setSource('http://other.example')).toEqual({ ok: true, value: undefined });
    expect(live.read().update).toMatchObject({ source: 'http://other.example/', step: idle });
    expect(keep).toHaveBeenCalledWith({ updateSource: 'http://other.example/' });
    await updates.install('now');
    expect(installer.install).not.toHaveBeenCalled();
    await updates.setSource(null);
    expect(live.read().update.source).toBeNull();
  });

  test('is a URL when typed, and a folder only when chosen in the dialog of the system', async () => {
    const { updates, live, chosen } = updatesWith({ updateSource: null });
    for (const url of ['/srv/updates', 'file:///srv', 'ftp://x/', ''])
      expect(await updates.setSource(url)).toEqual(fail({ code: 'update-source-malformed' }));
    expect(await updates.chooseFolder()).toEqual(ok(false));
    expect(live.read().update.source).toBeNull();
    chosen.path = '/srv/updates';
    expect(await updates.chooseFolder()).toEqual(ok(true));
    expect(live.read().update.source).toBe('/srv/updates');
  });
});

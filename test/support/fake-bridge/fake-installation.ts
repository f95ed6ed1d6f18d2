import { done, fail, ok } from '../../../contract/core/result.ts';
import type { UpdateProblem } from '../../../contract/core/update-problem.ts';
import type { AboutCalls } from '../../../contract/installation/about.ts';
import type { OfferedUpdate, UpdateCalls, UpdateStep } from '../../../contract/installation/updates.ts';
import type { AppState, StateChange } from '../../../contract/state.ts';

const offered: OfferedUpdate = {
  version: '1.0.1',
  size: 94_371_840,
  releasedAt: Date.UTC(2026, 11, 4, 9),
};

const changes = [
  {
    version: '1.0.0',
    groups: [
      { title: 'Added', items: ['Updates from a source of your own.', 'A policy for a whole organization.'] },
      { title: 'Fixed', items: ['A full disk no longer costs a setting.'] },
    ],
  },
];

/** Updates and facts of an installed copy; nothing is downloaded and no file is read. */
export function fakeInstallation(main: {
  readonly read: () => AppState;
  readonly announce: (change: Omit<StateChange, 'revision'>) => void;
  readonly wait: () => Promise<unknown>;
}): UpdateCalls & AboutCalls {
  const { read, announce, wait } = main;
  const change = (part: Partial<AppState['update']>): void =>
    announce({ update: { ...read().update, ...part } });
  const become = (step: UpdateStep): void => change({ step });
  const failed = (problem: UpdateProblem) => {
    become({ kind: 'failed', problem, update: null });
    return fail(problem);
  };
  return {
    async setUpdateSource({ url }) {
      if (url !== null && !/^https?:\/\//.test(url)) return fail({ code: 'update-source-malformed' });
      change({ source: url, step: { kind: 'idle', checkedAt: null } });
      return done;
    },
    async chooseUpdateFolder() {
      change({ source: '/mnt/updates', step: { kind: 'idle', checkedAt: null } });
      return ok(true);
    },
    async checkForUpdate() {
      const { source } = read().update;
      if (source === null) return failed({ code: 'update-source-missing' });
      become({ kind: 'checking' });
      await wait();
      if (source.includes('nowhere')) return failed({ code: 'update-source-unreachable', source });
      become({ kind: 'offered', update: offered });
      return done;
    },
    async downloadUpdate() {
      become({ kind: 'downloading', update: offered, received: offered.size / 2 });
      await wait();
      become({ kind: 'ready', update: offered, method: { kind: 'app' }, atQuit: false });
      return done;
    },
    async cancelUpdate() {
      become({ kind: 'offered', update: offered });
      return done;
    },
    async installUpdate({ when }) {
      const { step } = read().update;
      if (step.kind !== 'ready') return done;
      become(when === 'now' ? { kind: 'installing', update: step.update } : { ...step, atQuit: true });
      return done;
    },
    async skipUpdate() {
      change({ skipped: offered.version, step: { kind: 'idle', checkedAt: Date.now() } });
      return done;
    },
    readAbout: async () =>
      ok({
        version: read().appVersion,
        electron: '45.5.0',
        chromium: '150.0.7871.24',
        node: '24.16.0',
        install: 'deb',
        system: 'Debian GNU/Linux 12, x64',
        dataFolder: '/home/petrova/.config/FindFace Session Manager',
        policyFile: null,
      }),
    readLicenses: async () => ok('react 19.3.1\nMIT License\n\nCopyright (c) Meta Platforms, Inc.\n'),
    readReleaseNotes: async () => ok(changes),
    async dismissReleaseNotes() {
      announce({ updatedFrom: null });
      return done;
    },
  };
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from 'vitest';
import { defaultLayout } from '../../contract/layout.ts';
import type { Draft, ProfileId } from '../../contract/profiles/profile.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import type { AppDeps } from '../../main/app/app-deps.ts';
import { type App, createApp } from '../../main/app/create-app.ts';
import type { Clipboard } from '../../main/clipboard/secret-clipboard.ts';
import { CameraGrant } from '../../main/face/camera-grant.ts';
import { AppLog } from '../../main/log/app-log.ts';
import { type PolicyFound, policyInForce, settingsInForce } from '../../main/policy/policy.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator/emulator.ts';
import { type FakeNotifications, fakeNotifications } from './fake-notifications.ts';
import { type FakeWeb, fakeWeb } from './fake-web.ts';
import { freshFolder } from './files/fresh-folder.ts';
import { sampleDraft } from './fixtures/draft.ts';
import { ScriptedQuestions } from './scripted-questions.ts';
import { noUpdates } from './updates/fake-engine.ts';
import { FakeCipher } from './vault/fake-cipher.ts';
import { lowestKdfCost } from './vault/kdf-cost.ts';

/** All parts behind the window, without a window: real files, real HTTP, in-memory keyring and clipboard. */
export interface HeadlessApp {
  readonly parts: App;
  readonly deps: AppDeps;
  readonly folder: string;
  readonly cipher: FakeCipher;
  readonly board: { text: string };
  readonly camera: CameraGrant;
  /** The file that the next dialog returns, and what happens while it is open. */
  readonly files: { chosen: string | null; suggested?: string; meanwhile?: () => Promise<void> };
  /** The paths that were shown in the file manager. */
  readonly shown: string[];
  /** The answers to confirmations; Cancel by default. */
  readonly questions: ScriptedQuestions;
  /** The windows of servers. */
  readonly web: FakeWeb;
  /** The notifications that were shown. */
  readonly notifications: FakeNotifications['shown'];
  /** How far the wall clock is ahead. */
  readonly clock: { aheadMs: number };
  row(id: ProfileId): Row;
  /** Adds a profile and, with a password, logs in. */
  add(draft: Partial<Draft> & { readonly address: string }, password?: string): Promise<ProfileId>;
  /** Stops the parts and starts them again on the same files, optionally with other settings or under a policy. */
  restart(
    settings?: Partial<Settings>,
    beforeOpening?: (parts: App) => void,
    policy?: PolicyFound,
  ): Promise<HeadlessApp>;
}

interface Fixtures {
  readonly app: HeadlessApp;
  readonly serve: (options?: EmulatorOptions) => Promise<Emulator>;
  readonly server: Emulator;
}

/** Tests of the parts together in plain Node. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixtures from this pattern.
  app: async ({}, use) => {
    const folder = await freshFolder();
    const opened: App[] = [];
    await use(await openHeadlessApp(folder, new FakeCipher(), opened));
    for (const parts of opened) await parts.close();
    // The last line of the log may still be written.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  },

  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixtures from this pattern.
  serve: async ({}, use) => {
    const running: Emulator[] = [];
    await use(async (options) => {
      const emulator = await startEmulator(options);
      running.push(emulator);
      return emulator;
    });
    for (const emulator of running) await emulator.close();
  },

  server: async ({ serve }, use) => use(await serve()),
});

async function openHeadlessApp(
  folder: string,
  cipher: FakeCipher,
  opened: App[],
  changed: Partial<Settings> = {},
  aheadMs = 0,
  beforeOpening: (parts: App) => void = () => undefined,
  policy: PolicyFound = { kind: 'none' },
): Promise<HeadlessApp> {
  // Tests of live channels switch them on: what a server says by itself would come at any moment of the others.
  const settings = settingsInForce({ liveChannels: false, ...changed }, policyInForce(policy));
  const board = { text: '' };
  const camera = new CameraGrant(() => performance.now());
  const clock = { aheadMs };
  const files: HeadlessApp['files'] = { chosen: null };
  const choose = async () => {
    await files.meanwhile?.();
    return files.chosen;
  };
  const questions = new ScriptedQuestions();
  const shown: string[] = [];
  const web = fakeWeb();
  const notifications = fakeNotifications();
  const clipboard: Clipboard = {
    readText: async () => board.text,
    writeSecret: async (text) => {
      board.text = text;
    },
    clear: async () => {
      board.text = '';
    },
  };
  const deps: AppDeps = {
    folder,
    cipher,
    kdfCost: lowestKdfCost,
    systemProxy: { resolve: async () => 'DIRECT' },
    web,
    showNotification: notifications.show,
    showInFolder: (path) => void shown.push(path),
    clipboard,
    camera,
    files: {
      save: (suggested) => {
        files.suggested = suggested;
        return choose();
      },
      ...{ open: choose, folder: choose },
    },
    showQuestion: questions.show,
    appVersion: '0.0.0',
    settings,
    layout: defaultLayout,
    ...{ keys: {}, used: {}, templates: [] },
    policy,
    userName: 'operator',
    systemLanguages: ['en-US'],
    updates: noUpdates,
    updatedFrom: null,
    appLog: new AppLog(join(folder, 'logs'), Date.now, () => undefined),
    now: () => Date.now() + clock.aheadMs,
    monotonicNow: () => performance.now(),
  };
  const parts = await createApp(deps);
  opened.push(parts);
  beforeOpening(parts);
  await parts.openVault();

  const row = (id: ProfileId): Row => {
    const found = parts.live.row(id);
    if (!found) throw new Error('There is no such row');
    return found;
  };
  return {
    parts,
    deps,
    folder,
    cipher,
    board,
    camera,
    clock,
    files,
    shown,
    questions,
    web,
    notifications: notifications.shown,
    row,
    add: async (draft, password) => {
      const added = await parts.profileEditor.add(sampleDraft(draft));
      if (!added.ok) throw new Error(`Not added: ${added.problem.code}`);
      const loggedIn = password === undefined ? null : await parts.logins.login(added.value, password, null);
      if (loggedIn && !loggedIn.ok) throw new Error(`Not logged in: ${loggedIn.problem.code}`);
      return added.value;
    },
    restart: async (changed = {}, beforeOpening, policy) => {
      await parts.beforeClose();
      await parts.close();
      return openHeadlessApp(folder, cipher, opened, changed, clock.aheadMs, beforeOpening, policy);
    },
  };
}

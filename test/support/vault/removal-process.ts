import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeHeapSnapshot } from 'node:v8';
import { defaultLayout } from '../../../contract/layout.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { createApp } from '../../../main/app/create-app.ts';
import { CameraGrant } from '../../../main/face/camera-grant.ts';
import { AppLog } from '../../../main/log/app-log.ts';
import { noPolicy, settingsInForce } from '../../../main/policy/policy.ts';
import { Token } from '../../../main/token/token.ts';
import { fakeWeb } from '../fake-web.ts';
import { sampleDraft } from '../fixtures/draft.ts';
import { noUpdates } from '../updates/fake-engine.ts';
import { FakeCipher } from './fake-cipher.ts';
import { lowestKdfCost } from './kdf-cost.ts';

// Runs as a separate process, so that nothing else holds the token: removes a server with a session, locks, and undoes the
// removal, one step per input line. The token is made here and never leaves.
const [folder = '', seed = ''] = process.argv.slice(2);
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
const none = async () => null;
const app = await createApp({
  folder,
  cipher: new FakeCipher(),
  kdfCost: lowestKdfCost,
  systemProxy: { resolve: async () => 'DIRECT' },
  web: fakeWeb(),
  showInFolder: () => undefined,
  showNotification: () => ({ close: () => undefined }),
  clipboard: { readText: async () => '', writeSecret: async () => undefined, clear: async () => undefined },
  camera: new CameraGrant(() => performance.now()),
  files: { save: none, open: none, folder: none },
  showQuestion: async () => false,
  appVersion: '0.0.0',
  settings: settingsInForce({}, noPolicy),
  policy: { kind: 'none' },
  layout: defaultLayout,
  ...{ keys: {}, used: {}, templates: [] },
  userName: 'operator',
  systemLanguages: ['en-US'],
  updates: noUpdates,
  updatedFrom: null,
  appLog: new AppLog(folder, Date.now, () => undefined),
  now: Date.now,
  monotonicNow: () => performance.now(),
});
await app.openVault();
let id: ProfileId | null = null;

async function add(): Promise<string> {
  const added = await app.profileEditor.add(sampleDraft({ address: 'https://10.0.4.7' }));
  if (!added.ok) throw new Error(added.problem.code);
  id = added.value;
  const row = app.live.row(id);
  const token = new Token(createHash('sha256').update(seed).digest('hex'));
  if (!row) throw new Error('not added');
  await app.vault.keep(row.profile, token);
  await app.vault.keepPassword(row.profile, `password of ${seed}`);
  const { fingerprint } = token;
  const session = {
    phase: 'active',
    ...{ loggedInAt: Date.now(), expiresAt: null, leaseEndsAt: null, skewMs: 0 },
    secret: 'sealed',
    wayIn: 'password',
    ...{ fingerprint, lastCheck: null },
  } as const;
  await app.sessions.dispatch(id, { type: 'session-restored', session, now: Date.now() });
  return phase();
}

const phase = () => (id === null ? 'none' : (app.live.row(id)?.session.phase ?? 'gone'));

const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  add,
  remove: async () => {
    if (id !== null) await app.profileRemoval.remove(id, false);
    return phase();
  },
  lock: async () => {
    await app.appLock.lock('asked');
    return app.live.read().lock.kind;
  },
  undo: async () => {
    await app.appLock.unlock(null);
    const undone = await app.undoSteps.undo(app.live.read().undoable?.id ?? 0);
    return [undone.ok, phase()];
  },
  snapshot: async () => {
    for (let round = 0; round < 5; round += 1) {
      collect();
      await new Promise(setImmediate);
    }
    return writeHeapSnapshot(join(folder, 'all.heapsnapshot'));
  },
};

for await (const line of createInterface(process.stdin))
  process.stdout.write(`${JSON.stringify(await steps[line]?.())}\n`);

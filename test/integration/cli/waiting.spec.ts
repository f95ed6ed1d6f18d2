import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { SessionAccess } from '../../../main/cli/access/session-access.ts';
import { unknownCaller } from '../../../main/cli/caller/caller.ts';
import { socketPath } from '../../../main/cli/server/socket-place.ts';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/cli/cli-rig.ts';
import { ffsmScript, run } from '../../support/cli/run-program.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';

const unlockIt = 'FindFace Session Manager is locked. Unlock it to go on.';
const isAsking = 'FindFace Session Manager is asking you whether to allow this.';

/** Longer than a question may be open without a word. */
const whileMs = 900;

describe('while a person has something to do in the app', () => {
  // The `script` of macOS has other options.
  test.skipIf(process.platform !== 'linux')(
    'a terminal says what, and the answer comes after it',
    async ({ rig, server }) => {
      await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
      await rig.app.parts.appLock.lock('asked');
      rig.person.meanwhile = () => pause(whileMs);
      const onTerminal = run('script', ['-qec', `${ffsmScript} header Airport`, '/dev/null'], rig.env);
      await expect.poll(() => rig.person.broughtForward).toBe(1);
      await rig.app.parts.appLock.unlock(null);
      const { out, code } = await onTerminal;
      expect(code).toBe(0);
      expect(out.replaceAll('\r', '').split('\n')).toEqual([
        ...[unlockIt, isAsking],
        ...[expect.stringMatching(/^Authorization: Token [0-9a-f]{64}$/), ''],
      ]);
    },
  );

  test('a script gets the answer alone, also by way of curl', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const script = await readFile(ffsmScript, 'utf8');
    const overCurl = script.replace('command -v perl', 'command -v no-such-perl');
    rig.person.meanwhile = () => pause(whileMs);
    for (const text of [script, overCurl]) {
      const { code, out, err } = await run('sh', ['-c', text, 'ffsm', 'header', 'Airport'], rig.env);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Authorization: Token [0-9a-f]{64}\n$/);
    }
  });
});

describe('a question', () => {
  test('says how many others wait behind it', async ({ rig, server }) => {
    const id = await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const waiting: number[] = [];
    const access = new SessionAccess({
      ...{ ...rig.app.deps, ...rig.app.parts },
      profiles: () => [],
      changed: () => undefined,
      ask: async (wanted) => {
        waiting.push(wanted.waiting);
        return 'once';
      },
    });
    const callers = ['cat', 'curl', 'node'].map((name) => ({ ...unknownCaller, name, identity: name }));
    const { signal } = new AbortController();
    await Promise.all(callers.map((caller) => access.token(id, 'read', caller, signal)));
    expect(waiting).toEqual([2, 1, 0]);
  });
});

describe('a locked app', () => {
  test('shows quick access at once, which asks for unlocking itself', async ({ rig }) => {
    await rig.app.parts.appLock.lock('asked');
    expect(await rig.ffsm(['quick'])).toEqual({ code: 0, out: '', err: '' });
    expect(rig.person).toMatchObject({ quickShown: 1, broughtForward: 0 });
  });
});

describe('an app that hangs', () => {
  test('is waited for no longer than five minutes', async () => {
    const home = await freshFolder();
    const path = socketPath({ XDG_RUNTIME_DIR: home }, home);
    await mkdir(dirname(path), { mode: 0o700 });
    const hanging = createServer((socket) => void socket.resume());
    await once(hanging.listen(path), 'listening');
    const script = await readFile(ffsmScript, 'utf8');
    const shorter = script.replace('alarm 300', 'alarm 1').replace('--max-time 300', '--max-time 1');
    for (const text of [shorter, shorter.replace('command -v perl', 'command -v no-such-perl')]) {
      const printed = await run('sh', ['-c', text, 'ffsm', 'status'], {
        ...process.env,
        XDG_RUNTIME_DIR: home,
      });
      expect(printed).toMatchObject({ code: 69, out: '', err: expect.stringContaining('cannot be reached') });
    }
    await new Promise((resolve) => hanging.close(resolve));
  });
});

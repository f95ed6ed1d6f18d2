import { chmod, lstat, mkdir, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, vi } from 'vitest';
import { prepareSocketPlace, socketPath } from '../../../main/cli/server/socket-place.ts';
import { RateLimit } from '../../../main/timing/rate-limit.ts';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/cli/cli-rig.ts';
import { run } from '../../support/cli/run-program.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const usual = { host: 'ffsm', 'content-type': 'application/x-www-form-urlencoded' };

/** Sends a request over the socket; the status, or the code of the error. */
function sent(socketPath: string, { method = 'POST', path = '/run', headers = usual, body = '' }: Sent) {
  return new Promise<{ readonly status: number | string; readonly text: string }>((resolve) => {
    const asked = request({ socketPath, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.once('error', ({ message, code = message }: NodeJS.ErrnoException) =>
      resolve({ status: code, text: '' }),
    );
    asked.end(body);
  });
}

describe('the socket of ffsm', () => {
  test('answers nothing but the form of ffsm', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const { socket } = rig;
    expect(await sent(socket, { body: 'arg=status' })).toMatchObject({ status: 200 });
    const refused: readonly Sent[] = [
      { method: 'GET' },
      { method: 'PUT', body: 'arg=token&arg=Airport' },
      { path: '/', body: 'arg=token&arg=Airport' },
      { headers: { ...usual, host: 'localhost' }, body: 'arg=token&arg=Airport' },
      { headers: { ...usual, origin: 'https://evil.example' }, body: 'arg=token&arg=Airport' },
      { headers: { host: 'ffsm', 'content-type': 'text/plain' }, body: 'arg=token&arg=Airport' },
      { body: '{"arg":"token"}' },
      { body: 'arg=token&arg=Airport&user=root' },
      { body: `arg=token&arg=${'a'.repeat(70_000)}` },
      { body: Array.from({ length: 300 }, () => 'arg=a').join('&') },
      { body: 'arg=token%00' },
    ];
    for (const each of refused) {
      const { status, text } = await sent(socket, each);
      expect(status, JSON.stringify(each).slice(0, 90)).not.toBe(200);
      expect(text).toBe('');
    }
    expect(rig.person.asked).toHaveLength(0);
  });

  test('survives garbage, connections that send nothing, and many of them', async ({ rig }) => {
    const idle = await Promise.all(
      Array.from(
        { length: 600 },
        () =>
          new Promise<ReturnType<typeof connect>>((resolve) => {
            const socket = connect(rig.socket);
            socket.on('error', () => undefined);
            socket.once('connect', () => resolve(socket));
            socket.once('close', () => resolve(socket));
          }),
      ),
    );
    for (const [index, socket] of idle.entries())
      if (index % 2 === 0) socket.write(`\x16\x03\x01${'\0'.repeat(200)}`);
      else socket.write('POST /run HTTP/1.1\r\nHost: ffsm\r\nContent-Length: 99999999\r\n\r\narg=');
    for (const socket of idle) socket.destroy();
    await expect.poll(() => rig.ffsm(['status']).then(({ code }) => code)).toBe(0);
  });

  test('answers commands at a limited rate', async ({ rig }) => {
    const turns: (() => void)[] = [];
    vi.spyOn(RateLimit.prototype, 'next').mockImplementation(
      () => new Promise((resolve) => turns.push(resolve)),
    );
    onTestFinished(() => void vi.restoreAllMocks());
    const asked = sent(rig.socket, { body: 'arg=status' });
    await expect.poll(() => turns).toHaveLength(1);
    turns[0]?.();
    expect(await asked).toMatchObject({ status: 200 });
  });

  test('is readable for nobody else, and waits in a folder that nobody else can open', async ({ rig }) => {
    const folder = dirname(rig.socket);
    expect((await lstat(folder)).mode & 0o777).toBe(0o700);
    const { code } = await run(
      'setpriv',
      [
        '--reuid=65534',
        '--regid=65534',
        '--clear-groups',
        'curl',
        '-sS',
        '--unix-socket',
        rig.socket,
        'http://ffsm/run',
      ],
      process.env,
    );
    expect(code, 'curl could not connect').toBe(7);
  });

  test('is not opened in a folder that others could change', async () => {
    const home = await freshFolder();
    const path = socketPath({ XDG_RUNTIME_DIR: home }, '');
    await mkdir(dirname(path));
    await chmod(dirname(path), 0o770);
    expect(await prepareSocketPlace(path)).toBe('folder-not-private');
    const linked = socketPath({ XDG_RUNTIME_DIR: join(home, 'linked') }, '');
    await mkdir(join(home, 'linked'));
    await symlink(dirname(path), dirname(linked));
    await chmod(dirname(path), 0o700);
    expect(await prepareSocketPlace(linked)).toBe('folder-not-private');
  });

  test('takes the place of one that nobody listens on, and of no other', async () => {
    const home = await freshFolder();
    const path = socketPath({}, home);
    expect(await prepareSocketPlace(path)).toBeNull();
    await writeFile(path, '');
    expect(await prepareSocketPlace(path)).toBeNull();
    const other = createServer().listen(path);
    await new Promise((resolve) => other.once('listening', resolve));
    expect(await prepareSocketPlace(path)).toBe('in-use');
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('a token', () => {
  test('goes through neither arguments, nor the settings of curl and perl, nor another program', async ({
    rig,
    server,
  }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const home = await freshFolder();
    await writeFile(join(home, '.curlrc'), `trace-ascii ${join(home, 'trace')}\nproxy http://127.0.0.1:1\n`);
    for (const program of ['curl', 'perl'])
      await writeFile(join(home, program), `#!/bin/sh\ncat >> ${join(home, 'stolen')}\n`, { mode: 0o755 });
    await writeFile(join(home, 'Traced.pm'), `open F, ">", "${join(home, 'traced')}"; print F "@ARGV"; 1\n`);
    const { out, code } = await rig.ffsm(['token', 'Airport'], '', 'sh', {
      HOME: home,
      PATH: `${home}:${process.env.PATH}`,
      http_proxy: 'http://127.0.0.1:1',
      all_proxy: 'http://127.0.0.1:1',
      PERL5LIB: home,
      PERL5OPT: '-MTraced',
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^[0-9a-f]{64}\n$/);
    for (const name of ['trace', 'stolen', 'traced'])
      await expect(lstat(join(home, name))).rejects.toThrow('ENOENT');
    const shown = await rig.ffsm([
      'exec',
      'Airport',
      '--',
      'sh',
      '-c',
      'cat /proc/$$/cmdline /proc/$PPID/cmdline',
    ]);
    expect(shown.code).toBe(0);
    expect(shown.out).not.toContain(out.trim());
  });

  test('is asked for once by a program with a hundred processes', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    rig.person.answer = 'hour';
    const all = await Promise.all(Array.from({ length: 100 }, () => rig.ffsm(['token', 'Airport'])));
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set([0]));
    expect(rig.person.asked).toHaveLength(1);
    expect(await rig.ffsm(['token', 'Airport'])).toMatchObject({ code: 0 });
    expect(rig.person.asked, 'within the hour').toHaveLength(1);
  });

  test('is asked for again after a lock, behind which a program waits for a person', async ({
    rig,
    server,
  }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    rig.person.answer = 'hour';
    expect(await rig.ffsm(['token', 'Airport'])).toMatchObject({ code: 0 });
    await rig.app.parts.appLock.lock('asked');
    expect(await rig.ffsm(['status'])).toMatchObject({ code: 5, out: 'Locked.\n' });
    for (const command of ['token', 'list', 'copy']) {
      const before = rig.person.broughtForward;
      const waiting = rig.ffsm([command, 'Airport']);
      await expect.poll(() => rig.person.broughtForward).toBeGreaterThan(before);
      await rig.app.parts.appLock.unlock(null);
      expect((await waiting).code).toBe(command === 'list' ? 2 : 0);
      await rig.app.parts.appLock.lock('asked');
    }
    expect(rig.person.asked.length).toBeGreaterThan(1);
  });

  test('is never asked for again by a program that always may, until a person ends it', async ({
    rig,
    serve,
  }) => {
    const [one, other] = [await serve(), await serve()];
    const id = await rig.app.add({ address: one.base, name: 'Airport' }, operator.password);
    rig.person.answer = 'always';
    expect(await rig.ffsm(['token', 'Airport'])).toMatchObject({ code: 0 });
    await rig.app.parts.appLock.lock('asked');
    expect(rig.app.parts.live.read().programs).toEqual([]);
    await rig.app.parts.appLock.unlock(null);
    rig.person.answer = null;
    expect(await rig.ffsm(['header', 'Airport'])).toMatchObject({ code: 0 });
    expect(await rig.perl(['token', 'Airport'])).toMatchObject({ code: 6, out: '' });
    const [access] = rig.app.parts.live.read().programs;
    expect(access).toMatchObject({ profileId: id, use: 'read', until: null });
    expect(await rig.cli.endAccess(access?.id ?? '')).toEqual({ ok: true, value: undefined });
    expect(await rig.ffsm(['token', 'Airport'])).toMatchObject({ code: 6, out: '' });
    rig.person.answer = 'always';
    // A refusal lasts for a minute.
    await rig.app.parts.appLock.lock('asked');
    await rig.app.parts.appLock.unlock(null);
    expect(await rig.ffsm(['token', 'Airport'])).toMatchObject({ code: 0 });
    const draft = sampleDraft({ address: other.base, name: 'Airport', userName: operator.name });
    expect(await rig.app.parts.profileEditor.edit(id, draft)).toMatchObject({ ok: true });
    expect(await rig.app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
    rig.person.answer = null;
    expect(await rig.ffsm(['token', 'Airport'])).toMatchObject({ code: 6, out: '' });
  });

  test('of another server, or for another program, needs a permission of its own', async ({ rig, serve }) => {
    for (const name of ['Airport', 'Harbour'])
      await rig.app.add({ address: (await serve()).base, name }, operator.password);
    rig.person.answer = 'hour';
    await rig.ffsm(['token', 'Airport']);
    await rig.ffsm(['token', 'Harbour']);
    expect(rig.person.asked).toHaveLength(2);
    expect(await rig.perl(['token', 'Airport'])).toMatchObject({ code: 0 });
    expect(rig.person.asked.map(({ title }) => title)).toContain('Let perl read the token of “Airport”?');
  });

  test('is asked for again once its profile leads to another server', async ({ rig, serve }) => {
    const [one, other] = [await serve(), await serve()];
    const id = await rig.app.add({ address: one.base, name: 'Airport' }, operator.password);
    rig.person.answer = 'hour';
    expect(await rig.ffsm(['token', 'Airport'])).toMatchObject({ code: 0 });
    const draft = sampleDraft({ address: other.base, name: 'Airport', userName: operator.name });
    expect(await rig.app.parts.profileEditor.edit(id, draft)).toMatchObject({ ok: true });
    expect(rig.app.parts.live.read().programs).toEqual([]);
    expect(await rig.app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
    rig.person.answer = null;
    expect(await rig.ffsm(['token', 'Airport'])).toMatchObject({ code: 6, out: '' });
    expect(rig.person.asked).toHaveLength(2);
  });

  test('and every name are kept back if the app is locked before the answer', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const message = JSON.stringify({
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: { name: 'check', arguments: { server: 'Airport' } },
    });
    for (const ask of [() => rig.ffsm(['check']), () => rig.ffsm(['mcp'], message)]) {
      let locked: Promise<unknown> | null = null;
      const forget = server.rewrite('/users/me/', (answer) => {
        locked ??= rig.app.parts.appLock.lock('asked');
        return answer;
      });
      const { out, err } = await ask();
      expect(locked, 'it was asked').not.toBeNull();
      expect(`${out}${err}`).toContain('is locked');
      expect(`${out}${err}`).not.toContain('Airport');
      forget();
      await locked;
      await rig.app.parts.appLock.unlock(null);
    }
  });
});

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/cli/cli-rig.ts';
import { ffsmScript, run } from '../../support/cli/run-program.ts';
import { printOf } from '../../support/servers/small-authority.ts';

describe('ffsm', () => {
  test('prints the header of a server once a person allows it', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const { code, out, err } = await rig.ffsm(['header', 'airport']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Authorization: Token [0-9a-f]{64}\n$/);
    expect(rig.person.asked).toHaveLength(1);
    expect(rig.person.asked[0]?.title).toBe('Let node read the token of “Airport”?');
    rig.person.answer = null;
    expect(await rig.ffsm(['token', 'Airport'])).toEqual({
      code: 6,
      out: '',
      err: 'Airport: you didn’t allow this program to read the token.\n',
    });
  });

  test('is asked about with placeholders in presentation mode, in which what it prints stays true (0050)', async ({
    rig,
    server,
  }) => {
    const { parts } = rig.app;
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    parts.applySettings({ ...parts.live.read().settings, presentation: true });
    expect(await rig.ffsm(['header', 'airport'])).toMatchObject({ code: 0 });
    expect(rig.person.asked[0]?.title).toBe('Let node read the token of “Server 1”?');
    expect(JSON.stringify(rig.person.asked)).not.toMatch(/Airport|127\.0\.0\.1|ivanov|\/node/);
  });

  test('gets nothing if presentation mode begins while a question with true names is open (0050)', async ({
    rig,
    server,
  }) => {
    const { parts } = rig.app;
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    rig.person.meanwhile = () => parts.applySettings({ ...parts.live.read().settings, presentation: true });
    expect(await rig.ffsm(['header', 'airport'])).toMatchObject({ code: 6, out: '' });
    expect(rig.person.asked[0]?.title).toBe('Let node read the token of “Airport”?');
  });

  test('works with curl where there is no perl, and with perl that expects Unicode', async ({
    rig,
    server,
  }) => {
    const name = 'Depot & “Süd”';
    await rig.app.add({ address: server.base, name });
    const script = await readFile(ffsmScript, 'utf8');
    const withoutPerl = script.replace('command -v perl', 'command -v no-such-perl');
    expect(withoutPerl).not.toBe(script);
    for (const [text, env] of [
      [withoutPerl, rig.env],
      [script, { ...rig.env, PERL_UNICODE: 'SDA', PERLIO: ':crlf' }],
    ] as const) {
      const ffsm = (args: readonly string[], input = '') =>
        run('sh', ['-c', text, 'ffsm', ...args], env, input);
      const login = await ffsm(['login', name], `${operator.password}\n`);
      expect(login).toMatchObject({ code: 0, err: '' });
      expect((await ffsm(['header', name])).out).toMatch(/^Authorization: Token [0-9a-f]{64}\n$/);
    }
  });

  test('says what went wrong, why and what to do, in the language of the window', async ({ rig, server }) => {
    const { parts } = rig.app;
    const id = await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    expect(await rig.ffsm(['login', 'Airport'], 'wrong\n')).toEqual({
      code: 1,
      out: '',
      err: [
        'Airport: Wrong user name or password (wrong-password)',
        `Airport rejected the password of ${operator.name}. Repeated attempts may lock a domain account.`,
        '',
      ].join('\n'),
    });
    await server.close();
    parts.applySettings({ ...parts.live.read().settings, language: 'ru' });
    const { code, err } = await rig.ffsm(['check', 'Airport']);
    expect({ code, lines: err.split('\n').length }).toEqual({ code: 7, lines: 3 });
    expect(err).toContain('127.0.0.1');
    expect(parts.live.row(id)).toMatchObject({ session: { lastCheck: { verdict: 'unreachable' } } });
  });

  test('logs in with the saved password if it gets none', async ({ rig, serve }) => {
    const server = await serve({ https: true });
    const id = await rig.app.add({ address: server.base, name: 'Airport' });
    const pin = { mode: 'pin', fingerprint: printOf(server.certificate ?? ''), trustedAt: 1 } as const;
    expect(await rig.app.parts.profileEditor.connect(id, { tls: pin })).toMatchObject({ ok: true });
    expect(await rig.ffsm(['login', 'Airport'])).toMatchObject({
      ...{ code: 2, out: '', err: expect.stringContaining('There’s no password.') },
    });
    expect(await rig.app.parts.logins.login(id, operator.password, null, true)).toMatchObject({ ok: true });
    await rig.app.parts.logins.logout(id);
    expect(await rig.ffsm(['login', 'Airport'])).toMatchObject({ code: 0, err: '' });
    expect(rig.app.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  });

  test('sends requests with curl, and starts programs with the token', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const answered = await rig.ffsm(['curl', 'Airport', '/users/me/', '--', '--silent', '--show-error']);
    expect(answered.err).toBe('');
    expect(JSON.parse(answered.out)).toMatchObject({ name: operator.name });
    const started = await rig.ffsm([
      'exec',
      'Airport',
      '--',
      'sh',
      '-c',
      'echo "$FFSM_HEADER $FFSM_URL"; exit 9',
    ]);
    expect(started).toMatchObject({ code: 9, err: '' });
    expect(started.out).toMatch(/^Authorization: Token [0-9a-f]{64} http/);
  });

  test('lists servers, and says what is wrong with a name', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport T1' });
    await rig.app.add({ address: server.base, name: 'Airport T2', userName: 'guard2' });
    expect((await rig.ffsm(['list'])).out).toMatch(/^NAME +USER.*\nAirport T1 .*logged out\nAirport T2/);
    const listed = JSON.parse((await rig.ffsm(['list', '--json'])).out);
    expect(listed.servers).toMatchObject([{ name: 'Airport T1', state: 'logged-out', expires: null }, {}]);
    expect(await rig.ffsm(['header', 'airport'])).toMatchObject({
      code: 4,
      out: '',
      err: expect.stringContaining('Several'),
    });
  });

  test('completes commands and names, and none behind the lock', async ({ rig, server }) => {
    for (const name of ['Airport T1', 'Harbour']) await rig.app.add({ address: server.base, name });
    const completed = async (...words: readonly string[]) => (await rig.ffsm(['__complete', ...words])).out;
    expect(await completed('he')).toBe('header\nhelp\n');
    expect(await completed('header', '')).toBe('Airport T1\nHarbour\n');
    expect(await completed('header', 'airport\\ t')).toBe('Airport T1\n');
    expect(await completed('status', '')).toBe('');
    expect(await completed('list', '-')).toBe('--json\n');
    expect(await completed('open', 'Harbour', '')).toBe('--docs\n');
    expect(await completed('copy', 'Harbour', '--as', 'curl')).toBe('curl-stdin\ncurl\n');
    expect(await completed('token', 'Harbour', '')).toBe('');
    const script = join(dirname(ffsmScript), 'completions/ffsm.bash');
    const typed = `PATH=${dirname(ffsmScript)}:$PATH; . ${script}; COMP_WORDS=(ffsm token 'air'); COMP_CWORD=2; _ffsm; echo "\${COMPREPLY[@]}"`;
    expect((await run('bash', ['-c', typed], rig.env)).out).toBe('Airport\\ T1\n');
    await rig.app.parts.appLock.lock('asked');
    expect(await completed('header', '')).toBe('');
    expect(await completed('he')).toBe('header\nhelp\n');
    expect(rig.person.broughtForward).toBe(0);
  });
});

import { describe, expect, onTestFinished, vi } from 'vitest';
import { ProgramForwarding } from '../../../main/cli/forwarding/program-forwarding.ts';
import { operator } from '../../emulator/default-users.ts';
import { json } from '../../emulator/http/answer.ts';
import { test } from '../../support/cli/cli-rig.ts';
import { run } from '../../support/cli/run-program.ts';
import { printOf } from '../../support/servers/small-authority.ts';

const quiet = ['--', '--silent', '--show-error'];

describe('ffsm curl', () => {
  test('sends requests without getting the token', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const answered = await rig.ffsm(['curl', 'Airport', '/users/me/', '--', '-sS', '-v']);
    expect(JSON.parse(answered.out)).toMatchObject({ name: operator.name });
    expect(rig.person.asked.map(({ title }) => title)).toEqual(['Let node send requests to “Airport”?']);
    expect(answered.err).toContain('GET /users/me/');
    expect(answered.err.toLowerCase()).not.toContain('authorization');
    server.rewrite('/notes/', () => json(201, { done: true }));
    const posted = ['curl', 'Airport', 'notes/', ...quiet, '-X', 'POST', '--data-binary', '@-'];
    const large = 'ж'.repeat(1_500_000);
    expect(await rig.ffsm(posted, large)).toMatchObject({ code: 0, out: '{"done":true}' });
    expect(server.requests.at(-1)).toMatchObject({ method: 'POST', bodyLength: 3_000_000 });
    const missing = ['curl', 'Airport', '/nothing/', ...quiet, '--fail'];
    expect(await rig.ffsm(missing)).toMatchObject({ code: 22, out: '' });
  });

  test('takes the address of the server before the path, and no option for a path', async ({
    rig,
    serve,
  }) => {
    const server = await serve({ switches: { prefix: '/api' } });
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    rig.person.answer = 'hour';
    for (const path of ['/users/me/', `${server.base.replace(/\/$/, '')}/users/me/`])
      expect((await rig.ffsm(['curl', 'Airport', path, ...quiet])).out).toContain(operator.name);
    const elsewhere = await rig.ffsm(['curl', 'Airport', 'http://other.example/users/me/', ...quiet]);
    expect(elsewhere.out).toContain('path-unclear');
    const asked = rig.person.asked.length;
    expect(await rig.ffsm(['curl', 'Airport', '--silent', '/users/me/'])).toMatchObject({
      ...{ code: 2, out: '', err: expect.stringContaining('ffsm curl') },
    });
    expect(rig.person.asked).toHaveLength(asked);
  });

  test('uses the trust of the server, and says what is wrong with its certificate', async ({
    rig,
    serve,
  }) => {
    const server = await serve({ https: true });
    const id = await rig.app.add({ address: server.base, name: 'Airport' });
    const pin = { mode: 'pin', fingerprint: printOf(server.certificate ?? ''), trustedAt: 1 } as const;
    expect(await rig.app.parts.profileEditor.connect(id, { tls: pin })).toMatchObject({ ok: true });
    expect(await rig.app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
    const asked = ['curl', 'Airport', '/users/me/', ...quiet];
    expect(await rig.ffsm(asked)).toMatchObject({ code: 0, out: expect.stringContaining(operator.name) });
    await server.close();
    expect(JSON.parse((await rig.ffsm(asked)).out)).toEqual({
      code: 'server-unreachable',
      // Then the reason and what to do, as the window says it.
      ffsm: expect.stringMatching(/^Airport: Server unreachable \(server-unreachable\)\n\S.+/),
    });
  });

  test('leads to no other server, and ends no session', async ({ rig, serve, server }) => {
    const id = await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const other = await serve();
    server.rewrite('/away/', () => ({
      ...json(302, {}),
      headers: { Location: `${other.origin}/users/me/` },
    }));
    server.rewrite('/here/', () => ({ ...json(302, {}), headers: { Location: '/users/me/' } }));
    rig.person.answer = 'hour';
    const got = async (path: string, ...more: readonly string[]) =>
      (await rig.ffsm(['curl', 'Airport', path, ...quiet, ...more])).out;
    expect(await got('/away/', '-L')).toContain('redirect-to-another-server');
    expect(await got('/here/', '-L')).toContain(operator.name);
    expect(await got('/auth/logout/', '-X', 'POST')).toContain('path-not-permitted');
    expect(await got('/users/%2e%2e/auth/logout/', '-X', 'POST')).toContain('path-unclear');
    expect(await got('/users/me/', '-H', 'Host: other.example')).toContain('wrong-host');
    expect(other.requests).toEqual([]);
    expect(rig.app.row(id).session.phase).toBe('active');
    expect(rig.person.asked).toHaveLength(1);
  });

  test('is for the process that a person was asked about, and no other', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    // The process that may send is still there while another one tries its luck.
    server.switches.only('/slow/', { delayMs: 3_000 });
    const started = rig.ffsm(['curl', 'Airport', '/slow/', ...quiet]);
    await expect.poll(() => server.requests.some(({ path }) => path === '/slow/')).toBe(true);
    server.forgetRequests();
    const { host } = new URL(server.base);
    const url = `http://${host}/users/me/`;
    const direct = ['-q', '-sS', '-w', '%{http_code}', '--unix-socket', rig.socket, url];
    expect(await run('curl', direct, rig.env)).toMatchObject({ out: '403' });
    // Nor does an ID help that belongs to another program.
    const foreign = await run(
      'curl',
      [
        ...['-q', '-sS', '--unix-socket', rig.socket, '--data-urlencode', 'arg=curl'],
        ...['--data-urlencode', 'arg=Airport', '--data-urlencode', 'arg=1', 'http://ffsm/run'],
      ],
      rig.env,
    );
    expect(foreign.out).toMatch(/^1 stderr\n.*can’t tell which program/);
    expect(server.requests.filter(({ headers }) => headers.authorization)).toEqual([]);
    await started;
  });

  test('does not begin if the app is locked right after the answer of a person', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    const { journal, appLock } = rig.app.parts;
    const admitted = vi.spyOn(ProgramForwarding.prototype, 'admit');
    // A token is noted after the answer, and before the process that asked is admitted.
    const noted = vi.spyOn(journal, 'note').mockImplementation((what) => {
      if (what === 'token-read') void appLock.lock('asked');
    });
    onTestFinished(() => void vi.restoreAllMocks());
    const { code, out } = await rig.ffsm(['curl', 'Airport', '/users/me/', ...quiet]);
    expect(noted.mock.calls.map(([what]) => what)).toContain('token-read');
    expect({ code, out, admitted: admitted.mock.calls.length }).toEqual({ code: 5, out: '', admitted: 0 });
  });

  test('ends with the lock, also where it runs', async ({ rig, server }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    server.switches.only('/slow/', { delayMs: 60_000 });
    const started = rig.ffsm(['curl', 'Airport', '/slow/', ...quiet]);
    await expect.poll(() => server.requests.some(({ path }) => path === '/slow/')).toBe(true);
    await rig.app.parts.appLock.lock('asked');
    expect((await started).out).toContain('"code":"cancelled"');
  });
});

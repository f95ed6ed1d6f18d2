import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { json } from '../../emulator/http/answer.ts';
import { type CliRig, test } from '../../support/cli/cli-rig.ts';

/** Sends messages to `ffsm mcp`; the answers by their IDs. */
async function talk(rig: CliRig, ...messages: readonly object[]) {
  const lines = messages.map((message, id) => JSON.stringify({ jsonrpc: '2.0', id, ...message }));
  const { out } = await rig.ffsm(['mcp'], lines.join('\n'));
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const called = (name: string, args: object) => ({ method: 'tools/call', params: { name, arguments: args } });

describe('an agent', () => {
  test('uses the session of a person who allows it, and never gets the token', async ({ rig, server }) => {
    const id = await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    await rig.app.parts.sessionCopy.copy(id, false, 'token');
    const token = rig.app.board.text;
    const answers = await talk(
      rig,
      { method: 'initialize', params: { protocolVersion: '2025-03-26' } },
      { method: 'notifications/initialized', id: undefined },
      { method: 'tools/list' },
      called('list_servers', {}),
      called('check', { server: 'airport' }),
      called('request', { server: 'airport', path: '/users/me/' }),
    );
    expect(answers).toHaveLength(5);
    expect(answers[0]).toMatchObject({ id: 0, result: { protocolVersion: '2025-03-26' } });
    expect(answers[1].result.tools.map(({ name }: { name: string }) => name)).toEqual([
      'list_servers',
      'check',
      'request',
    ]);
    const [listed, checked, requested] = answers.slice(2).map(({ result }) => result);
    expect(JSON.parse(listed.content[0].text)).toMatchObject([{ name: 'Airport', state: 'accepted' }]);
    expect(checked).toMatchObject({ isError: false, content: [{ text: 'Airport: accepted' }] });
    expect(requested.content[0].text).toContain('HTTP 200\n{');
    expect(requested.content[0].text).toContain(operator.name);
    expect(JSON.stringify(answers)).not.toContain(token);
    expect(rig.person.asked.map(({ title }) => title)).toEqual(['Let node read from “Airport”?']);
  });

  test('gets the answer of a server that repeats the token without it', async ({ rig, server }) => {
    const id = await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    await rig.app.parts.sessionCopy.copy(id, false, 'value');
    server.rewrite('/cameras/', () => json(200, { sent: rig.app.board.text }));
    const [answer] = await talk(rig, called('request', { server: 'Airport', path: '/cameras/' }));
    expect(answer.result.content[0].text).toContain('Token [token]');
    expect(JSON.stringify(answer)).not.toMatch(/[0-9a-f]{32}/);
  });

  test('is refused what is not to be requested, unknown tools and wrong arguments', async ({
    rig,
    server,
  }) => {
    await rig.app.add({ address: server.base, name: 'Airport' }, operator.password);
    server.forgetRequests();
    rig.person.answer = null;
    const answers = await talk(
      rig,
      called('request', { server: 'Airport', path: '/auth/logout/' }),
      called('request', { server: 'Airport', path: '/cameras/' }),
      called('request', { server: 'Harbour', path: '/cameras/' }),
      called('request', { server: 5, path: '/' }),
      called('token', { server: 'Airport' }),
      { method: 'resources/list' },
    );
    for (const answer of answers.slice(0, 3)) expect(answer.result.isError).toBe(true);
    for (const answer of answers.slice(3)) expect(answer.error.code).toBeLessThan(-32_000);
    expect(rig.person.asked).toHaveLength(1);
    expect(server.requests.filter(({ headers }) => headers.authorization)).toEqual([]);
  });
});

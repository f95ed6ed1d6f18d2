import { describe, expect, test } from 'vitest';
import { probeOrigins } from '../../../main/probe/probe-origin.ts';
import { clientOf, forever } from '../../support/servers/client-of.ts';
import { HostileServers } from '../../support/servers/hostile-servers.ts';
import { html } from './probe-setup.ts';

const servers = new HostileServers();

/** What is reported about a server that responds like this at its first origin and redirects from its second. */
async function told(first: Buffer | null, location: (origin: string) => string) {
  const https = await servers.start((socket) => (first === null ? socket.destroy() : socket.write(first)));
  const http = await servers.start((socket) => socket.write(html(301, { location: location(https.origin) })));
  const plan = {
    origins: [https.origin, http.origin],
    basePaths: ['', '/api'],
    typedBasePath: '',
    typedPrefix: '',
  };
  const lines = new Map(plan.origins.map((origin) => [origin, clientOf(origin).transport]));
  const lineTo = async (origin: string) => lines.get(origin) ?? clientOf(origin).transport;
  try {
    const found = await probeOrigins(plan, lineTo, forever);
    return found.ok ? null : found.problem;
  } finally {
    for (const transport of lines.values()) await transport.close();
  }
}

describe('a second origin that redirects to the first', () => {
  test('does not hide the result of the first one', async () => {
    const back = (origin: string) => `${origin}/login`;
    expect(await told(html(503), back)).toMatchObject({ code: 'server-unavailable' });
    expect(await told(html(404), back)).toMatchObject({ code: 'not-findface', status: 404 });
    expect(await told(null, back)).toMatchObject({ code: 'server-unreachable', reason: 'connection-lost' });
  });

  test('is reported if it leads to another server', async () => {
    expect(await told(null, () => 'https://other.example/')).toMatchObject({
      code: 'redirected',
      to: 'https://other.example',
    });
  });
});

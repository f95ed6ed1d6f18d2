import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { CopyFormat } from '../../contract/core/copy-format.ts';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/headless-app.ts';
import { type Ran, runProgram } from '../support/run-program.ts';

const tools = process.env.FFSM_TOOLS ?? '';

/** Makes files in a folder, the copied text as one of them, and runs a program there. */
type Use = (folder: string, text: string) => Promise<Ran>;

const collection = JSON.stringify({
  info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [
    {
      name: 'Who am I',
      request: {
        method: 'GET',
        url: '{{baseUrl}}/users/me/',
        header: [{ key: 'Authorization', value: 'Token {{token}}' }],
      },
      event: [
        { listen: 'test', script: { exec: ['pm.test("accepted", () => pm.response.to.have.status(200))'] } },
      ],
    },
  ],
});

const request = `meta {
  name: Who am I
  type: http
  seq: 1
}

get {
  url: {{baseUrl}}/users/me/
  body: none
  auth: none
}

headers {
  Authorization: Token {{token}}
}

assert {
  res.status: eq 200
}
`;

const programs: readonly (readonly [CopyFormat, string, Use])[] = [
  [
    'postman',
    'newman',
    async (folder, text) => {
      await writeFile(join(folder, 'collection.json'), collection);
      await writeFile(join(folder, 'environment.json'), text);
      return runProgram(join(tools, 'newman'), ['run', 'collection.json', '-e', 'environment.json'], {
        cwd: folder,
      });
    },
  ],
  [
    'bruno',
    'Bruno’s CLI',
    async (folder, text) => {
      await writeFile(
        join(folder, 'bruno.json'),
        JSON.stringify({ version: '1', name: 'x', type: 'collection' }),
      );
      await writeFile(join(folder, 'who-am-i.bru'), request);
      await writeFile(join(folder, 'copied.json'), text);
      return runProgram(join(tools, 'bru'), ['run', 'who-am-i.bru', '--env-file', 'copied.json'], {
        cwd: folder,
      });
    },
  ],
  [
    'http-file',
    'httpYac',
    async (folder, text) => {
      const assertion = '?? status == 200\n';
      await writeFile(join(folder, 'copied.http'), `${text}\n${assertion}`);
      return runProgram(join(tools, 'httpyac'), ['send', 'copied.http', '--all'], { cwd: folder });
    },
  ],
];

describe('a copied session', () => {
  for (const [format, program, use] of programs)
    test(`is accepted by the server as ${format} in ${program}`, async ({ app, server }) => {
      const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
      await app.parts.sessionCopy.copy(id, false, format);
      const folder = join(app.folder, 'program');
      await mkdir(folder);
      server.forgetRequests();
      const { code, output } = await use(folder, app.board.text);
      expect(code, output).toBe(0);
      expect(
        server.requests.filter(({ path }) => path === '/users/me/'),
        output,
      ).toHaveLength(1);
      server.endSessions(operator.name);
      expect((await use(folder, app.board.text)).code, 'a rejected session is noticed').not.toBe(0);
    });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../contract/core/problem.ts';
import { allProblems } from '../../support/fixtures/all-problems.ts';
import { answers, type MadeUpAnswer } from '../../support/servers/answer-grammar.ts';
import { clientOf, forever, strangerToken } from '../../support/servers/client-of.ts';
import { startHostileServer } from '../../support/servers/hostile-server.ts';

/** A fixed seed, so that failures are reproducible. */
const seed = 20_261_124;
const hurried = { loginMs: 1_500, otherMs: 1_500, connectMs: 300, headersMs: 250, bodyGapMs: 250 };
const known: ReadonlySet<Problem['code']> = new Set(allProblems(0).map(({ code }) => code));

describe('responses of every kind, split anywhere', () => {
  test('give a known problem or the result, and never reach another server', {
    tags: ['row-1', 'row-11', 'row-29'],
  }, async () => {
    const elsewhere = await startHostileServer((socket) => socket.end());
    let next: MadeUpAnswer | null = null;
    const server = await startHostileServer((socket) => {
      if (next === null) return;
      const { bytes, cuts, hangsUp } = next;
      let from = 0;
      for (const to of [...cuts, bytes.length]) {
        socket.write(bytes.subarray(from, to));
        from = to;
      }
      if (hangsUp) socket.end();
    });
    const seen = new Set<string>();
    const bugs: unknown[] = [];
    const note = (bug: unknown) => void bugs.push(bug);
    process.on('unhandledRejection', note);

    const property = fc.asyncProperty(
      answers(elsewhere.origin),
      fc.constantFrom('login' as const, 'check' as const, 'logout' as const),
      async (answer, call) => {
        next = answer;
        const before = server.requests.length;
        const client = clientOf(server.origin, { timeouts: hurried });
        const asked = { userName: 'guard2', password: 'x', faceToken: null, signal: forever };
        const result =
          call === 'login'
            ? await client.login(asked)
            : call === 'check'
              ? await client.check(strangerToken, forever)
              : await client.logout(strangerToken, forever);
        await client.close();
        seen.add(result.ok ? `${call} worked` : result.problem.code);
        if (!result.ok) expect(known.has(result.problem.code), result.problem.code).toBe(true);
        else if (call === 'login') {
          const { value } = result as Extract<Awaited<ReturnType<typeof client.login>>, { ok: true }>;
          expect(answer.token, 'a token of a malformed answer is not kept').not.toBe(null);
          expect(value.token.reveal()).toBe(answer.token);
        }
        const sent = server.requests.slice(before).map((request) => request.split(' ').slice(0, 2).join(' '));
        const first = { login: 'POST /auth/login/', check: 'GET /users/me/', logout: 'POST /auth/logout/' }[
          call
        ];
        // On a busy machine a connection with short timeouts may be too late.
        expect(sent[0] ?? first).toBe(first);
        // A rejected log-in may ask for `AUTH_TYPE`; a granted one may ask for its user and be ended if there is none;
        // a check may be repeated over a new connection.
        const mayFollow = {
          login: ['GET /config.json', 'GET /users/me/', 'POST /auth/logout/'],
          check: [first],
          logout: [],
        };
        for (const more of sent.slice(1)) expect(mayFollow[call]).toContain(more);
      },
    );
    try {
      await fc.assert(property, { seed, numRuns: 200, endOnFailure: true });
    } finally {
      process.off('unhandledRejection', note);
      await server.close();
      await elsewhere.close();
    }
    expect(seen, 'the grammar makes good answers too').toContain('login worked');
    expect(seen.size).toBeGreaterThan(10);
    expect(elsewhere.connections).toBe(0);
    expect(bugs).toEqual([]);
  });
});

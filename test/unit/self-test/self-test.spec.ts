import { describe, expect, test } from 'vitest';
import { holdsSocket, isSandboxed, listeningInodes } from '../../../main/self-test/process-facts.ts';
import { type Proof, selfTest } from '../../../main/self-test/self-test.ts';

const fine: Proof = async () => ({ ok: true, found: 'fine' });
const proofs = {
  ...{ sandbox: fine, fuses: fine, csp: fine, vault: fine, debugging: fine, versions: fine, policy: fine },
};

describe('the self-test', () => {
  test('passes if every part does', async () => {
    const report = await selfTest('App 1.0.0', proofs, 1_000);
    expect([report.ok, report.app]).toEqual([true, 'App 1.0.0']);
    expect(report.parts.map(({ name }) => name)).toEqual(Object.keys(proofs));
  });

  const broken: Record<string, readonly [Proof, string]> = {
    'finds something wrong': [async () => ({ ok: false, found: 'wrong' }), 'wrong'],
    throws: [() => Promise.reject(new Error('ENOENT')), 'ENOENT'],
    hangs: [() => new Promise(() => undefined), 'No result within 0.01 s.'],
  };
  for (const [how, [proof, found]] of Object.entries(broken))
    test(`fails if one part ${how}, and still runs the others`, async () => {
      const report = await selfTest('App', { ...proofs, csp: proof }, 10);
      expect(report.ok).toBe(false);
      expect(report.parts.filter(({ ok }) => !ok)).toEqual([{ name: 'csp', ok: false, found }]);
      expect(report.parts).toHaveLength(7);
    });
});

describe('a process', () => {
  const status = 'Name:\tapp\nNSpid:\t4711\t3\nSeccomp:\t2\nSeccomp_filters:\t3\n';

  test('is sandboxed with a filter and process numbers of its own', () => {
    expect(isSandboxed(status)).toBe(true);
    expect(isSandboxed(status.replace('Seccomp:\t2', 'Seccomp:\t0'))).toBe(false);
    expect(isSandboxed(status.replace('4711\t3', '4711'))).toBe(false);
    expect(isSandboxed('')).toBe(false);
  });

  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:2406 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 9001 1
   1: 0100007F:2407 0100007F:0050 01 00000000:00000000 00:00000000 00000000     0        0 9002 1
`;

  test('listens with a socket in that state, and not with a connected one', () => {
    expect(listeningInodes(table)).toEqual(['9001']);
    expect(holdsSocket(['/dev/null', 'socket:[9001]'], listeningInodes(table))).toBe(true);
    expect(holdsSocket(['socket:[9002]'], listeningInodes(table))).toBe(false);
  });
});

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWithPassphrase } from '../../../main/vault/crypto/passphrase-slot.ts';
import { isPassSlot } from '../../../main/vault/crypto/vault-schema.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { regionsHolding } from '../../support/process-memory-search.ts';
import { envelopeIn, twoGenerations, vaultIn } from '../../support/vault/opened-vault.ts';

const passphrase = 'seven calm cranes';
const [profile, other] = [sampleProfile({ name: 'One' }), sampleProfile({ name: 'Two' })];

/** A process that opens the vault of a folder and follows commands. */
function vaultProcess(folder: string) {
  const program = new URL('../../support/vault/vault-process.ts', import.meta.url).pathname;
  const node = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', program, folder, profile.id], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(node.stdout)[Symbol.asyncIterator]();
  return {
    pid: node.pid ?? 0,
    end: () => node.kill(),
    say: async (step: string): Promise<unknown> => {
      node.stdin.write(`${JSON.stringify({ step, said: passphrase })}\n`);
      return JSON.parse((await lines.next()).value);
    },
  };
}

describe('the memory of a process', { timeout: 90_000 }, () => {
  beforeEach(({ skip }) =>
    skip(process.platform !== 'linux', 'Only Linux shows the memory of a process as a file.'),
  );

  test('that opened a vault with its passphrase has no copy of the data key after a lock', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    await vault.access.setPassphrase(passphrase, null);
    await vault.close();
    const { slots, vaultId } = await envelopeIn(folder);
    const slot = slots.find(isPassSlot);
    const key = slot && (await openWithPassphrase(slot, vaultId, passphrase));
    if (!key) throw new Error('There is no key to look for');

    const node = vaultProcess(folder);
    try {
      // That process has another keyring, so only the passphrase opens the vault.
      expect(await node.say('open')).toEqual([true, 'token']);
      expect((await regionsHolding(node.pid, key)).length, 'while it is open').toBeGreaterThan(0);
      expect(await node.say('change')).toEqual([true, true, true]);
      expect(await node.say('lock')).toBe('unreadable');
      expect(await regionsHolding(node.pid, key), 'after the lock').toEqual([]);
    } finally {
      node.end();
    }
  });
});

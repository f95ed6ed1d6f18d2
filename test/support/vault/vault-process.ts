import { createInterface } from 'node:readline';
import { sampleProfile } from '../fixtures/profile.ts';
import { FakeCipher } from './fake-cipher.ts';
import { vaultIn } from './opened-vault.ts';

// Runs as a separate process, so that its memory can be read from outside: opens the vault of a folder with its
// passphrase, works with it and locks it, one step per input line.
const [folder = '', id = ''] = process.argv.slice(2);
const profile = { ...sampleProfile(), id: id as ReturnType<typeof sampleProfile>['id'] };
const vault = vaultIn(folder, new FakeCipher());
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

const steps: Readonly<Record<string, (said: string) => Promise<unknown>>> = {
  open: async (passphrase) => {
    await vault.open();
    const opened = await vault.access.unlock(passphrase);
    return [opened.ok, vault.find(profile).kind];
  },
  change: async (passphrase) => {
    const changed = await vault.access.setPassphrase(`${passphrase} again`, passphrase);
    const kept = await vault.keepPassword(profile, 'a password');
    return [changed.ok, kept.ok, vault.password(profile) !== null];
  },
  lock: async () => {
    await vault.access.lock();
    for (let round = 0; round < 5; round += 1) {
      collect();
      await new Promise(setImmediate);
    }
    return vault.find(profile).kind;
  },
};

for await (const line of createInterface(process.stdin)) {
  const { step, said } = JSON.parse(line) as { step: string; said: string };
  process.stdout.write(`${JSON.stringify(await steps[step]?.(said))}\n`);
}

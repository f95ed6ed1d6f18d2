import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../../support/files/fresh-folder.ts';

const seed = 'a token that only the other process makes';
const token = createHash('sha256').update(seed).digest('hex');

/** A process with the parts of the app that follows commands. */
function removalProcess(folder: string) {
  const program = new URL('../../support/vault/removal-process.ts', import.meta.url).pathname;
  const node = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', program, folder, seed], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: process.cwd(),
  });
  const lines = createInterface(node.stdout)[Symbol.asyncIterator]();
  const say = async (step: string): Promise<unknown> => {
    node.stdin.write(`${step}\n`);
    return JSON.parse((await lines.next()).value);
  };
  return {
    say,
    /** What of these texts is anywhere in its heap. */
    heapHolds: async (texts: readonly string[]): Promise<readonly string[]> => {
      const file = String(await say('snapshot'));
      const heap = await readFile(file, 'latin1');
      await rm(file);
      return texts.filter((text) => heap.includes(text));
    },
    end: () => node.kill(),
  };
}

describe('the memory of the app', { timeout: 90_000 }, () => {
  test('has a removed server’s token and password until a lock, and not after an undo either', async () => {
    const secrets = [token, `password of ${seed}`];
    const app = removalProcess(await freshFolder());
    try {
      expect(await app.say('add')).toBe('active');
      expect(await app.say('remove')).toBe('gone');
      expect(await app.heapHolds(secrets), 'after the removal').toEqual(secrets);
      expect(await app.say('lock')).toBe('locked');
      expect(await app.heapHolds(secrets), 'after the lock').toEqual([]);
      expect(await app.say('undo')).toEqual([true, 'logged-out']);
      expect(await app.heapHolds(secrets), 'after the undo').toEqual([]);
    } finally {
      app.end();
    }
  });
});

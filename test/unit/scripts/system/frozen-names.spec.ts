import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appName } from '../../../../main/vault/crypto/data-key.ts';
import { projectRoot } from '../../../../scripts/system/project-root.ts';

describe('the names of the app', () => {
  test('never change: keyring and data folder know it by them', { tags: ['row-103'] }, async () => {
    const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
    expect([manifest.name, manifest.productName]).toEqual([
      'findface-session-manager',
      'FindFace Session Manager',
    ]);
    expect(appName).toBe('FindFace Session Manager');
    const builder = await readFile(join(projectRoot, 'electron-builder.yml'), 'utf8');
    expect(builder).toContain('appId: app.ffsm.desktop\nproductName: FindFace Session Manager\n');
  });
});

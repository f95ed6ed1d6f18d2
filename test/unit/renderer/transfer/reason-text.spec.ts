import { describe, expect, test } from 'vitest';
import { describeReason } from '../../../../renderer/transfer/reason-text.ts';
import { speech } from '../../../support/app/speech.ts';

const where = { name: 'Lobby', userName: '', language: 'en', now: 0 };

describe('why an entry of a file cannot be used', () => {
  test('names the file and the line, and does not ask to type anything', async () => {
    const t = await speech('en');
    expect(describeReason(t, { code: 'address-missing' }, 3, where)).toBe('Line 3: The address is missing.');
    expect(describeReason(t, { code: 'user-name-missing' }, null, where)).toBe('The user name is missing.');
    expect(describeReason(t, { code: 'tag-too-long', longest: 40 }, 4, where)).toBe(
      'Line 4: A tag can have up to 40 characters.',
    );
    for (const code of ['address-malformed', 'address-holds-credentials'] as const)
      expect(describeReason(t, { code }, 1, where)).not.toMatch(/Enter|below|type/);
  });
});

import { describe, expect, test } from 'vitest';
import { done } from '../../../contract/core/result.ts';
import { FileEvents } from '../../../main/app/create-files.ts';

describe('what happens to the kept files', () => {
  test('before there is a listener is passed in order to the first one', () => {
    const told: string[] = [];
    const events = new FileEvents();
    events.of('profiles.json').onForeign?.('profiles.json.foreign-1');
    events.of('users.json').onSaved?.(done);
    events.listen({
      onForeign: (file, keptAs) => void told.push(`${file} laid aside as ${keptAs}`),
      onSaved: (file) => void told.push(`${file} saved`),
    });
    expect(told).toEqual(['profiles.json laid aside as profiles.json.foreign-1', 'users.json saved']);
    events.of('vault.json').onSaved?.(done);
    expect(told.at(-1)).toBe('vault.json saved');
    expect(told).toHaveLength(3);
  });
});

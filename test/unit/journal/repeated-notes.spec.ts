import { expect, test, vi } from 'vitest';
import { RepeatedNotes } from '../../../main/journal/repeated-notes.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

test('equal reads are one entry for the first, and one for the others of a minute', () => {
  vi.useFakeTimers();
  try {
    const note = vi.fn();
    const notes = new RepeatedNotes({ note });
    const profile = sampleProfile();
    const cat = { format: 'env', program: 'cat' } as const;
    for (let reads = 0; reads < 5; reads += 1) notes.note('live-file-read', profile, cat);
    notes.note('live-file-refused', profile, { ...cat, reason: 'locked' });
    const node = { program: 'node', command: 'token', production: true } as const;
    for (let reads = 0; reads < 3; reads += 1) notes.note('token-read', profile, node);
    notes.note('token-refused', profile, node);
    expect(note.mock.calls.map(([what, , facts]) => [what, facts])).toEqual([
      ['live-file-read', { ...cat, reads: 1 }],
      ['live-file-refused', { ...cat, reason: 'locked', reads: 1 }],
      ['token-read', { ...node, reads: 1 }],
      ['token-refused', { ...node, reads: 1 }],
    ]);
    vi.advanceTimersByTime(60_000);
    expect(note.mock.calls.slice(4).map(([what, , facts]) => [what, facts])).toEqual([
      ['live-file-read', { ...cat, reads: 4 }],
      ['token-read', { ...node, reads: 2 }],
    ]);
    notes.note('token-read', profile, node);
    notes.note('token-read', profile, node);
    notes.finish();
    expect(note).toHaveBeenCalledTimes(8);
  } finally {
    vi.useRealTimers();
  }
});

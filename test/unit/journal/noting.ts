import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { type FileSystem, realDisk } from '../../../main/files/file-system.ts';
import { Journal } from '../../../main/journal/journal.ts';
import { JournalFile } from '../../../main/journal/journal-file.ts';
import type { Subject } from '../../../main/journal/journal-record.ts';

/** The time at which these tests take place. */
export const noon = Date.parse('2026-11-24T12:00:00Z');

/** One day in ms. */
export const day = 86_400_000;

/** A filter that matches everything. */
export const all = { profileId: null, kind: null, text: '' };

/** A profile for tests. */
export const airport: Subject = {
  id: '00000000-0000-4000-8000-000000000001' as ProfileId,
  name: 'Airport',
  userName: 'ivanov',
  address: { origin: 'https://10.0.4.7:8443', basePath: '' },
};

/** Another profile for tests. */
export const depot: Subject = {
  id: '00000000-0000-4000-8000-000000000002' as ProfileId,
  name: 'Depot, "north"',
  userName: '=cmd()',
  address: { origin: 'https://depot.example', basePath: '/api' },
};

/** A journal in a folder, with an adjustable clock and the results of its writes. */
export function journalIn(folder: string, disk: FileSystem = realDisk) {
  const clock = { now: noon };
  const logged: string[] = [];
  const results: Result[] = [];
  const path = join(folder, 'journal.jsonl');
  const journal = new Journal({
    file: new JournalFile(path, disk),
    name: 'journal.jsonl',
    now: () => clock.now,
    log: (what, facts) => logged.push(`${what} ${JSON.stringify(facts)}`),
    onSaved: (_name, result) => results.push(result),
  });
  const written = async () => (await readFile(path, 'utf8').catch(() => '')).split('\n').filter(Boolean);
  return { journal, clock, logged, results, path, written };
}

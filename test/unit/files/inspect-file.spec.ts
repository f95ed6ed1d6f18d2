import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { decide, isDecided, refusalAfter } from '../../../main/files/choose-generation.ts';
import { diskCode, saveReason } from '../../../main/files/disk-errors.ts';
import { type Generation, versionedJsonFormat } from '../../../main/files/file-format.ts';
import type { Inspection } from '../../../main/files/inspect-file.ts';
import {
  backupName,
  isAbandoned,
  nextQuarantineAt,
  parseWriterPid,
  quarantineName,
  surplusQuarantined,
  tempName,
} from '../../../main/files/quarantine.ts';
import { SerialQueue } from '../../../main/timing/serial-queue.ts';

const stamp = { size: 1, mtimeMs: 1, ino: 1, hash: '' };

function goodAt(generation: Generation | null): Inspection<string> {
  return { finding: 'good', value: 'x', bytes: new Uint8Array(), stamp, generation, upgradedFrom: null };
}

const findings: Readonly<Record<Inspection<string>['finding'], Inspection<string>>> = {
  good: goodAt(null),
  corrupt: { finding: 'corrupt', salvage: null },
  unproven: { finding: 'unproven' },
  newer: { finding: 'newer' },
  missing: { finding: 'missing' },
  'io-error': { finding: 'io-error', reason: 'not-permitted' },
};

describe('opening a saved file', () => {
  // Rows: the file. Columns: its backup, in the order of `findings`.
  const table = {
    good: ['use', 'use', 'use', 'use', 'use', 'use'],
    corrupt: ['restore', 'unreadable', 'unproven', 'newer', 'unreadable', 'io-error'],
    unproven: ['restore', 'unproven', 'unproven', 'unproven', 'unproven', 'unproven'],
    newer: ['newer', 'newer', 'newer', 'newer', 'newer', 'newer'],
    missing: ['restore', 'unreadable', 'unproven', 'newer', 'start-empty', 'io-error'],
    'io-error': ['io-error', 'io-error', 'io-error', 'io-error', 'io-error', 'io-error'],
  } as const;

  for (const [kept, decisions] of Object.entries(table)) {
    test(`decides what to do if it is ${kept}, for every state of its backup`, () => {
      const found = findings[kept as keyof typeof table];
      expect(Object.values(findings).map((backup) => decide(found, backup).kind)).toEqual(decisions);
    });
  }

  test('allows writing only where nothing can be lost by it', () => {
    const writable = Object.values(findings).flatMap((kept) =>
      Object.values(findings)
        .map((backup) => decide(kept, backup))
        .filter((decision) => refusalAfter(decision) === null)
        .map(({ kind }) => kind),
    );
    expect(new Set(writable)).toEqual(new Set(['use', 'restore', 'start-empty']));
  });

  test('uses a backup instead of a valid file only if it is a later generation of the same content', {
    tags: ['row-81'],
  }, () => {
    const at = (gen: number, id = 'a') => goodAt({ id, gen });
    const use = { kind: 'use' };
    expect(decide(at(4), at(5))).toMatchObject({ kind: 'restore', why: 'older', layAside: true });
    expect(decide(at(5), at(5))).toMatchObject(use);
    expect(decide(at(5), at(4))).toMatchObject(use);
    expect(decide(at(4), at(5, 'b'))).toMatchObject(use);
    expect(decide(at(4), goodAt(null))).toMatchObject(use);
    expect(decide(goodAt(null), at(5))).toMatchObject(use);
    expect(isDecided(goodAt(null)), 'who has no generations reads one file').toBe(true);
    expect(isDecided(at(4))).toBe(false);
  });

  test('returns what could be recovered of the file, or else of its backup', () => {
    const salvage = (text: string | null): Inspection<string> => ({ finding: 'corrupt', salvage: text });
    expect(decide(salvage('kept'), salvage('backup'))).toMatchObject({ salvage: 'kept' });
    expect(decide(salvage(null), salvage('backup'))).toMatchObject({ salvage: 'backup' });
  });
});

describe('side files', () => {
  test('are recognized by their names, and others are not', () => {
    const temp = tempName('vault.json', 1234, '0123456789ab');
    expect(parseWriterPid(temp, 'vault.json')).toBe(1234);
    expect(parseWriterPid(tempName(backupName('vault.json'), 7, '0123456789ab'), 'vault.json')).toBe(7);
    for (const other of ['vault.json', 'vault.json.bak', 'vault.json.tmp', `x${temp}`, `${temp}.x`])
      expect(parseWriterPid(other, 'vault.json'), other).toBeNull();
    expect(parseWriterPid(temp, 'vault'), 'a shorter name is another file').toBeNull();
  });

  test('are removed oldest first, per kind', () => {
    const names = [3, 1, 2, 6, 5, 4, 7].map((day) => quarantineName('a', 'corrupt', Date.UTC(2026, 0, day)));
    const others = [quarantineName('a', 'foreign', 0), quarantineName('ab', 'corrupt', 0), 'a', 'a.bak'];
    expect(surplusQuarantined([...names, ...others], 'a', 'corrupt')).toEqual([
      'a.corrupt-2026-01-01T00-00-00.000Z',
      'a.corrupt-2026-01-02T00-00-00.000Z',
    ]);
  });

  test('are named in order, even if the clock was set back', {
    tags: ['row-109'],
  }, () => {
    const now = Date.UTC(2024, 10, 24);
    const last = Date.UTC(2026, 10, 24, 12, 30, 15, 999);
    const names = [
      quarantineName('a', 'corrupt', last),
      quarantineName('a', 'corrupt', 0),
      'a',
      'a.corrupt-notes',
    ];
    expect(nextQuarantineAt(names.slice(0, 3), 'a', 'corrupt', now)).toBe(last + 1);
    expect(nextQuarantineAt(names.slice(0, 3), 'a', 'corrupt', last + 5000)).toBe(last + 5000);
    expect(nextQuarantineAt(names, 'a', 'foreign', now)).toBe(now);
    expect(nextQuarantineAt(names, 'a', 'corrupt', now), 'a name that tells no time').toBe(now);
  });

  test('are abandoned if their process is gone, or if they are too old', () => {
    expect(isAbandoned(false, 0)).toBe(true);
    expect(isAbandoned(true, 60_000)).toBe(false);
    expect(isAbandoned(true, 11 * 60_000)).toBe(true);
  });
});

describe('a disk error', () => {
  test('is distinguished from a bug, which is thrown on', () => {
    expect(saveReason(Object.assign(new Error('x'), { code: 'EDQUOT' }))).toBe('disk-full');
    for (const bug of [
      new TypeError('x'),
      Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG' }),
      'x',
      null,
    ]) {
      expect(diskCode(bug)).toBeNull();
      expect(() => saveReason(bug)).toThrow();
    }
  });

  test('does not stop what is queued after it', async () => {
    const queue = new SerialQueue();
    const order: string[] = [];
    const failing = queue.run(async () => {
      order.push('first');
      throw new Error('x');
    });
    const next = queue.run(async () => order.push('second'));
    await expect(failing).rejects.toThrow('x');
    await next;
    expect(order).toEqual(['first', 'second']);
  });
});

describe('a JSON file with a version', () => {
  const schema = v.object({ fmt: v.literal('x'), v: v.literal(1), minReader: v.literal(1), n: v.number() });
  const shape = versionedJsonFormat({ fmt: 'x', version: 1, largest: 1000, schema });
  const kindOf = (value: unknown) => shape.read(JSON.stringify(value)).kind;
  const good = { fmt: 'x', v: 1, minReader: 1, n: 1 };

  test('is good, newer or corrupt', () => {
    expect(shape.read(shape.write({ ...good, fmt: 'x', v: 1, minReader: 1 }))).toEqual({
      kind: 'good',
      value: good,
    });
    expect(kindOf({ ...good, v: 2 })).toBe('newer');
    expect(kindOf({ ...good, minReader: 2 })).toBe('newer');
    expect(kindOf({ fmt: 'x', v: 3, minReader: 2, all: 'else is different' })).toBe('newer');
    for (const bad of [{ ...good, v: 0 }, { ...good, fmt: 'y', v: 2 }, { ...good, n: 'one' }, null, [], 1])
      expect(kindOf(bad)).toBe('corrupt');
  });

  test('is corrupt when it is no JSON, or nested to overflow the reader', () => {
    for (const bad of ['', '{', '\0', '['.repeat(500_000)]) expect(shape.read(bad).kind).toBe('corrupt');
  });
});

import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DurableFile, type DurableFileOptions } from '../../../main/files/durable-file.ts';
import { versionedJsonFormat } from '../../../main/files/file-format.ts';
import { breakingDisk, diskError } from '../../support/files/breaking-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { contentOf, sidesIn } from '../../support/files/kept-lines.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const header = (version: number) => ({
  fmt: v.literal('x'),
  v: v.literal(version),
  minReader: v.literal(version),
});
const first = v.strictObject({ ...header(1), n: v.number() });
const second = v.strictObject({ ...header(2), numbers: v.array(v.number()) });
const present = v.strictObject({ ...header(3), numbers: v.array(v.number()), name: v.string() });
type Present = v.InferOutput<typeof present>;

const numbers = (...found: readonly number[]): Present => ({
  fmt: 'x',
  v: 3,
  minReader: 3,
  numbers: [...found],
  name: '',
});

/** A format in its third version, which reads both earlier ones. */
const shape = versionedJsonFormat<Present>({
  fmt: 'x',
  version: 3,
  largest: 10_000,
  schema: present,
  older: [
    { version: 1, upgrade: (raw) => (v.is(first, raw) ? numbers(raw.n) : null) },
    { version: 2, upgrade: (raw) => (v.is(second, raw) ? numbers(...raw.numbers) : null) },
  ],
});

const firstText = '{ "fmt": "x", "v": 1, "minReader": 1, "n": 7 }';
const secondText = '{"fmt":"x","v":2,"minReader":2,"numbers":[7,8]}';
const copyOf = (version: number) => `lines.txt.v${version}-2026-11-24T12-00-00.000Z`;

/** Opens a file with this text. */
async function opened(text: string, options: DurableFileOptions = {}) {
  const folder = await freshFolder();
  await writeFile(join(folder, 'lines.txt'), text);
  const file = new DurableFile(join(folder, 'lines.txt'), shape, { now: () => noon, ...options });
  return { folder, file, opening: await file.open() };
}

describe('a saved file of an older version', () => {
  test('is converted on reading, and not changed by it', async () => {
    for (const [text, value] of [
      [firstText, numbers(7)],
      [secondText, numbers(7, 8)],
    ] as const) {
      const { folder, opening } = await opened(text);
      expect(opening).toEqual({ kind: 'ok', value });
      expect(await contentOf(folder, 'lines.txt')).toBe(text);
      expect(await sidesIn(folder)).toEqual([]);
    }
  });

  test('is copied once before the first save in the current format', async () => {
    const { folder, file } = await opened(firstText);
    for (const last of [1, 2, 3]) expect((await file.save(() => numbers(last))).ok).toBe(true);
    expect(await sidesIn(folder)).toEqual([copyOf(1)]);
    expect(await contentOf(folder, copyOf(1))).toBe(firstText);
    expect(JSON.parse((await contentOf(folder, 'lines.txt')) ?? '')).toEqual(numbers(3));
  });

  test('is copied too if nothing older may stay in the backup', async () => {
    const { folder, file } = await opened(secondText);
    expect((await file.save(() => numbers(1), { forgetOld: true })).ok).toBe(true);
    expect(await contentOf(folder, copyOf(2))).toBe(secondText);
  });

  test('is not overwritten until the copy succeeds', async () => {
    let broken = true;
    const disk = breakingDisk((call, path) => {
      if (broken && ['link', 'copyFile'].includes(call) && path.endsWith('lines.txt'))
        throw diskError('ENOSPC');
    });
    const { folder, file } = await opened(firstText, { disk });
    const problem = { code: 'not-saved', file: 'lines.txt', reason: 'disk-full' };
    expect(await file.save(() => numbers(1))).toEqual({ ok: false, problem });
    expect(await contentOf(folder, 'lines.txt')).toBe(firstText);
    expect(await contentOf(folder, 'lines.txt.bak')).toBeNull();
    expect(await sidesIn(folder)).toEqual([]);
    broken = false;
    expect((await file.save(() => numbers(1))).ok).toBe(true);
    expect(await contentOf(folder, copyOf(1))).toBe(firstText);
  });

  test('restored from its backup is copied too', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'lines.txt'), '{');
    await writeFile(join(folder, 'lines.txt.bak'), secondText);
    const file = new DurableFile(join(folder, 'lines.txt'), shape, { now: () => noon });
    expect(await file.open()).toMatchObject({ kind: 'restored', why: 'damaged', value: numbers(7, 8) });
    await file.save(() => numbers(1));
    expect(await contentOf(folder, copyOf(2))).toBe(secondText);
  });

  test('that was removed or replaced before the first save is not confused with what was read', async () => {
    const { folder, file } = await opened(firstText);
    await unlink(join(folder, 'lines.txt'));
    for (const last of [1, 2]) expect((await file.save(() => numbers(last))).ok).toBe(true);
    expect(await sidesIn(folder)).toEqual([]);

    const exchanged = await opened(firstText);
    await writeFile(join(exchanged.folder, 'lines.txt'), secondText);
    for (const last of [1, 2]) await exchanged.file.save(() => numbers(last));
    const foreign = 'lines.txt.foreign-2026-11-24T12-00-00.000Z';
    expect(await sidesIn(exchanged.folder)).toEqual([foreign]);
    expect(await contentOf(exchanged.folder, foreign)).toBe(secondText);
  });

  test('keeps the newest five copies of each version', async () => {
    const folder = await freshFolder();
    for (let day = 1; day <= 7; day += 1) {
      await writeFile(join(folder, 'lines.txt'), firstText.replace('7', String(day)));
      const now = () => Date.UTC(2026, 0, day);
      const file = new DurableFile(join(folder, 'lines.txt'), shape, { now });
      await file.open();
      await file.save(() => numbers(day));
    }
    const kept = await Promise.all((await sidesIn(folder)).map((name) => contentOf(folder, name)));
    expect(kept.map((text) => JSON.parse(text ?? '').n)).toEqual([3, 4, 5, 6, 7]);
  });

  test('is read strictly: a version that does not match its content makes it corrupt', async () => {
    for (const text of [
      firstText.replace('"v": 1', '"v": 2'),
      firstText.replace('"v": 1', '"v": 0'),
      firstText.replace('"minReader": 1', '"minReader": 2'),
      firstText.replace('"n": 7', '"n": "7"'),
      firstText.replace('"n"', '"more": 1, "n"'),
    ])
      expect(shape.read(text), text).toEqual({ kind: 'corrupt' });
    expect(shape.read(firstText.replace('"minReader": 1', '"minReader": 4'))).toEqual({ kind: 'newer' });
  });
});

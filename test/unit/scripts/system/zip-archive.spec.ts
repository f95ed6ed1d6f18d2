import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unzip } from '../../../../scripts/system/zip-archive.ts';
import { freshFolder } from '../../../support/files/fresh-folder.ts';

interface Member {
  readonly name: string;
  readonly text: string;
  readonly mode?: number;
  readonly isStored?: boolean;
  /** What the archive says of its size; the truth unless given. */
  readonly size?: number;
}

/** Builds a zip archive with an extra field only in the local header, as real archives have it. */
function zipOf(members: readonly Member[]): Buffer {
  const contents: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, text, mode = 0o644, isStored = false, size = text.length } of members) {
    const packed = isStored ? Buffer.from(text) : deflateRawSync(text);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(name.length, 26);
    header.writeUInt16LE(4, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isStored ? 0 : 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(at, 42);
    list.push(entry, Buffer.from(name));
    const content = Buffer.concat([header, Buffer.from(name), Buffer.alloc(4), packed]);
    contents.push(content);
    at += content.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...contents, directory, end]);
}

async function archiveOf(members: readonly Member[]): Promise<{ archive: string; folder: string }> {
  const folder = await freshFolder();
  const archive = join(folder, 'archive.zip');
  await writeFile(archive, zipOf(members));
  return { archive, folder };
}

describe('a zip archive', () => {
  test('gives back what was packed, with the right to run it', async () => {
    const { archive, folder } = await archiveOf([
      { name: 'App/', text: '', isStored: true },
      { name: 'App/run', text: 'run me '.repeat(100), mode: 0o755 },
      { name: 'App/deep/note', text: 'as it is', isStored: true },
      { name: 'App/empty', text: '', isStored: true },
    ]);
    await unzip(archive, join(folder, 'out'), (name) => name.replace('App/', ''));
    expect(await readFile(join(folder, 'out/run'), 'utf8')).toBe('run me '.repeat(100));
    expect((await stat(join(folder, 'out/run'))).mode & 0o100).toBe(0o100);
    expect(await readFile(join(folder, 'out/deep/note'), 'utf8')).toBe('as it is');
    expect(await readFile(join(folder, 'out/empty'), 'utf8')).toBe('');
  });

  test('unpacks only what is asked for', async () => {
    const { archive, folder } = await archiveOf([
      { name: 'wanted', text: 'yes' },
      { name: 'unwanted', text: 'no' },
    ]);
    await unzip(archive, join(folder, 'out'), (name) => (name === 'wanted' ? name : undefined));
    expect(await readFile(join(folder, 'out/wanted'), 'utf8')).toBe('yes');
    await expect(stat(join(folder, 'out/unwanted'))).rejects.toThrow('ENOENT');
  });

  test('never writes outside of its folder', async () => {
    const { archive, folder } = await archiveOf([{ name: '../escape', text: 'no' }]);
    await expect(unzip(archive, join(folder, 'out'), (name) => name)).rejects.toThrow(
      'invalid relative path: ../escape',
    );
  });

  test('whose content is not as long as its list says is refused', async () => {
    const { archive, folder } = await archiveOf([{ name: 'a', text: 'b'.repeat(50), size: 40 }]);
    await expect(unzip(archive, join(folder, 'out'), (name) => name)).rejects.toThrow('too many bytes');
  });

  test('that was cut short is refused', async () => {
    const { archive, folder } = await archiveOf([{ name: 'a', text: 'b' }]);
    await writeFile(archive, (await readFile(archive)).subarray(0, 60));
    await expect(unzip(archive, join(folder, 'out'), (name) => name)).rejects.toThrow('truncated');
  });
});

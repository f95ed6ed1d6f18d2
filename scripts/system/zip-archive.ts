import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** A file in a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly mode: number;
  readonly isDeflated: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endSize = 22;
const maxCommentLength = 0xffff;
const needsZip64 = 0xffffffff;

/** Lists the files of a zip archive, without folders. */
export async function listZip(archive: string): Promise<ZipEntry[]> {
  const file = await open(archive);
  try {
    const { count, directory } = await readDirectory(file);
    return parseEntries(directory, count).filter((entry) => !entry.name.endsWith('/'));
  } finally {
    await file.close();
  }
}

/** Unpacks the entries for which `target` returns a path, which is relative to `folder`. */
export async function unzip(
  archive: string,
  folder: string,
  target: (name: string) => string | undefined,
): Promise<void> {
  for (const entry of await listZip(archive)) {
    const path = target(entry.name);
    if (path === undefined) continue;
    if (path.split('/').includes('..')) throw new Error(`The archive names a file outside of it: ${path}`);
    await unpack(archive, entry, join(folder, path));
  }
}

async function readDirectory(file: FileHandle): Promise<{ count: number; directory: Buffer }> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - endSize - maxCommentLength), size);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || tail.readUInt32LE(end) !== endSignature) throw new Error('This is not a whole zip archive.');
  const start = tail.readUInt32LE(end + 16);
  if (start === needsZip64) throw new Error('This zip archive is too large to be read here.');
  return {
    count: tail.readUInt16LE(end + 10),
    directory: await readAt(file, start, start + tail.readUInt32LE(end + 12)),
  };
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  if (bytesRead !== bytes.length) throw new Error('The zip archive ends too early.');
  return bytes;
}

function parseEntries(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (directory.readUInt32LE(at) !== entrySignature)
      throw new Error('The list of this zip archive is damaged.');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      isDeflated: directory.readUInt16LE(at + 10) === 8,
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpack(archive: string, entry: ZipEntry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const out = createWriteStream(path, { mode: entry.mode || 0o644 });
  if (entry.packedSize === 0) {
    await new Promise((resolve) => out.end(resolve));
    return;
  }
  const start = await contentStart(archive, entry);
  const packed = createReadStream(archive, {
    start,
    end: start + entry.packedSize - 1,
    highWaterMark: 1 << 20,
  });
  if (entry.isDeflated) await pipeline(packed, createInflateRaw({ chunkSize: 1 << 20 }), out);
  else await pipeline(packed, out);
  if (out.bytesWritten !== entry.size)
    throw new Error(`${entry.name} has another size than the archive says.`);
}

async function contentStart(archive: string, entry: ZipEntry): Promise<number> {
  const file = await open(archive);
  try {
    // The extra fields of the local header can differ in length from those in the central directory.
    const header = await readAt(file, entry.headerAt, entry.headerAt + 30);
    return entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

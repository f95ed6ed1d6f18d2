import { open, readFile } from 'node:fs/promises';

/** The memory regions of another process that contain some bytes; Linux only. */
export async function regionsHolding(pid: number, needle: Uint8Array): Promise<readonly string[]> {
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8');
  const memory = await open(`/proc/${pid}/mem`, 'r');
  const found: string[] = [];
  try {
    for (const line of maps.split('\n')) {
      const region = /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+\s*(.*)$/.exec(line);
      if (!region || region[3]?.startsWith('[v')) continue;
      const [from, to] = [Number.parseInt(region[1] ?? '', 16), Number.parseInt(region[2] ?? '', 16)];
      for await (const count of countsIn(memory, from, to, needle))
        for (let copy = 0; copy < count; copy += 1) found.push(region[3] || 'anonymous');
    }
  } finally {
    await memory.close();
  }
  return found;
}

const piece = 16 * 1024 * 1024;

async function* countsIn(
  memory: Awaited<ReturnType<typeof open>>,
  from: number,
  to: number,
  needle: Uint8Array,
): AsyncGenerator<number> {
  const bytes = Buffer.allocUnsafe(piece + needle.length - 1);
  for (let at = from; at < to; at += piece) {
    const length = Math.min(bytes.length, to - at);
    const read = await memory.read(bytes, 0, length, at).catch(() => null);
    if (!read) continue;
    let count = 0;
    const held = bytes.subarray(0, read.bytesRead);
    for (let place = held.indexOf(needle); place >= 0; place = held.indexOf(needle, place + 1)) count += 1;
    yield count;
  }
}

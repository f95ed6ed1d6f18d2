import { type FileSystem, realDisk } from '../../../main/files/file-system.ts';

/** A disk that is full after this many bytes; with `lies` it reports success. */
export function fullAfter(room: number, lies = false): FileSystem {
  let left = room;
  return {
    ...realDisk,
    open: async (...given) => {
      const handle = await realDisk.open(...given);
      const real = handle.write.bind(handle) as (
        bytes: Buffer,
        at: number,
        length: number,
      ) => Promise<unknown>;
      handle.write = (async (bytes: Buffer, at: number, length: number) => {
        const taken = Math.min(length, left);
        left -= taken;
        if (taken > 0) await real(bytes, at, taken);
        if (taken < length && !lies) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        return { bytesWritten: length, buffer: bytes };
      }) as unknown as typeof handle.write;
      return handle;
    },
  };
}

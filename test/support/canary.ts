import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The encodings in which a secret could be stored. */
function spellings(secret: string): readonly Buffer[] {
  const bytes = Buffer.from(secret, 'utf8');
  // The base64 of a part depends on its offset in the whole, so its inner part is searched at all three offsets.
  const shifted = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return Buffer.from(whole.slice(shift === 0 ? 0 : 4, -4));
  });
  return [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(secret, 'utf16le'), ...shifted];
}

/** Whether a text or file contains the secret in any encoding. */
export function holds(content: Buffer | string, secret: string): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return spellings(secret).some((spelling) => bytes.includes(spelling));
}

/** The files below a folder that contain the secret. */
export async function filesHolding(folder: string, secret: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (holds(await readFile(path), secret)) found.push(path);
  }
  return found;
}

/** The processes of this computer, as far as they can be read, whose arguments or environment contain the secret. */
export async function processesHolding(secret: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parts = ids.flatMap((id) => [`/proc/${id}/cmdline`, `/proc/${id}/environ`]);
  const found: string[] = [];
  // A process may have ended meanwhile, or belong to another user.
  for (const part of parts) if (holds(await readFile(part).catch(() => ''), secret)) found.push(part);
  return found;
}

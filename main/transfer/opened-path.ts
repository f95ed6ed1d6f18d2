import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The extension of exported lists, which the packages register. */
export const listExtension = 'ffsm';

/** Longer than any path of a system that the app runs on, in UTF-16 units. */
const longest = 32_767;

/**
 * The list that these arguments of a program ask to open, as an absolute path; null if they ask for none.
 *
 * Desktops pass a path or a `file:` URL as the last argument; a relative path belongs to `folder`.
 *
 * SECURITY: nothing else is taken from arguments, which every program and every link to the app can choose.
 */
export function openedPath(args: readonly unknown[], folder: string): string | null {
  const last = args.at(-1);
  if (typeof last !== 'string' || last.length > longest) return null;
  const path = isUrl(last) ? pathOf(last) : last;
  if (path === null || path.startsWith('-') || path.includes('\0') || isDevice(path)) return null;
  return extname(path).toLowerCase() === `.${listExtension}` ? resolve(folder, path) : null;
}

/** A scheme has at least two letters; one alone is a drive of Windows. */
function isUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(text);
}

/** The path of a `file:` URL; null for other URLs. */
function pathOf(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}

/** Whether Windows would look among its devices instead of its files. */
function isDevice(path: string): boolean {
  return /^[\\/]{2}[.?][\\/]/.test(path);
}

import { readSideSearch } from '../../contract/windows/side-window.ts';

/** The bounds of a window when it was last closed, in screen pixels. */
export interface WindowBounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** The bounds of side windows, each under the search of its page, the last closed one last. */
export type SidePlaces = Readonly<Record<string, WindowBounds>>;

/** How many are kept. */
const maxPlaces = 200;

/** Reads the bounds of a window; null unless they are those of one that a person can see. */
export function readBounds(raw: unknown): WindowBounds | null {
  if (!isRecord(raw)) return null;
  const { x, y, width, height } = raw;
  if (!isPixels(width) || !isPixels(height) || width < 320 || height < 240) return null;
  const size = { width, height, maximized: raw.maximized === true };
  return isPixels(x) && isPixels(y) ? { ...size, x, y } : size;
}

/** Reads the places of side windows, each separately, so that a strange one loses only itself. */
export function readSidePlaces(raw: unknown): SidePlaces {
  if (!isRecord(raw)) return {};
  const read = Object.entries(raw).flatMap(([search, bounds]) => {
    const found = readSideSearch(search) === null ? null : readBounds(bounds);
    return found === null ? [] : [[search, found] as const];
  });
  return Object.fromEntries(read.slice(-maxPlaces));
}

/** The places after a window was closed in this one. */
export function withSidePlace(places: SidePlaces, search: string, place: WindowBounds): SidePlaces {
  const { [search]: _before, ...others } = places;
  return Object.fromEntries([...Object.entries(others), [search, place] as const].slice(-maxPlaces));
}

/** The places without those of these profiles; the same object if there were none. */
export function withoutProfiles(places: SidePlaces, gone: readonly string[]): SidePlaces {
  const kept = Object.entries(places).filter(([search]) => {
    const subject = readSideSearch(search);
    return subject !== null && (subject.profileId === null || !gone.includes(subject.profileId));
  });
  return kept.length === Object.keys(places).length ? places : Object.fromEntries(kept);
}

function isPixels(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isInteger(raw) && Math.abs(raw) < 100_000;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

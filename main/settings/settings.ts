import {
  choices,
  defaultSettings,
  type Language,
  languages,
  type Settings,
} from '../../contract/settings.ts';
import { readZoom } from '../window/zoom.ts';

/** Where the window was when it was last closed, in screen pixels. */
export interface WindowBounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** What `settings.json` holds. */
export interface KeptSettings {
  readonly settings: Settings;
  readonly place: WindowBounds;
  /** How large the page is shown, in percent. */
  readonly zoom: number;
}

const firstPlace: WindowBounds = { width: 1280, height: 800, maximized: false };

/** Reads kept settings one by one, so that a strange value costs that setting only and never the others. */
export function readKeptSettings(raw: unknown): KeptSettings {
  const found = isRecord(raw) ? raw : {};
  const kept = isRecord(found.settings) ? found.settings : {};
  const settings = Object.fromEntries(
    Object.entries(defaultSettings).map(([name, value]) => {
      const offered: readonly unknown[] = choices[name as keyof Settings];
      return [name, offered.includes(kept[name]) ? kept[name] : value];
    }),
  ) as unknown as Settings;
  return { settings, place: readPlace(found.place), zoom: readZoom(found.zoom) };
}

/** The language in force: the chosen one, or the first of the system's that this app speaks, or English. */
export function languageInForce(chosen: Settings['language'], systemLanguages: readonly string[]): Language {
  if (chosen !== 'system') return chosen;
  for (const tag of systemLanguages) {
    const found = languages.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language);
    if (found) return found;
  }
  return 'en';
}

function readPlace(raw: unknown): WindowBounds {
  if (!isRecord(raw)) return firstPlace;
  const { x, y, width, height } = raw;
  if (!isPixels(width) || !isPixels(height) || width < 320 || height < 240) return firstPlace;
  const size = { width, height, maximized: raw.maximized === true };
  return isPixels(x) && isPixels(y) ? { ...size, x, y } : size;
}

function isPixels(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isInteger(raw) && Math.abs(raw) < 100_000;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

import {
  type CopyTemplate,
  isTemplateId,
  maxTemplateName,
  maxTemplates,
  maxTemplateText,
} from '../../contract/core/copy-format.ts';
import {
  type CommandUse,
  type CountedCommand,
  countedCommands,
  isBinding,
  type KeyBindings,
} from '../../contract/keys.ts';
import type { WindowLayout } from '../../contract/layout.ts';
import { choices, type Language, languages, type Settings, type Zoom } from '../../contract/settings.ts';
import { type KeptQuickKey, readQuickKey } from '../quick-access/quick-key.ts';
import { readZoom } from '../window/zoom.ts';
import { readLayout } from './layout.ts';
import { readBounds, readSidePlaces, type SidePlaces, type WindowBounds } from './window-places.ts';

/** The content of `settings.json`. */
export interface KeptSettings {
  /** Only what a person chose; a setting that is missing follows its default. */
  readonly settings: Partial<Settings>;
  /** The commands whose keys a person changed. */
  readonly keys: KeyBindings;
  readonly used: CommandUse;
  readonly templates: readonly CopyTemplate[];
  readonly place: WindowBounds;
  /** Where side windows were when they were last closed. */
  readonly sidePlaces: SidePlaces;
  /** Zoom in percent. */
  readonly zoom: Zoom;
  /** Only what a person chose, as with the settings. */
  readonly layout: Partial<WindowLayout>;
  /** Where updates are looked for; null: nowhere. */
  readonly updateSource: string | null;
  /** The system-wide key of quick access; null: none. */
  readonly quickKey: KeptQuickKey | null;
  /** The version that a person does not want to be offered. */
  readonly skippedVersion: string | null;
  /** The version that ran before; null if none was kept. */
  readonly lastVersion: string | null;
}

const version = /^\d[\w.+-]{0,39}$/;
const firstPlace: WindowBounds = { width: 1280, height: 800, maximized: false };

/** Reads each setting separately, so that an invalid value loses only that one. */
export function readKeptSettings(raw: unknown): KeptSettings {
  const found = isRecord(raw) ? raw : {};
  const kept = isRecord(found.settings) ? found.settings : {};
  const settings: Partial<Settings> = Object.fromEntries(
    Object.entries(choices).flatMap(([name, offered]: [string, readonly unknown[]]) =>
      Object.hasOwn(kept, name) && offered.includes(kept[name]) ? [[name, kept[name]]] : [],
    ),
  );
  return {
    settings,
    keys: readKeys(found.keys),
    used: readUse(found.used),
    templates: readTemplates(found.templates),
    place: readBounds(found.place) ?? firstPlace,
    sidePlaces: readSidePlaces(found.sidePlaces),
    zoom: readZoom(found.zoom),
    layout: readLayout(found.layout),
    updateSource: readText(found.updateSource, /^.{1,2000}$/),
    quickKey: readQuickKey(found.quickKey),
    skippedVersion: readText(found.skippedVersion, version),
    lastVersion: readText(found.lastVersion, version),
  };
}

/** The theme that the system is asked to draw with. */
export function systemTheme({ theme }: Pick<Settings, 'theme'>): 'system' | 'light' | 'dark' {
  return theme === 'contrast' ? 'system' : theme;
}

/** The language of the window: the chosen one, else the first supported one of the system, else English. */
export function languageInForce(chosen: Settings['language'], systemLanguages: readonly string[]): Language {
  if (chosen !== 'system') return chosen;
  for (const tag of systemLanguages) {
    const found = languages.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language);
    if (found) return found;
  }
  return 'en';
}

// Each command separately, so that strange keys lose only themselves.
function readKeys(raw: unknown): KeyBindings {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(Object.entries(raw).filter(([name, keys]) => isBinding(name, keys)));
}

const mostUse = 1_000_000;

const countable: ReadonlySet<string> = new Set(countedCommands);

function readUse(raw: unknown): CommandUse {
  if (!isRecord(raw)) return {};
  const isCount = (count: unknown) =>
    Number.isInteger(count) && Number(count) > 0 && Number(count) <= mostUse;
  return Object.fromEntries(
    Object.entries(raw).filter(([name, count]) => countable.has(name) && isCount(count)),
  );
}

// Each template separately, so that a strange one loses only itself.
function readTemplates(raw: unknown): readonly CopyTemplate[] {
  if (!Array.isArray(raw)) return [];
  const templates = raw.filter(isTemplate).map(({ id, name, text }) => ({ id, name, text }));
  const seen = new Set<string>();
  return templates.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, maxTemplates);
}

function isTemplate(raw: unknown): raw is CopyTemplate {
  if (!isRecord(raw) || typeof raw.id !== 'string' || !isTemplateId(raw.id)) return false;
  const { name, text } = raw;
  return (
    typeof name === 'string' &&
    name.length <= maxTemplateName &&
    typeof text === 'string' &&
    text.length <= maxTemplateText
  );
}

/** The use of commands after one was run once more. */
export function withUse(used: CommandUse, command: CountedCommand): CommandUse {
  return { ...used, [command]: Math.min(mostUse, (used[command] ?? 0) + 1) };
}

function readText(raw: unknown, form: RegExp): string | null {
  return typeof raw === 'string' && form.test(raw) ? raw : null;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

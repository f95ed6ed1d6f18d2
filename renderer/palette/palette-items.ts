import { type CommandName, type CommandUse, isCommandName } from '../../contract/keys.ts';
import { sortRows } from '../../contract/list/sort-rows.ts';
import { shownViews } from '../../contract/list/views.ts';
import type { View } from '../../contract/list-outline.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { asksForHidden } from '../../contract/search/filters.ts';
import type { Span } from '../../contract/search/highlights.ts';
import { bestFirst } from '../../contract/search/ranking.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { AppState, Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { isOffered } from '../commands/availability.ts';
import { commandTitle } from '../commands/command-title.ts';
import type { WindowCommandName } from '../commands/run-command.ts';
import type { ServerCommandName } from '../commands/server-commands.ts';
import { serverCommands } from '../commands/server-menu.ts';
import { tickedCommands, tickedTitle } from '../commands/ticked-commands.ts';
import { findRows } from '../search/results.ts';
import { findByValue } from '../settings/lines/find-settings.ts';
import { type SettingName, settingEntries } from '../settings/lines/setting-entries.ts';
import { type SettingsSection, settingsSections } from '../state/view-state.ts';
import { viewName } from '../views/view-name.ts';
import { type CopyTarget, copyItems } from './copy-items.ts';
import { rankTitles } from './palette-rank.ts';

/** What an entry of the palette does. */
export type PaletteTarget =
  | { readonly kind: 'server'; readonly profileId: ProfileId }
  | { readonly kind: 'on-server'; readonly profileId: ProfileId; readonly command: ServerCommandName }
  | CopyTarget
  | { readonly kind: 'on-ticked'; readonly command: CommandName }
  | { readonly kind: 'in-window'; readonly command: WindowCommandName }
  | { readonly kind: 'settings'; readonly section: SettingsSection; readonly setting?: SettingName }
  | { readonly kind: 'view'; readonly view: View };

/** An entry of the palette. */
export interface PaletteItem {
  readonly target: PaletteTarget;
  readonly title: string;
  /** The matched parts of the title. */
  readonly spans: readonly Span[];
}

/** Entries under one heading. */
export interface PaletteSection {
  readonly kind: 'servers' | 'onTicked' | 'onServer' | 'commands' | 'settings' | 'goTo';
  readonly items: readonly PaletteItem[];
}

/** What was typed, and the server whose commands alone are listed; null: all. */
export interface PaletteQuery {
  readonly text: string;
  readonly of: ProfileId | null;
}

/** What the palette finds its entries in. */
export interface PaletteContext {
  readonly t: Translate;
  readonly state: Pick<AppState, 'rows' | 'settings' | 'used' | 'templates' | 'clipboard' | 'undoable'>;
  readonly selectedId: ProfileId | null;
  readonly ticked: readonly Row[];
  readonly now: number;
}

/** So many servers at most, so that commands stay in sight. */
const mostServers = 6;

/** So many commands of a server that was found, likewise. */
const mostCommands = 5;

/** Worse ranks are matches of addresses, of states, inside of words and with typos. */
const closeRank = 5_000;

const inWindow = [
  ...([
    'addServer',
    'checkAll',
    'bulkLogin',
    'details',
    'undo',
    'tags',
    'reminders',
    'clearClipboard',
    'lock',
    'presentation',
  ] as const),
  ...(['import', 'export'] as const),
  ...(['backUp', 'settings', 'keyboard', 'closeWindow'] as const),
];
const screens = ['overview', 'overviewWindow', 'allSessions', 'journal'] as const;

/**
 * The entries of the palette, best first.
 *
 * Words for a server and words for a command can be combined: "depot log out" and "log out depot".
 */
export function findSections(query: PaletteQuery, context: PaletteContext): readonly PaletteSection[] {
  const { rows } = context.state;
  const own = rows.find(({ profile }) => profile.id === query.of);
  if (own !== undefined) return filled([commandsOf(own, query.text, context)]);
  const commandsOnly = query.text.startsWith('>');
  const text = (commandsOnly ? query.text.slice(1) : query.text).trim();
  const selected = rows.find(({ profile }) => profile.id === context.selectedId);
  const { servers, isClose } = commandsOnly || text === '' ? noServers : findServers(text, context);
  const found = { kind: 'servers', items: servers.map(serverItem) } as const;
  const ticked = commandsOnTicked(text, context);
  const others = [commandsIn(text, context), placesFor(text, context), settingsFor(text, context)];
  const [best] = servers;
  if (best !== undefined && isClose)
    return filled([found, firstOf(commandsOf(best, '', context)), ticked, ...others]);
  const onSelected = selected === undefined ? null : commandsOf(selected, text, context);
  const isNamed = onSelected !== null && onSelected.items.length > 0;
  const onServer = isNamed || commandsOnly ? onSelected : splitCommand(text, context);
  return filled([ticked, ...(onServer === null ? [] : [onServer]), ...others, found]);
}

/** The first commands of a server; Tab shows all. */
function firstOf(section: PaletteSection): PaletteSection {
  return { ...section, items: section.items.slice(0, mostCommands) };
}

const noServers = { servers: [] as readonly Row[], isClose: false };

function filled(sections: readonly PaletteSection[]): readonly PaletteSection[] {
  return sections.filter(({ items }) => items.length > 0);
}

/** The servers that a text finds, as the search of the list ranks them. */
function findServers(text: string, { state: { rows, settings } }: PaletteContext): typeof noServers {
  const findsHidden = asksForHidden(text);
  const found = findRows(sortRows(rows, settings.sortOrder), text).filter(
    ({ row }) => findsHidden || !row.profile.hidden,
  );
  return {
    servers: bestFirst(found).slice(0, mostServers),
    isClose: found.some(({ rank }) => rank < closeRank),
  };
}

function serverItem({ profile }: Row): PaletteItem {
  return { target: { kind: 'server', profileId: profile.id }, title: profile.name, spans: [] };
}

/** The commands for the server that some words at the beginning or the end name; null if there is none. */
function splitCommand(text: string, context: PaletteContext): PaletteSection | null {
  const words = text.split(/\s+/);
  for (let place = words.length - 1; place > 0; place -= 1) {
    const [first, last] = [words.slice(0, place).join(' '), words.slice(place).join(' ')];
    for (const [server, command] of [
      [first, last],
      [last, first],
    ] as const) {
      const { servers, isClose } = findServers(server, context);
      const [row] = servers;
      const section = row === undefined || !isClose ? null : commandsOf(row, command, context);
      if (section !== null && section.items.length > 0) return section;
    }
  }
  return null;
}

function commandsOf(row: Row, text: string, { t, state }: PaletteContext): PaletteSection {
  const { id: profileId } = row.profile;
  const commands = serverCommands
    .filter((command) => isOffered(command, row))
    .map((command) => ({
      target: { kind: 'on-server', command, profileId } as const,
      title: commandTitle(t, command, row),
      used: state.used[command] ?? 0,
    }));
  const found = rankTitles([...commands, ...copyItems(row, text, t, state)], text);
  return {
    kind: 'onServer',
    items: found.map(({ item: { target, title }, match: { spans } }) => ({ target, title, spans })),
  };
}

function commandsOnTicked(text: string, { t, state: { used }, ticked }: PaletteContext): PaletteSection {
  const commands = tickedCommands
    .filter(({ label }) => ticked.length > 0 && label !== null)
    .map((one) => ({
      command: one.command,
      title: tickedTitle(t, one, ticked),
      used: used[one.command] ?? 0,
    }));
  return {
    kind: 'onTicked',
    items: rankTitles(commands, text).map(({ item: { command, title }, match: { spans } }) => ({
      target: { kind: 'on-ticked', command },
      title,
      spans,
    })),
  };
}

function commandsIn(text: string, { t, state }: PaletteContext): PaletteSection {
  const offered = inWindow.filter((command) => {
    if (command === 'clearClipboard') return state.clipboard !== null;
    if (command === 'undo') return state.undoable !== null;
    if (command === 'tags') return state.rows.some(({ profile }) => profile.tags.length > 0);
    return state.rows.length > 0 || (command !== 'export' && command !== 'backUp');
  });
  return { kind: 'commands', items: windowItems(t, offered, state.used, text) };
}

function windowItems(
  t: Translate,
  commands: readonly WindowCommandName[],
  used: CommandUse,
  text: string,
): readonly PaletteItem[] {
  const titled = commands.map((command) => ({
    command,
    title: commandTitle(t, command),
    used: used[command] ?? 0,
  }));
  return rankTitles(titled, text).map(({ item: { command, title }, match: { spans } }) => ({
    target: { kind: 'in-window', command },
    title,
    spans,
  }));
}

/** The lines of the settings that are no commands. */
const lines = Object.entries(settingEntries)
  .map(([name, entry]) => ({ ...entry, setting: name as SettingName }))
  .filter(({ setting }) => !isCommandName(setting));

// Only what was asked for: the parts of the settings and the views would hide the commands. By its values a setting is
// found too, such as the theme by "dark".
function settingsFor(text: string, { t }: PaletteContext): PaletteSection {
  if (text === '') return { kind: 'settings', items: [] };
  const sections = settingsSections.map((section) => ({ section, title: t(`settings:sections.${section}`) }));
  const titled = lines.map(({ section, setting, label }) => ({ section, setting, title: label(t) }));
  const found = rankTitles(
    [...sections, ...titled].map((item) => ({ ...item, used: 0 })),
    text,
  );
  const named = found.map(({ item: { title, used: _, ...target }, match: { spans } }) => ({
    target: { kind: 'settings', ...target } as const,
    title,
    spans,
  }));
  const isNamed = new Set(found.map(({ item: { title } }) => title));
  const byValue = findByValue(t, text);
  const further = titled
    .filter(({ setting, title }) => byValue.has(setting) && !isNamed.has(title))
    .map(({ title, ...target }) => ({ target: { kind: 'settings', ...target } as const, title, spans: [] }));
  return { kind: 'settings', items: [...named, ...further] };
}

function placesFor(text: string, { t, state, now }: PaletteContext): PaletteSection {
  const { rows, settings, used } = state;
  const context = { now, expiringMs: expiringSpanMs(settings) };
  const { fixed, environments, tags } = shownViews(rows, context, 'all');
  const views = [...fixed, ...environments, ...tags].map(({ view }) => ({
    view,
    title: viewName(t, view),
    used: 0,
  }));
  const found = text === '' ? [] : rankTitles(views, text);
  const items = found.map(({ item: { view, title }, match: { spans } }) => ({
    target: { kind: 'view', view } as const,
    title,
    spans,
  }));
  return { kind: 'goTo', items: [...windowItems(t, screens, used, text), ...items] };
}

import { builtInFormats, type CopyFormat, isBuiltInFormat } from './core/copy-format.ts';
import type { Result } from './core/result.ts';

/** The keys of every command; `Mod` is Ctrl, or Cmd on macOS. The first key of a command is the one that is displayed. */
export const defaultKeys = {
  search: ['Mod+F', '/'],
  commands: ['Mod+K'],
  addServer: ['Mod+N'],
  checkAll: ['F5'],
  bulkLogin: ['Mod+Shift+B'],
  overview: ['Mod+Shift+O'],
  overviewWindow: ['Shift+F9'],
  allSessions: ['Mod+Shift+Y'],
  journal: ['Mod+J'],
  reminders: ['F7'],
  import: ['Mod+I'],
  export: ['Mod+Shift+E'],
  backUp: ['Mod+Shift+K'],
  settings: ['Mod+,'],
  keyboard: ['Mod+Shift+/'],
  lock: ['Mod+L'],
  presentation: ['F9'],
  clearClipboard: ['Mod+Shift+X'],
  undo: ['Mod+Z'],
  selectAll: ['Mod+A'],
  tags: ['Mod+G'],
  copyFavourite: ['Mod+1', 'Mod+2', 'Mod+3', 'Mod+4', 'Mod+5', 'Mod+6', 'Mod+7', 'Mod+8', 'Mod+9'],
  closeWindow: ['Mod+W'],
  // Handled by main, so that they work everywhere; listed for display only.
  zoomIn: ['Mod+Plus'],
  zoomOut: ['Mod+Minus'],
  zoomReset: ['Mod+Zero'],
  nextPane: ['F6'],
  previousPane: ['Shift+F6'],
  nextView: ['Mod+PageDown'],
  previousView: ['Mod+PageUp'],
  escape: ['Escape'],
  rowAction: ['Enter'],
  copyHeader: ['Mod+C'],
  copyAs: ['Shift+Enter'],
  copyAddress: ['Mod+U'],
  copyUserName: ['Mod+B'],
  // Not with Ctrl+Alt, which is AltGr on Windows and types a letter.
  copyName: ['Mod+Shift+C'],
  copyExpiry: ['Mod+Shift+M'],
  openWebInterface: ['Mod+O'],
  openApiDocs: ['Mod+Shift+I'],
  openInBrowser: ['Mod+Shift+W'],
  gateway: ['Mod+Shift+G'],
  liveFiles: ['F8'],
  logInAgain: ['Mod+R'],
  logInWithFace: ['Mod+Shift+R'],
  renewWithFace: ['Mod+Shift+N'],
  pasteToken: ['Mod+Shift+V'],
  checkOne: ['Shift+F5'],
  pauseChecks: ['Mod+Shift+P'],
  logOut: ['Mod+Shift+L'],
  autoLogout: ['Mod+Shift+A'],
  sessionsHere: ['Mod+Shift+S'],
  sessionsWindow: ['Shift+F8'],
  forgetPassword: ['Mod+Shift+D'],
  favourite: ['Mod+Shift+F'],
  tag: ['Mod+T'],
  environment: ['Mod+Shift+T'],
  hide: ['Mod+Shift+H'],
  moveUp: ['Alt+ArrowUp'],
  moveDown: ['Alt+ArrowDown'],
  journalHere: ['Mod+Shift+J'],
  edit: ['F2', 'Mod+E'],
  duplicate: ['Mod+D'],
  remove: ['Delete'],
  menu: ['Shift+F10'],
  details: ['Space', 'F4'],
  detailsWindow: ['Shift+F4'],
  tick: ['Shift+Space'],
  // After all others, so that a person's own use of the key goes on.
  quit: ['Mod+Q'],
} as const satisfies Record<string, readonly string[]>;

/** A command with a key. */
export type CommandName = keyof typeof defaultKeys;

/** All commands. */
export const commandNames = Object.keys(defaultKeys) as readonly CommandName[];

/** The commands with keys of a person's own, and these keys; an empty list: no key. */
export type KeyBindings = Readonly<Partial<Record<CommandName, readonly string[]>>>;

const usedFormats = [...builtInFormats, 'template'] as const;

/** What is counted when it is run from the palette: a command, or copying in a format; all templates are one. */
export type CountedCommand = CommandName | `copy:${(typeof usedFormats)[number]}`;

/** All of them. */
export const countedCommands: readonly CountedCommand[] = [
  ...commandNames,
  ...usedFormats.map((format) => `copy:${format}` as const),
];

/** What copying in a format is counted as. */
export function countedCopy(format: CopyFormat): CountedCommand {
  return `copy:${isBuiltInFormat(format) ? format : 'template'}`;
}

/** How often a person ran commands from the palette. */
export type CommandUse = Readonly<Partial<Record<CountedCommand, number>>>;

/** The calls about commands and their keys. */
export interface CommandCalls {
  /** Replaces all bindings. */
  changeKeys(request: { readonly keys: KeyBindings }): Promise<Result>;
  /** Counts that a command was run from the palette, which ranks by it. */
  countUse(request: { readonly command: CountedCommand }): Promise<Result>;
}

/** The most keys that a person can give to one command. */
const maxKeysOfCommand = 4;

/** What lists, panes and menus do by convention, and what main handles. */
const fixed: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['rowAction', 'escape', 'nextPane', 'previousPane', 'menu'] as const),
  ...(['copyFavourite', 'zoomIn', 'zoomOut', 'zoomReset', 'quit'] as const),
]);

/** Whether a person can change the keys of a command. */
export function isRebindable(command: CommandName): boolean {
  return !fixed.has(command);
}

const keyName =
  /^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9,./]|F[1-9]|F1[0-2]|Plus|Minus|Zero|Space|Enter|Escape|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right))$/;

/** Whether a text names a key combination: modifiers in the order Mod, Alt, Shift, then one key. */
export function isKeyName(text: string): boolean {
  return keyName.test(text);
}

/** Whether a person can give a command this key: it must type nothing, and do nothing in a list or dialog. */
export function isBindable(key: string): boolean {
  const isCombined = /^(Mod|Alt)\+/.test(key) && !/\+(Plus|Minus|Zero|Enter|Escape|Space)$/.test(key);
  return isKeyName(key) && key !== 'Alt+F4' && (isCombined || /^(Shift\+)?(F\d+|Delete|Insert)$/.test(key));
}

/** Whether these are keys that a command of this name can have; `keys` comes from a file or the page. */
export function isBinding(name: string, keys: unknown): boolean {
  if (!isCommandName(name) || !isRebindable(name)) return false;
  if (!Array.isArray(keys) || keys.length > maxKeysOfCommand) return false;
  const own: readonly string[] = defaultKeys[name];
  // Spread, so that a hole counts as a value.
  return [...keys].every((key) => typeof key === 'string' && (own.includes(key) || isBindable(key)));
}

/** Whether there is a command of this name. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(defaultKeys, name);
}

/** The keys of every command. */
export function keysInForce(bindings: KeyBindings): Readonly<Record<CommandName, readonly string[]>> {
  return { ...defaultKeys, ...bindings };
}

/** The other command that has this key, or with null any command; null if none. */
export function keyConflict(
  bindings: KeyBindings,
  command: CommandName | null,
  key: string,
): CommandName | null {
  const keys = keysInForce(bindings);
  return commandNames.find((name) => name !== command && keys[name].includes(key)) ?? null;
}

/** The bindings after a command gets a key in the place of its first one, and another command loses it. */
export function withKey(bindings: KeyBindings, command: CommandName, key: string): KeyBindings {
  const loser = keyConflict(bindings, command, key);
  const keys = keysInForce(bindings);
  const others = keys[command].slice(1).filter((other) => other !== key);
  return onlyChanged({
    ...bindings,
    ...(loser === null ? {} : { [loser]: keys[loser].filter((other) => other !== key) }),
    [command]: [key, ...others],
  });
}

/** The bindings after a command loses all its keys. */
export function withoutKeys(bindings: KeyBindings, command: CommandName): KeyBindings {
  return { ...bindings, [command]: [] };
}

/** The bindings after a command gets its own keys again, which other commands lose. */
export function withDefaultKeys(bindings: KeyBindings, command: CommandName): KeyBindings {
  const own: readonly string[] = defaultKeys[command];
  const kept = Object.entries(bindings)
    .filter(([name]) => name !== command)
    .map(([name, keys]) => [name, keys.filter((key) => !own.includes(key))] as const);
  return onlyChanged(Object.fromEntries(kept));
}

/** Without the commands that have their default keys. */
function onlyChanged(bindings: KeyBindings): KeyBindings {
  const changed = Object.entries(bindings).filter(([name, keys]) => {
    const own = defaultKeys[name as CommandName];
    return keys.length !== own.length || keys.some((key, place) => key !== own[place]);
  });
  return Object.fromEntries(changed);
}

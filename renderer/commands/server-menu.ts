import type { ServerCommandName } from './server-commands.ts';

/** A group of commands below an entry of the menu of a server. */
export type ServerMenuGroup = 'session' | 'organize';

/** An entry of the menu of a server: a command or a group; null is a line between entries. */
export type ServerMenuEntry = ServerCommandName | ServerMenuGroup | null;

/** The menu of a server; at most ten entries, the others stand in groups. */
export const serverMenu: readonly ServerMenuEntry[] = [
  'copyHeader',
  'copyAs',
  'openWebInterface',
  'logInAgain',
  'checkOne',
  'logOut',
  null,
  'session',
  'organize',
  null,
  'edit',
  'remove',
];

/** The commands of each group. */
export const serverMenuGroups: { readonly [Name in ServerMenuGroup]: readonly ServerCommandName[] } = {
  session: [
    'logInWithFace',
    'renewWithFace',
    'pasteToken',
    'autoLogout',
    'sessionsHere',
    'detailsWindow',
    'openApiDocs',
    'gateway',
    'pauseChecks',
    'forgetPassword',
  ],
  organize: [
    'favourite',
    'tag',
    'environment',
    'hide',
    'moveUp',
    'moveDown',
    'duplicate',
    'copyName',
    'copyAddress',
    'journalHere',
  ],
};

/** Whether an entry is a group. */
export function isServerMenuGroup(entry: ServerMenuEntry): entry is ServerMenuGroup {
  return entry !== null && Object.hasOwn(serverMenuGroups, entry);
}

/** The commands that only the palette has, each after one of the menu. */
const onlyInPalette: { readonly [Name in ServerCommandName]?: readonly ServerCommandName[] } = {
  copyAs: ['copyExpiry', 'copyUserName', 'liveFiles'],
  openWebInterface: ['openInBrowser'],
  sessionsHere: ['sessionsWindow'],
};

/** All commands of the menu, in order, and those that only the palette has. */
export const serverCommands: readonly ServerCommandName[] = serverMenu
  .flatMap((entry) => {
    if (entry === null) return [];
    return isServerMenuGroup(entry) ? serverMenuGroups[entry] : [entry];
  })
  .flatMap((command) => [command, ...(onlyInPalette[command] ?? [])]);

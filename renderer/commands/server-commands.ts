import type { CommandName } from '../../contract/keys.ts';

const names = [
  'rowAction',
  'copyHeader',
  'copyAs',
  'copyAddress',
  'copyUserName',
  'copyName',
  'copyExpiry',
  'openWebInterface',
  'openApiDocs',
  'openInBrowser',
  'gateway',
  'liveFiles',
  'logInAgain',
  'logInWithFace',
  'renewWithFace',
  'pasteToken',
  'checkOne',
  'pauseChecks',
  'logOut',
  'autoLogout',
  'sessionsHere',
  'detailsWindow',
  'sessionsWindow',
  'forgetPassword',
  'favourite',
  'tag',
  'environment',
  'hide',
  'moveUp',
  'moveDown',
  'journalHere',
  'edit',
  'duplicate',
  'remove',
  'tick',
] as const satisfies readonly CommandName[];

/** A command that acts on one server. */
export type ServerCommandName = (typeof names)[number];

/** Whether a command acts on one server. */
export function isServerCommand(command: CommandName): command is ServerCommandName {
  return (names as readonly CommandName[]).includes(command);
}

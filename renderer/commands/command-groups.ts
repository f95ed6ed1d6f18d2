import { type CommandName, commandNames } from '../../contract/keys.ts';
import { isServerCommand } from './server-commands.ts';

/** What commands act on: the window, the selected server, or the focus. */
export const commandGroups = ['anywhere', 'onServer', 'moving'] as const;

/** A group of commands in the list of keys. */
export type CommandGroup = (typeof commandGroups)[number];

const moving: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['nextPane', 'previousPane', 'nextView', 'previousView', 'escape'] as const),
]);

/** The commands of a group, in order. */
export function commandsOf(group: CommandGroup): readonly CommandName[] {
  return commandNames.filter((command) => groupOf(command) === group);
}

function groupOf(command: CommandName): CommandGroup {
  if (moving.has(command)) return 'moving';
  return isServerCommand(command) || command === 'menu' || command === 'details' ? 'onServer' : 'anywhere';
}

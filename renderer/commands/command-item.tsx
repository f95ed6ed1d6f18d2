import type { Row } from '../../contract/state.ts';
import { MenuItem } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel } from '../keyboard/platform.ts';
import { useAppState } from '../state/app-state.ts';
import { isOffered, whyNot } from './availability.ts';
import { commandIcons } from './command-icons.ts';
import { commandTitle } from './command-title.ts';
import { runOnServer } from './run-command.ts';
import type { ServerCommandName } from './server-commands.ts';

interface Props {
  readonly command: ServerCommandName;
  readonly row: Row;
  /** What it does instead of running the command. */
  readonly onAction?: () => void;
}

/** A command in the menu of a server, with its shortcut; nothing if the server does not have it. */
export function CommandItem({ command, row, onAction = () => runOnServer(command, row.profile.id) }: Props) {
  const t = useTranslate();
  const shortcut = useShortcutLabel();
  const managed = useAppState((state) => state.managed);
  const Icon = commandIcons[command];
  if (!isOffered(command, row)) return null;
  return (
    <MenuItem
      id={command}
      icon={Icon === undefined ? null : <Icon />}
      hint={shortcut(command)}
      destructive={command === 'remove'}
      isDisabled={whyNot(command, row, managed) !== null}
      onAction={onAction}
    >
      {commandTitle(t, command, row)}
    </MenuItem>
  );
}

import Check from 'lucide-react/icons/check';
import type { CommandName } from '../../contract/keys.ts';
import { commandIcons } from '../commands/command-icons.ts';
import { Menu, MenuItem } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';

/** Something that can be done with the ticked servers. */
export interface BarAction {
  readonly command: CommandName;
  readonly label: string;
  /** Its shortcut, for the tooltip; empty: none. */
  readonly hint: string;
  /** Why it cannot be done; null if it can. */
  readonly whyNot: string | null;
  readonly run: () => void;
  /** Whether it is so already for all of them; undefined for what only happens. */
  readonly isOn: boolean | undefined;
}

interface Props {
  readonly x: number;
  readonly y: number;
  readonly actions: readonly BarAction[];
  readonly onClose: () => void;
}

/** A menu of actions for the ticked servers. */
export function ActionMenu({ x, y, actions, onClose }: Props) {
  const t = useTranslate();
  return (
    <Menu label={t('servers:selection.label')} x={x} y={y} align="end" onClose={onClose}>
      {actions.map(({ command, label, whyNot, run, isOn }) => {
        const Icon = isOn === undefined ? commandIcons[command] : Check;
        return (
          <MenuItem
            key={label}
            id={label}
            icon={Icon === undefined || isOn === false ? null : <Icon />}
            isDisabled={whyNot !== null}
            onAction={run}
          >
            {label}
          </MenuItem>
        );
      })}
    </Menu>
  );
}

import KeyRound from 'lucide-react/icons/key-round';
import Tag from 'lucide-react/icons/tag';
import { copyHeader } from '../actions/copy-session.ts';
import { CommandItem } from '../commands/command-item.tsx';
import {
  isServerMenuGroup,
  type ServerMenuGroup,
  serverMenu,
  serverMenuGroups,
} from '../commands/server-menu.ts';
import { Menu, MenuSeparator, Submenu } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { isManagedServer } from '../state/managed.ts';
import { type OpenMenu, setViewState } from '../state/view-state.ts';

const groupIcons = { session: KeyRound, organize: Tag };

/** The menu of a row, with all commands for its server and their shortcuts. */
export function RowMenu({ profileId, ...place }: OpenMenu) {
  const t = useTranslate();
  const row = useRow(profileId);
  const isManaged = useAppState((state) => isManagedServer(state.managed, profileId));
  if (row === undefined) return null;
  const { name, userName } = row.profile;
  const group = (one: ServerMenuGroup) => {
    const Icon = groupIcons[one];
    return (
      <Submenu key={one} icon={<Icon />} label={t(`commands:groups.${one}`)}>
        {serverMenuGroups[one].map((command) => (
          <CommandItem key={command} command={command} row={row} />
        ))}
      </Submenu>
    );
  };
  return (
    <Menu
      label={`${name}, ${userName}`}
      heading={
        <>
          <b>{name}</b> {userName}
          {isManaged ? <p>{t('settings:managed')}</p> : null}
        </>
      }
      {...place}
      onClose={() => setViewState({ menu: null })}
    >
      {serverMenu.map((entry, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the entries never change their order.
        if (entry === null) return <MenuSeparator key={index} />;
        if (isServerMenuGroup(entry)) return group(entry);
        if (entry !== 'copyHeader') return <CommandItem key={entry} command={entry} row={row} />;
        // The shortcut compares a changed certificate; the menu is where the header can be copied in spite of it.
        const copy = () => void copyHeader(profileId);
        return <CommandItem key={entry} command={entry} row={row} onAction={copy} />;
      })}
    </Menu>
  );
}

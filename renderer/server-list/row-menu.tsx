import AlarmClock from 'lucide-react/icons/alarm-clock';
import AlarmClockOff from 'lucide-react/icons/alarm-clock-off';
import Copy from 'lucide-react/icons/copy';
import CopyPlus from 'lucide-react/icons/copy-plus';
import ExternalLink from 'lucide-react/icons/external-link';
import KeyRound from 'lucide-react/icons/key-round';
import LogIn from 'lucide-react/icons/log-in';
import LogOut from 'lucide-react/icons/log-out';
import Pencil from 'lucide-react/icons/pencil';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import ScrollText from 'lucide-react/icons/scroll-text';
import Star from 'lucide-react/icons/star';
import Timer from 'lucide-react/icons/timer';
import Trash from 'lucide-react/icons/trash-2';
import Users from 'lucide-react/icons/users';
import { isHeld } from '../../contract/sessions/session.ts';
import { toggleSelfChecks } from '../actions/auto-check-actions.ts';
import { copyHeader } from '../actions/copy-header.ts';
import { askToRemove, duplicate, edit, toggleFavourite } from '../actions/profile-actions.ts';
import { checkOne, forgetPassword, logIn, logOut, openInBrowser } from '../actions/session-actions.ts';
import { Menu, MenuEntry, MenuLine } from '../components/overlays/menu.tsx';
import { FaceEntries } from '../face/face-menu-items.tsx';
import { useWords } from '../i18n/translate.ts';
import { hintOf } from '../keyboard/platform.ts';
import { useRow } from '../state/app-state.ts';
import { type OpenMenu, openDialog, show } from '../state/view-state.ts';

/** The one menu of all rows: everything that can be done with a server, and its keys. */
export function RowMenu({ profileId, ...place }: OpenMenu) {
  const t = useWords();
  const row = useRow(profileId);
  if (row === undefined) return null;
  const { session } = row;
  const { name, userName } = row.profile;
  const held = isHeld(session);
  const settled = held || session.phase === 'logged-out';
  const act = (action: (id: typeof profileId) => unknown) => () => void action(profileId);
  return (
    <Menu
      label={`${name}, ${userName}`}
      heading={
        <>
          <b>{name}</b> {userName}
        </>
      }
      {...place}
      onClose={() => show({ menu: null })}
    >
      <MenuEntry icon={<Copy />} hint={hintOf('copyHeader')} isDisabled={!held} onAction={act(copyHeader)}>
        {t('list.copyHeader')}
      </MenuEntry>
      <MenuEntry icon={<LogIn />} hint={hintOf('logInAgain')} isDisabled={!settled} onAction={act(logIn)}>
        {t(held ? 'list.logInAgain' : 'list.logIn')}
      </MenuEntry>
      <FaceEntries row={row} />
      <MenuEntry icon={<RefreshCw />} hint={hintOf('checkOne')} isDisabled={!held} onAction={act(checkOne)}>
        {t('list.checkNow')}
      </MenuEntry>
      <MenuEntry
        icon={row.checksItself ? <AlarmClockOff /> : <AlarmClock />}
        onAction={act(toggleSelfChecks)}
      >
        {t(row.checksItself ? 'checking.pause' : 'checking.resume')}
      </MenuEntry>
      <MenuEntry icon={<LogOut />} isDisabled={!held} onAction={act(logOut)}>
        {t('list.logOut')}
      </MenuEntry>
      <MenuEntry icon={<Timer />} onAction={() => openDialog({ kind: 'lease', profileId })}>
        {t('lease.open')}
      </MenuEntry>
      {row.passwordKept ? (
        <MenuEntry icon={<KeyRound />} onAction={act(forgetPassword)}>
          {t('store.password.forget')}
        </MenuEntry>
      ) : null}
      <MenuEntry icon={<ExternalLink />} hint={hintOf('openInBrowser')} onAction={act(openInBrowser)}>
        {t('list.openInBrowser')}
      </MenuEntry>
      <MenuEntry
        icon={<Users />}
        isDisabled={!held}
        onAction={() => openDialog({ kind: 'sessions', profileId })}
      >
        {t('remote.open')}
      </MenuEntry>
      <MenuLine />
      <MenuEntry icon={<Star />} onAction={act(toggleFavourite)}>
        {t(row.profile.favourite ? 'list.unmarkFavourite' : 'list.markFavourite')}
      </MenuEntry>
      <MenuEntry icon={<Pencil />} hint={hintOf('edit')} onAction={act(edit)}>
        {t('list.edit')}
      </MenuEntry>
      <MenuEntry icon={<CopyPlus />} hint={hintOf('duplicate')} onAction={act(duplicate)}>
        {t('list.duplicate')}
      </MenuEntry>
      <MenuEntry icon={<ScrollText />} onAction={() => openDialog({ kind: 'journal', of: profileId })}>
        {t('journal.ofServer')}
      </MenuEntry>
      <MenuLine />
      <MenuEntry icon={<Trash />} grave hint={hintOf('remove')} onAction={act(askToRemove)}>
        {t('list.remove')}
      </MenuEntry>
    </Menu>
  );
}

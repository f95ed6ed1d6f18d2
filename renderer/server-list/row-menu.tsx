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
import { hasToken } from '../../contract/sessions/session.ts';
import { toggleAutoChecks } from '../actions/auto-check-actions.ts';
import { copyHeader } from '../actions/copy-header.ts';
import { addAccount, editProfile, removeProfile, toggleFavourite } from '../actions/profile-actions.ts';
import { checkOne, forgetPassword, logIn, logOut, openInBrowser } from '../actions/session-actions.ts';
import { Menu, MenuItem, MenuSeparator } from '../components/overlays/menu.tsx';
import { FaceMenuItems } from '../face/face-menu-items.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { shortcutLabel } from '../keyboard/platform.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { isManagedServer, mayAddAccount } from '../state/managed.ts';
import { type OpenMenu, openDialog, openJournalOf, setViewState } from '../state/view-state.ts';

/** The menu of a row, with all actions and their shortcuts. */
export function RowMenu({ profileId, ...place }: OpenMenu) {
  const t = useTranslate();
  const row = useRow(profileId);
  const isManaged = useAppState((state) => isManagedServer(state.managed, profileId));
  const canAddAccount = useAppState((state) => mayAddAccount(state.managed, profileId));
  if (row === undefined) return null;
  const { session } = row;
  const { name, userName } = row.profile;
  const held = hasToken(session);
  const settled = held || session.phase === 'logged-out';
  const act = (action: (id: typeof profileId) => unknown) => () => void action(profileId);
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
      <MenuItem
        icon={<Copy />}
        hint={shortcutLabel('copyHeader')}
        isDisabled={!held}
        onAction={act(copyHeader)}
      >
        {t('servers:copyHeader')}
      </MenuItem>
      <MenuItem
        icon={<LogIn />}
        hint={shortcutLabel('logInAgain')}
        isDisabled={!settled}
        onAction={act(logIn)}
      >
        {t(held ? 'servers:logInAgain' : 'servers:logIn')}
      </MenuItem>
      <FaceMenuItems row={row} />
      <MenuItem
        icon={<RefreshCw />}
        hint={shortcutLabel('checkOne')}
        isDisabled={!held}
        onAction={act(checkOne)}
      >
        {t('servers:checkNow')}
      </MenuItem>
      <MenuItem icon={row.checksItself ? <AlarmClockOff /> : <AlarmClock />} onAction={act(toggleAutoChecks)}>
        {t(row.checksItself ? 'session:checks.pause' : 'session:checks.resume')}
      </MenuItem>
      <MenuItem icon={<LogOut />} isDisabled={!held} onAction={act(logOut)}>
        {t('servers:logOut')}
      </MenuItem>
      <MenuItem icon={<Timer />} onAction={() => openDialog({ kind: 'auto-logout', profileId })}>
        {t('auto-logout:open')}
      </MenuItem>
      {row.passwordKept ? (
        <MenuItem icon={<KeyRound />} onAction={act(forgetPassword)}>
          {t('vault:password.forget')}
        </MenuItem>
      ) : null}
      <MenuItem icon={<ExternalLink />} hint={shortcutLabel('openInBrowser')} onAction={act(openInBrowser)}>
        {t('servers:openInBrowser')}
      </MenuItem>
      <MenuItem
        icon={<Users />}
        isDisabled={!held}
        onAction={() => openDialog({ kind: 'sessions', profileId })}
      >
        {t('sessions:open')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Star />} onAction={act(toggleFavourite)}>
        {t(row.profile.favourite ? 'servers:unmarkFavourite' : 'servers:markFavourite')}
      </MenuItem>
      <MenuItem icon={<Pencil />} hint={shortcutLabel('edit')} onAction={act(editProfile)}>
        {t('servers:edit')}
      </MenuItem>
      <MenuItem
        icon={<CopyPlus />}
        hint={shortcutLabel('duplicate')}
        isDisabled={!canAddAccount}
        onAction={act(addAccount)}
      >
        {t('servers:duplicate')}
      </MenuItem>
      <MenuItem icon={<ScrollText />} onAction={() => openJournalOf(profileId)}>
        {t('journal:ofServer')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Trash />}
        destructive
        hint={shortcutLabel('remove')}
        isDisabled={isManaged}
        onAction={act(removeProfile)}
      >
        {t('servers:remove')}
      </MenuItem>
    </Menu>
  );
}

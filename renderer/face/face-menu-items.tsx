import ClipboardPaste from 'lucide-react/icons/clipboard-paste';
import ScanFace from 'lucide-react/icons/scan-face';
import TimerReset from 'lucide-react/icons/timer-reset';
import { mayShowFace } from '../../contract/sessions/face.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { isFaceOffered, isRenewable } from '../actions/preferred-login-method.ts';
import { logInByFace, pasteToken, renewByFace } from '../actions/session-actions.ts';
import { MenuItem } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';

/** The other ways to a session, as entries of a row's menu: a face, a new end, a token that is there already. */
export function FaceMenuItems({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id, address } = row.profile;
  const authType = row.server?.authType ?? null;
  const settled = hasToken(row.session) || row.session.phase === 'logged-out';
  // Where nobody knows how people log in, an address without HTTPS is reason enough to leave it out.
  const hasFace = isFaceOffered(authType) && (authType !== null || mayShowFace(address));
  return (
    <>
      {hasFace ? (
        <MenuItem icon={<ScanFace />} isDisabled={!settled} onAction={() => logInByFace(id)}>
          {t('face.logIn')}
        </MenuItem>
      ) : null}
      {isRenewable(row) ? (
        <MenuItem icon={<TimerReset />} isDisabled={!settled} onAction={() => renewByFace(id)}>
          {t('face.renew')}
        </MenuItem>
      ) : null}
      <MenuItem icon={<ClipboardPaste />} isDisabled={!settled} onAction={() => pasteToken(id)}>
        {t('pasted.open')}
      </MenuItem>
    </>
  );
}

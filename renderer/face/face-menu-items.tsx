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

/** The other login methods in a row's menu: face, renewal, pasted token. */
export function FaceMenuItems({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id, address } = row.profile;
  const authType = row.server?.authType ?? null;
  const settled = hasToken(row.session) || row.session.phase === 'logged-out';
  // If `AUTH_TYPE` is unknown and there is no HTTPS, a face log-in is not offered.
  const hasFace = isFaceOffered(authType) && (authType !== null || mayShowFace(address));
  return (
    <>
      {hasFace ? (
        <MenuItem icon={<ScanFace />} isDisabled={!settled} onAction={() => logInByFace(id)}>
          {t('login:face.logIn')}
        </MenuItem>
      ) : null}
      {isRenewable(row) ? (
        <MenuItem icon={<TimerReset />} isDisabled={!settled} onAction={() => renewByFace(id)}>
          {t('login:face.renew')}
        </MenuItem>
      ) : null}
      <MenuItem icon={<ClipboardPaste />} isDisabled={!settled} onAction={() => pasteToken(id)}>
        {t('login:pasted.open')}
      </MenuItem>
    </>
  );
}

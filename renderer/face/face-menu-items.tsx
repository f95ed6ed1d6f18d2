import ClipboardPaste from 'lucide-react/icons/clipboard-paste';
import ScanFace from 'lucide-react/icons/scan-face';
import TimerReset from 'lucide-react/icons/timer-reset';
import { mayShowFace } from '../../contract/sessions/face.ts';
import { isHeld } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { isFaceOffered, isRenewable } from '../actions/preferred-login-method.ts';
import { pasteToken, renewByFace, showFace } from '../actions/session-actions.ts';
import { MenuEntry } from '../components/overlays/menu.tsx';
import { useWords } from '../i18n/translate.ts';

/** The other ways to a session, as entries of a row's menu: a face, a new end, a token that is there already. */
export function FaceEntries({ row }: { readonly row: Row }) {
  const t = useWords();
  const { id, address } = row.profile;
  const authType = row.server?.authType ?? null;
  const settled = isHeld(row.session) || row.session.phase === 'logged-out';
  // Where nobody knows how people log in, an address without HTTPS is reason enough to leave it out.
  const hasFace = isFaceOffered(authType) && (authType !== null || mayShowFace(address));
  return (
    <>
      {hasFace ? (
        <MenuEntry icon={<ScanFace />} isDisabled={!settled} onAction={() => showFace(id)}>
          {t('face.logIn')}
        </MenuEntry>
      ) : null}
      {isRenewable(row) ? (
        <MenuEntry icon={<TimerReset />} isDisabled={!settled} onAction={() => renewByFace(id)}>
          {t('face.renew')}
        </MenuEntry>
      ) : null}
      <MenuEntry icon={<ClipboardPaste />} isDisabled={!settled} onAction={() => pasteToken(id)}>
        {t('pasted.open')}
      </MenuEntry>
    </>
  );
}

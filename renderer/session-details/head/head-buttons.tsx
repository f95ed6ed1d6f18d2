import ChevronDown from 'lucide-react/icons/chevron-down';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useRef } from 'react';
import { rowStatus } from '../../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../../contract/settings.ts';
import type { Row } from '../../../contract/state.ts';
import { useDetailsAsDrawer } from '../../actions/details-visibility.ts';
import { isRenewable } from '../../actions/preferred-login-method.ts';
import { RowActionButton } from '../../actions/row-action-button.tsx';
import { logIn, openInBrowser, openWebPage, renewByFace } from '../../actions/session-actions.ts';
import { Button, IconButton } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { nextAction } from '../../state/next-action.ts';
import { sideSubject } from '../../state/side-subject.ts';
import { openDialog, openMenuAt } from '../../state/view-state.ts';
import { useNow } from '../../time/clock.ts';
import styles from './head-buttons.module.css';

/** The buttons of a session: its next action, its menu, and what is done with it most often besides. */
export function HeadButtons({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id: profileId } = row.profile;
  const more = useRef<HTMLSpanElement>(null);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const status = rowStatus(row, useNow(), expiringMs);
  // Beside the list the selected row has the prominent button; a drawer covers it, a side window has none.
  const variant = useDetailsAsDrawer() || sideSubject !== null ? 'primary' : 'secondary';
  return (
    <div className={styles.buttons}>
      <div className={styles.line}>
        <RowActionButton profileId={profileId} status={status} variant={variant} />
        {nextAction(status) === 'copy' ? (
          <IconButton
            label={t('copying:open')}
            aria-haspopup="dialog"
            onPress={() => openDialog({ kind: 'copy-as', profileId })}
          >
            <ChevronDown />
          </IconButton>
        ) : null}
        <span ref={more} className={styles.more}>
          <IconButton
            label={t('servers:more')}
            aria-haspopup="menu"
            onPress={() => {
              const box = more.current?.getBoundingClientRect();
              if (box !== undefined) openMenuAt(profileId, box);
            }}
          >
            <Ellipsis />
          </IconButton>
        </span>
      </div>
      <div className={styles.line}>
        {nextAction(status) === 'copy' ? (
          <Button onPress={() => void openWebPage(profileId, 'interface')}>
            {t('servers:openWebInterface')}
          </Button>
        ) : (
          <Button onPress={() => void openInBrowser(profileId)}>{t('servers:openInBrowser')}</Button>
        )}
        {nextAction(status) === 'copy' ? (
          <Button onPress={() => logIn(profileId)}>{t('servers:logInAgain')}</Button>
        ) : null}
        {isRenewable(row) ? (
          <Button onPress={() => renewByFace(profileId)}>{t('login:face.renew')}</Button>
        ) : null}
      </div>
    </div>
  );
}

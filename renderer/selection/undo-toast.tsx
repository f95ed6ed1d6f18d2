import Pencil from 'lucide-react/icons/pencil';
import Trash from 'lucide-react/icons/trash-2';
import Undo from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import type { Translate } from '../../contract/texts.ts';
import { undoLast } from '../actions/many-actions.ts';
import { IconButton, PlainButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel } from '../keyboard/platform.ts';
import { setViewState, type UndoOffer } from '../state/view-state.ts';
import styles from './undo-toast.module.css';

const shownMs = 10_000;

/** What was just changed, with a button that undoes it; goes after ten seconds without pointer and focus. */
export function UndoToast({ offer }: { readonly offer: UndoOffer }) {
  const t = useTranslate();
  const [isHeld, setIsHeld] = useState(false);
  const shortcut = useShortcutLabel();
  const [isSaid, setIsSaid] = useState(false);
  // A screen reader announces what appears in a status, not a status that appears.
  useEffect(() => setIsSaid(true), []);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(close, shownMs);
    return () => clearTimeout(timer);
  }, [isHeld]);
  const more = describeSessions(t, offer);
  const Icon = offer.kind === 'removed' ? Trash : Pencil;
  return (
    <div className={styles.place}>
      <div role="status" className={styles.status}>
        {isSaid ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: only keeps it as long as it is looked at.
          <div
            className={styles.toast}
            onPointerEnter={() => setIsHeld(true)}
            onPointerLeave={() => setIsHeld(false)}
            onFocus={() => setIsHeld(true)}
            onBlur={() => setIsHeld(false)}
          >
            <Icon size={16} className={styles.icon} />
            <div className={styles.text}>
              <p className={styles.what}>{describeChange(t, offer)}</p>
              {more === null ? null : <p className={styles.more}>{more}</p>}
            </div>
            <PlainButton className={styles.undo} onPress={() => void undoLast()}>
              <Undo size={16} />
              <span>{t('window:undo.undo')}</span>
              <kbd>{shortcut('undo')}</kbd>
            </PlainButton>
            <IconButton label={t('window:dismiss')} onPress={close}>
              <X />
            </IconButton>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function close(): void {
  setViewState({ undoOffer: null });
}

function describeChange(t: Translate, { kind, count, name }: UndoOffer): string {
  if (kind !== 'removed') return t(`window:undo.changed.${kind}`, { count });
  return count === 1 ? t('window:undo.removed', { name }) : t('window:undo.removedMany', { count });
}

/** Where the sessions of removed servers stand: removing is not logging out. */
function describeSessions(t: Translate, { count, sessionsLeft }: UndoOffer): string | null {
  if (sessionsLeft === 0) return null;
  return count === 1 ? t('window:undo.sessionLeft') : t('window:undo.sessionsLeft', { count: sessionsLeft });
}

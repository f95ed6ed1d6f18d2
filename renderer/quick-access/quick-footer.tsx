import CornerDownLeft from 'lucide-react/icons/corner-down-left';
import type { ReactNode } from 'react';
import { bridge } from '../bridge.ts';
import { useTranslate } from '../i18n/translate.ts';
import styles from './quick-footer.module.css';

interface Props {
  /** What Enter does; null: nothing. */
  readonly enter: string | null;
  /** The ID of that text, which describes what has the focus. */
  readonly enterId?: string;
  /** Whether Enter is being held. */
  readonly isHeld?: boolean;
  /** What further keys do. */
  readonly children?: ReactNode;
}

/** The bottom of quick access: what its keys do. */
export function QuickFooter({ enter, enterId, isHeld = false, children }: Props) {
  const t = useTranslate();
  return (
    <footer className={styles.footer}>
      <EnterKey isHidden={enter === null} isHeld={isHeld} />
      <span id={enterId} className={styles.enter} title={enter ?? ''}>
        {enter}
      </span>
      {children}
      <FooterKey
        keys={['Esc']}
        label={t('quick-access:hide')}
        onPress={() => void bridge.hideQuickAccess()}
      />
    </footer>
  );
}

/** The sign for Enter. */
export function EnterKey({ isHidden = false, isHeld = false }: { isHidden?: boolean; isHeld?: boolean }) {
  return (
    <span className={styles.return} hidden={isHidden} data-held={isHeld || undefined} aria-hidden>
      <CornerDownLeft size={14} />
    </span>
  );
}

interface KeyProps {
  readonly keys: readonly string[];
  readonly label: string;
  readonly onPress: () => void;
}

/** A key and what it does; a click does it too. */
export function FooterKey({ keys, label, onPress }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.key}
      // The focus stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
      <span>{label}</span>
    </button>
  );
}

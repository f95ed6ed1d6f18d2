import Bell from 'lucide-react/icons/bell';
import { IconButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel, withShortcut } from '../keyboard/platform.ts';
import { useAppState } from '../state/app-state.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import styles from './reminders-bell.module.css';

/** Opens the reminders, and says how many there are. */
export function RemindersBell() {
  const t = useTranslate();
  const shortcut = useShortcutLabel();
  // How much there is to do is nobody's business in a presentation.
  const count = useAppState(({ reminders, settings }) => (settings.presentation ? 0 : reminders.due.length));
  const isOpen = useViewState((state) => state.remindersOpen);
  return (
    <span className={styles.bell} data-reminders>
      <IconButton
        label={count === 0 ? t('reminders:title') : t('reminders:count', { count })}
        hint={withShortcut(t('reminders:title'), shortcut('reminders'))}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setViewState({ remindersOpen: !isOpen })}
      >
        <Bell />
      </IconButton>
      {count === 0 ? null : (
        <span className={styles.count} aria-hidden>
          {count > mostShown ? `${mostShown}+` : count}
        </span>
      )}
    </span>
  );
}

const mostShown = 99;

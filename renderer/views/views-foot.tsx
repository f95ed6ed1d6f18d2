import { PlainButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel, withShortcut } from '../keyboard/platform.ts';
import { openScreen, useViewState } from '../state/view-state.ts';
import { places } from './places.ts';
import styles from './views-pane.module.css';

/** What shows all servers at once, below the views. */
export function ViewsFoot() {
  const t = useTranslate();
  const shortcut = useShortcutLabel();
  const shown = useViewState((state) => state.screen);
  return (
    <div className={styles.foot}>
      {places.map(({ screen, command, title, Icon }) => (
        <PlainButton
          key={screen}
          className={styles.view}
          tabIndex={-1}
          aria-current={screen === shown ? 'page' : undefined}
          title={withShortcut(t(title), shortcut(command))}
          onPress={() => openScreen(screen)}
        >
          <Icon size={16} />
          <span className={styles.name}>{t(title)}</span>
        </PlainButton>
      ))}
    </div>
  );
}

import Presentation from 'lucide-react/icons/presentation';
import { PlainButton } from '../components/buttons/button.tsx';
import styles from '../components/display/status-entry.module.css';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel, withShortcut } from '../keyboard/platform.ts';
import { turnPresentation } from './turn-presentation.ts';

/** Says that presentation mode is on, with a button that ends it. */
export function PresentationStatus() {
  const t = useTranslate();
  const shortcut = useShortcutLabel();
  return (
    <div className={styles.status} title={withShortcut(t('presentation:mode'), shortcut('presentation'))}>
      <span className={styles.words}>
        <Presentation size={16} aria-hidden />
        <span className={`${styles.text} ${styles.brief}`}>{t('presentation:mode')}</span>
      </span>
      <PlainButton className={styles.stop} aria-label={t('presentation:turnOff')} onPress={turnPresentation}>
        {t('presentation:end')}
      </PlainButton>
    </div>
  );
}

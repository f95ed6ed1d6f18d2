import { useTranslate } from '../i18n/translate.ts';
import styles from './about-dialog.module.css';

/** The license texts of everything bundled. */
export function LicensesTab({ text }: { readonly text: string }) {
  const t = useTranslate();
  return (
    <textarea
      readOnly
      lang="en"
      className={styles.licenses}
      aria-label={t('settings:about.licensesText')}
      value={text}
      spellCheck={false}
    />
  );
}

import { useEffect } from 'react';
import type { ReleaseNotes } from '../../contract/installation/about.ts';
import { bridge } from '../bridge.ts';
import { Section } from '../components/layout/section.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './about-dialog.module.css';

/** What has changed since the version that ran before; seen once it is shown. */
export function WhatsNewTab({ notes }: { readonly notes: readonly ReleaseNotes[] }) {
  const t = useTranslate();
  const isUnseen = useAppState((state) => state.updatedFrom !== null);
  const language = useAppState((state) => state.language);
  useEffect(() => {
    if (isUnseen) void bridge.dismissReleaseNotes();
  }, [isUnseen]);
  if (notes.length === 0) return <p>{t('settings:about.noNotes')}</p>;
  return (
    <>
      {/* The changelog is not translated. */}
      {language === 'en' ? null : <p className={styles.hint}>{t('settings:about.notesInEnglish')}</p>}
      <div lang="en" className={styles.notes}>
        {notes.map(({ version, groups }) => (
          <div key={version} className={styles.version}>
            <h3 className={styles.number}>{version}</h3>
            {groups.map(({ title, items }) => (
              <Section key={title} title={title}>
                <ul className={styles.items}>
                  {items.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              </Section>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

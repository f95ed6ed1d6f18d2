import type { Profile } from '../../../contract/profiles/profile.ts';
import { LinkButton } from '../../components/buttons/button.tsx';
import { Section } from '../../components/layout/section.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { openDialog } from '../../state/view-state.ts';
import styles from './facts.module.css';

/** What a person has noted about the server, as plain text: addresses in it are no links. */
export function Notes({ profile: { id: profileId, notes } }: { readonly profile: Profile }) {
  const t = useTranslate();
  if (notes === undefined) return null;
  const edit = () => openDialog({ kind: 'edit', profileId, start: 'notes' });
  return (
    <Section title={t('session:notes')} actions={<LinkButton onPress={edit}>{t('servers:edit')}</LinkButton>}>
      <p className={styles.notes}>{notes}</p>
    </Section>
  );
}

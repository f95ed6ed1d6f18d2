import { useState } from 'react';
import type { User } from '../../../contract/sessions/user.ts';
import type { Translate } from '../../../contract/texts.ts';
import { LinkButton } from '../../components/buttons/button.tsx';
import { Section } from '../../components/layout/section.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import styles from './permission-maps.module.css';

const initialEntries = 12;
/** The ID that stands for all groups or lists. */
const every = '-1';

/** The user's permissions for camera groups, watch lists and user groups. */
export function PermissionMaps({ user }: { readonly user: User }) {
  const t = useTranslate();
  return (
    <>
      <PermissionMap title={t('session:cameraGroups')} levels={user.cameraGroupPermissions} />
      <PermissionMap title={t('session:watchLists')} levels={user.watchListPermissions} />
      <PermissionMap title={t('session:userGroups')} levels={user.groupPermissions} />
    </>
  );
}

interface MapProps {
  readonly title: string;
  readonly levels: Readonly<Record<string, string>>;
}

function PermissionMap({ title, levels }: MapProps) {
  const t = useTranslate();
  const [all, setAll] = useState(false);
  const entries = Object.entries(levels).sort(([one], [other]) => Number(one) - Number(other));
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, initialEntries);
  return (
    <Section title={title} count={entries.length}>
      <ul className={styles.levels}>
        {shown.map(([id, level]) => (
          <li key={id}>
            <span className={styles.id}>{id === every ? t('rights:all') : id.replace('-', '−')}</span>{' '}
            {levelWords(t, level)}
          </li>
        ))}
      </ul>
      {shown.length < entries.length ? (
        <div>
          <LinkButton onPress={() => setAll(true)}>
            {t('session:more', { count: entries.length - shown.length })}
          </LinkButton>
        </div>
      ) : null}
    </Section>
  );
}

/** The word for a level that FindFace knows; else the server's. */
function levelWords(t: Translate, level: string): string {
  if (level === 'view') return t('rights:verbs.view');
  return level === 'edit' ? t('rights:verbs.change') : level;
}

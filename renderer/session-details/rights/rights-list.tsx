import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import type { User } from '../../../contract/sessions/user.ts';
import { IconButton, LinkButton } from '../../components/buttons/button.tsx';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { Section } from '../../components/layout/section.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { rightsBySubject } from './rights-by-subject.ts';
import styles from './rights-list.module.css';

const subjectsAtFirst = 3;

/** The user's rights in words, by subject: a few at first, all on demand, with a search. */
export function RightsList({ user }: { readonly user: User }) {
  const t = useTranslate();
  const rights = user.permissions;
  const [search, setSearch] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const wanted = useDeferredValue(search ?? '');
  const found = useMemo(() => rightsBySubject(t, rights, wanted), [t, rights, wanted]);
  const isLong = found.length > subjectsAtFirst;
  const shown = all || wanted !== '' ? found : found.slice(0, subjectsAtFirst);
  if (rights.length === 0)
    return (
      <Section title={t('session:rights')}>
        {/* Some servers list no rights for administrators. */}
        <p className={styles.none}>{t(user.isAdmin ? 'rights:every' : 'session:noRights')}</p>
      </Section>
    );
  return (
    <Section
      title={t('session:rights')}
      actions={
        <>
          <IconButton
            small
            label={t('session:findRight')}
            aria-expanded={search !== null}
            onPress={() => setSearch(search === null ? '' : null)}
          >
            <Search />
          </IconButton>
          {isLong && wanted === '' ? (
            <LinkButton aria-expanded={all} onPress={() => setAll(!all)}>
              {all ? t('session:fewer') : t('rights:showAll', { number: rights.length })}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {search === null ? null : (
        <input
          type="search"
          className={styles.search}
          aria-label={t('session:findRight')}
          placeholder={t('session:findRight')}
          value={search}
          // biome-ignore lint/a11y/noAutofocus: the button that shows the field is pressed to type into it.
          autoFocus
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (closes(event)) setSearch(null);
          }}
          spellCheck={false}
        />
      )}
      {shown.length === 0 ? (
        <p className={styles.none} role="status">
          {t('session:noRightFound', { search: wanted })}
        </p>
      ) : (
        <DescriptionList>
          {shown.map(({ subject, verbs, codes }) => (
            <DescriptionItem key={subject} term={subject} title={codes.join('\n')}>
              {verbs.join(', ')}
            </DescriptionItem>
          ))}
        </DescriptionList>
      )}
    </Section>
  );
}

/** Whether Esc was pressed, which closes the search and not the drawer around it; the focus goes to its button. */
function closes(event: KeyboardEvent<HTMLInputElement>): boolean {
  if (event.key !== 'Escape') return false;
  event.stopPropagation();
  event.currentTarget.closest('section')?.querySelector('button')?.focus();
  return true;
}

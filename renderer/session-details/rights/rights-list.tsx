import { useDeferredValue, useMemo, useState } from 'react';
import { Section } from '../../components/layout/section.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { normalize } from '../../search/normalize.ts';
import styles from './rights-list.module.css';

const initialRights = 5;
const maxFilteredRights = 100;

/** The user's rights: a few at first, all on demand, with a filter. */
export function RightsList({ rights }: { readonly rights: readonly string[] }) {
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(initialRights);
  const wanted = useDeferredValue(normalize(search));
  const found = useMemo(() => rights.filter((right) => normalize(right).includes(wanted)), [rights, wanted]);
  const shown = found.slice(0, wanted === '' ? limit : Math.max(limit, maxFilteredRights));
  const rest = found.length - shown.length;
  return (
    <Section title={t('session:rights')} count={rights.length}>
      {rights.length > initialRights ? (
        <input
          type="search"
          className={styles.search}
          aria-label={t('session:findRight')}
          placeholder={t('session:findRight')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          spellCheck={false}
        />
      ) : null}
      {shown.length === 0 ? (
        <p className={styles.none}>
          {rights.length === 0 ? t('session:noRights') : t('session:noRightFound', { search })}
        </p>
      ) : (
        <ul className={styles.rights}>
          {shown.map((right) => (
            <li key={right}>{right}</li>
          ))}
        </ul>
      )}
      <div>
        {rest > 0 ? (
          <button
            type="button"
            className={styles.more}
            onClick={() => setLimit(shown.length + maxFilteredRights)}
          >
            {t('session:more', { count: rest })}
          </button>
        ) : null}
        {limit > initialRights && wanted === '' ? (
          <button type="button" className={styles.more} onClick={() => setLimit(initialRights)}>
            {t('session:fewer')}
          </button>
        ) : null}
      </div>
    </Section>
  );
}

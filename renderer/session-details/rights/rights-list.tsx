import { useDeferredValue, useMemo, useState } from 'react';
import { Section } from '../../components/layout/section.tsx';
import { useWords } from '../../i18n/translate.ts';
import { normalise } from '../../search/normalize.ts';
import styles from './rights-list.module.css';

const firstRights = 5;
const moreRights = 100;

/** What the user may do on this server: a few at first, all on demand, and a way to find one. */
export function RightsList({ rights }: { readonly rights: readonly string[] }) {
  const t = useWords();
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(firstRights);
  const wanted = useDeferredValue(normalise(search));
  const found = useMemo(() => rights.filter((right) => normalise(right).includes(wanted)), [rights, wanted]);
  const shown = found.slice(0, wanted === '' ? limit : Math.max(limit, moreRights));
  const rest = found.length - shown.length;
  return (
    <Section title={t('details.rights')} count={rights.length}>
      {rights.length > firstRights ? (
        <input
          type="search"
          className={styles.search}
          aria-label={t('details.findRight')}
          placeholder={t('details.findRight')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          spellCheck={false}
        />
      ) : null}
      {shown.length === 0 ? (
        <p className={styles.none}>
          {rights.length === 0 ? t('details.noRights') : t('details.noRightFound', { search })}
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
          <button type="button" className={styles.more} onClick={() => setLimit(shown.length + moreRights)}>
            {t('details.more', { count: rest })}
          </button>
        ) : null}
        {limit > firstRights && wanted === '' ? (
          <button type="button" className={styles.more} onClick={() => setLimit(firstRights)}>
            {t('details.fewer')}
          </button>
        ) : null}
      </div>
    </Section>
  );
}

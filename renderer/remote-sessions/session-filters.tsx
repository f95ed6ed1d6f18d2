import { type SessionFilter, sessionStatuses } from '../../contract/sessions/remote-sessions.ts';
import type { SessionRights } from '../../contract/sessions/user.ts';
import { FilterField } from '../components/forms/filter-field.tsx';
import { Select } from '../components/forms/select.tsx';
import { useNarrowerThan } from '../components/hooks/use-media-query.ts';
import { Disclosure } from '../components/layout/disclosure.tsx';
import { useTranslate } from '../i18n/translate.ts';
import styles from './session/remote-sessions.module.css';
import { minWidthForColumns, type SessionView, sortKeys } from './session/session-list.ts';

interface Props {
  readonly filter: SessionFilter;
  readonly view: SessionView;
  readonly rights: SessionRights;
  /** Changes the filter, which queries the server again. */
  readonly change: (part: Partial<SessionFilter>) => void;
  /** Changes the view of the loaded sessions. */
  readonly look: (part: Partial<SessionView>) => void;
}

/** The filters and the order of sessions. */
export function SessionFilters(props: Props) {
  const t = useTranslate();
  const { view, look } = props;
  const isSmall = useNarrowerThan(minWidthForColumns);
  return (
    <div className={styles.filters}>
      <FilterField
        label={t('sessions:search')}
        value={view.search}
        onChange={(text) => look({ search: text })}
      />
      {isSmall ? (
        <Disclosure title={t('sessions:filters')}>
          <div className={styles.filters}>
            <Choices {...props} />
          </div>
        </Disclosure>
      ) : (
        <Choices {...props} />
      )}
    </div>
  );
}

function Choices({ filter, view, rights, change, look }: Props) {
  const t = useTranslate();
  return (
    <>
      {rights.view === 'all' ? (
        <Select
          label={t('sessions:whose')}
          value={filter.whose}
          options={[
            { value: 'mine', label: t('sessions:whoseMine') },
            { value: 'all', label: t('sessions:whoseAll') },
          ]}
          onChange={(whose) => change({ whose })}
        />
      ) : null}
      <Select
        label={t('sessions:state')}
        value={filter.status ?? 'any'}
        options={[
          { value: 'any', label: t('sessions:anyState') },
          ...sessionStatuses.map((value) => ({ value, label: t(`sessions:states.${value}`) })),
        ]}
        onChange={(status) => change({ status: status === 'any' ? null : status })}
      />
      <Select
        label={t('sessions:kind')}
        value={filter.activeOnly ? 'active' : 'all'}
        options={[
          { value: 'active', label: t('sessions:kindActive') },
          { value: 'all', label: t('sessions:kindAll') },
        ]}
        onChange={(kind) => change({ activeOnly: kind === 'active' })}
      />
      <Select
        label={t('sessions:app')}
        value={view.oursOnly ? 'ours' : 'any'}
        options={[
          { value: 'any', label: t('sessions:appAny') },
          { value: 'ours', label: t('sessions:appOurs') },
        ]}
        onChange={(app) => look({ oursOnly: app === 'ours' })}
      />
      <Select
        label={t('sessions:sort')}
        value={view.sort}
        options={sortKeys.map((value) => ({ value, label: t(`sessions:sorts.${value}`) }))}
        onChange={(sort) => look({ sort })}
      />
    </>
  );
}

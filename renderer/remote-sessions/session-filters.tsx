import { sessionStatuses } from '../../contract/sessions/remote-sessions.ts';
import type { SessionRights } from '../../contract/sessions/user.ts';
import { Select } from '../components/forms/select.tsx';
import { useTranslate } from '../i18n/translate.ts';
import styles from './session/remote-sessions.module.css';
import type { SessionList } from './use-session-list.ts';

interface Props {
  readonly list: SessionList;
  readonly rights: SessionRights;
}

/** The filters of sessions; all but the app are asked of the server. */
export function SessionFilters({ list, rights }: Props) {
  const t = useTranslate();
  const { filter, view, changeFilter, changeView } = list;
  return (
    <div className={styles.filters}>
      {rights.view === 'all' ? (
        <Select
          label={t('sessions:whose')}
          value={filter.whose}
          options={[
            { value: 'mine', label: t('sessions:whoseMine') },
            { value: 'all', label: t('sessions:whoseAll') },
          ]}
          onChange={(whose) => changeFilter({ whose })}
        />
      ) : null}
      <Select
        label={t('sessions:state')}
        value={filter.status ?? 'any'}
        options={[
          { value: 'any', label: t('sessions:anyState') },
          ...sessionStatuses.map((value) => ({ value, label: t(`sessions:states.${value}`) })),
        ]}
        onChange={(status) => changeFilter({ status: status === 'any' ? null : status })}
      />
      <Select
        label={t('sessions:kind')}
        value={filter.activeOnly ? 'active' : 'all'}
        options={[
          { value: 'active', label: t('sessions:kindActive') },
          { value: 'all', label: t('sessions:kindAll') },
        ]}
        onChange={(kind) => changeFilter({ activeOnly: kind === 'active' })}
      />
      <Select
        label={t('sessions:app')}
        value={view.oursOnly ? 'ours' : 'any'}
        options={[
          { value: 'any', label: t('sessions:appAny') },
          { value: 'ours', label: t('sessions:appOurs') },
        ]}
        onChange={(app) => changeView({ oursOnly: app === 'ours' })}
      />
    </div>
  );
}

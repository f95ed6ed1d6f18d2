import ListFilter from 'lucide-react/icons/list-filter';
import PictureInPicture from 'lucide-react/icons/picture-in-picture-2';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useState } from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { SessionRights } from '../../contract/sessions/user.ts';
import { openSessionsWindow } from '../actions/open-side-window.ts';
import { Button, IconButton } from '../components/buttons/button.tsx';
import { FilterField } from '../components/forms/filter-field.tsx';
import { useTranslate } from '../i18n/translate.ts';
import styles from './session/remote-sessions.module.css';
import { SessionFilters } from './session-filters.tsx';
import { countFilters, type SessionList } from './use-session-list.ts';

interface Props {
  readonly list: SessionList;
  readonly rights: SessionRights;
  /** The server whose sessions can be opened in a window; null: they are in one. */
  readonly windowOf: ProfileId | null;
}

/** The search, the button that shows the filters and tells how many are set, a reload, and a window of their own. */
export function SessionToolbar({ list, rights, windowOf }: Props) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const { view, filter, changeView, busy, reload } = list;
  const number = countFilters(filter, view);
  return (
    <>
      <div className={styles.toolbar}>
        <FilterField
          label={t('sessions:search')}
          value={view.search}
          onChange={(search) => changeView({ search })}
        />
        <Button icon={<ListFilter />} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {number === 0 ? t('sessions:filters') : t('sessions:filtersSet', { number })}
        </Button>
        <span className={styles.asides}>
          <IconButton label={t('sessions:reload')} isPending={busy} onPress={reload}>
            <RefreshCw />
          </IconButton>
          {windowOf === null ? null : (
            <IconButton
              label={t('commands:titles.detailsWindow')}
              onPress={() => void openSessionsWindow(windowOf)}
            >
              <PictureInPicture />
            </IconButton>
          )}
        </span>
      </div>
      {isOpen ? <SessionFilters list={list} rights={rights} /> : null}
    </>
  );
}

import EyeOff from 'lucide-react/icons/eye-off';
import SearchX from 'lucide-react/icons/search-x';
import type { ReactNode } from 'react';
import { countHidden } from '../../contract/list/views.ts';
import type { View } from '../../contract/list-outline.ts';
import { searchAllViews } from '../actions/profile-actions.ts';
import { Button } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { focusSearch } from '../keyboard/panes.ts';
import { isMac } from '../keyboard/platform.ts';
import { formatShortcut } from '../keyboard/shortcuts.ts';
import { useOutsideMatchCount } from '../list/list-order.ts';
import { findRows } from '../search/results.ts';
import { useAppState } from '../state/app-state.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { ViewIcon } from '../views/view-icon.tsx';
import { useViewName } from '../views/view-name.ts';
import styles from './empty-list.module.css';

/** Why the list is empty, and what to do. */
export function EmptyList() {
  const { search, view } = useViewState();
  if (search.trim() !== '') return <NothingFound search={search} view={view} />;
  return <EmptyView view={view} />;
}

function NothingFound({ search, view }: { readonly search: string; readonly view: View }) {
  const t = useTranslate();
  const name = useViewName(view);
  const count = useOutsideMatchCount();
  const rows = useAppState((state) => state.rows);
  const isPresenting = useAppState(({ settings }) => settings.presentation);
  const hidden = rows.filter(({ profile }) => profile.hidden);
  const hiddenCount = view === 'hidden' || count > 0 ? 0 : findRows(hidden, search).length;
  if (count > 0) {
    return (
      <Message
        icon={<SearchX size={28} />}
        title={t('servers:empty.nothingInView', { view: name })}
        text={t('servers:empty.outside', { count, search })}
      >
        <Button variant="primary" onPress={searchAllViews}>
          {t('window:enter.searchAll', { count })}
        </Button>
      </Message>
    );
  }
  if (hiddenCount > 0) {
    return (
      <Message
        icon={<SearchX size={28} />}
        title={t('servers:empty.nothingFound', { search })}
        text={t('servers:empty.hiddenMatches', { count: hiddenCount })}
      >
        <ShowHidden />
      </Message>
    );
  }
  return (
    <Message
      icon={<SearchX size={28} />}
      title={t('servers:empty.nothingFound', { search })}
      text={t(isPresenting ? 'servers:empty.nothingShown' : 'servers:empty.nothingFoundText')}
    >
      <Button
        onPress={() => {
          setViewState({ search: '' });
          focusSearch();
        }}
      >
        {t('window:clearSearch')}
      </Button>
    </Message>
  );
}

function EmptyView({ view }: { readonly view: View }) {
  const t = useTranslate();
  const count = useAppState((state) => state.settings.expiringDays);
  const others = useAppState(({ rows }) => countHidden(rows, false));
  const name = useViewName(view);
  const icon = <ViewIcon view={view} />;
  switch (view) {
    case 'all':
      return (
        <Message icon={<EyeOff size={28} />} title={t('servers:empty.allHidden')}>
          <ShowHidden />
        </Message>
      );
    case 'hidden':
      return <Message icon={icon} title={t('servers:empty.hidden')} text={t('servers:empty.hiddenText')} />;
    case 'expiring':
      return <Message icon={icon} title={t('servers:empty.expiring', { count })} />;
    case 'problems':
      return (
        <Message icon={icon} title={t('servers:empty.problems')} text={t('servers:empty.problemsText')} />
      );
    case 'logged-out':
      return (
        <Message icon={icon} title={t('servers:empty.loggedOut')} text={t('servers:empty.loggedOutText')} />
      );
    case 'favourites': {
      const keys = `${formatShortcut('Mod+1', isMac)}…9`;
      return (
        <Message
          icon={icon}
          title={t('servers:empty.favourites')}
          text={t('servers:empty.favouritesText', { keys })}
        />
      );
    }
    case 'recent':
      return <Message icon={icon} title={t('servers:empty.recent')} text={t('servers:empty.recentText')} />;
    default:
      return (
        <Message icon={icon} title={t('servers:empty.filtered', { count: others, view: name })}>
          <Button onPress={() => setViewState({ view: 'all' })}>{t('servers:empty.showAll')}</Button>
        </Message>
      );
  }
}

function ShowHidden() {
  const t = useTranslate();
  return <Button onPress={() => setViewState({ view: 'hidden' })}>{t('servers:empty.showHidden')}</Button>;
}

interface MessageProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

function Message({ icon, title, text, children }: MessageProps) {
  return (
    <div className={styles.message}>
      <div className={styles.icon}>{icon}</div>
      <p className={styles.title}>{title}</p>
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
      {children}
    </div>
  );
}

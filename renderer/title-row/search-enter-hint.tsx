import type { ReactNode } from 'react';
import { formatInForce } from '../../contract/core/copy-format.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { rowAction } from '../actions/row-action.ts';
import { formatTitle } from '../i18n/format-names.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useOutsideMatchCount } from '../list/list-order.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import type { NextAction } from '../state/next-action.ts';
import { useViewState } from '../state/view-state.ts';
import { useTimeSelector } from '../time/clock.ts';
import styles from './search-enter-hint.module.css';

/** The ID of the description of the search field. */
export const enterId = 'search-enter';

/** Says what Enter does in the search field; nothing if it does nothing. */
export function SearchEnterHint() {
  const selectedId = useViewState((state) => state.selectedId);
  const isSearching = useViewState((state) => state.search !== '');
  const isShown = useViewState((state) => state.screen === 'servers');
  return (
    // Screen readers announce it with the field, and when typing changes it.
    <span id={enterId} className={styles.enter} data-enter aria-live={isSearching ? 'polite' : 'off'}>
      {!isShown ? null : selectedId === null ? <SearchAll /> : <RowAction profileId={selectedId} />}
    </span>
  );
}

function SearchAll() {
  const t = useTranslate();
  const count = useOutsideMatchCount();
  const action = t('window:enter.searchAll', { count });
  return count === 0 ? null : <Shown heard={action} long={action} short={null} />;
}

function RowAction({ profileId }: { readonly profileId: ProfileId }) {
  const t = useTranslate();
  const row = useRow(profileId);
  const templates = useAppState((state) => state.templates);
  const action = useTimeSelector<NextAction | null>(() => rowAction(profileId));
  if (row === undefined || action === null || action === 'wait') return null;
  const { name, userName } = row.profile;
  const copyFormat = formatInForce(row.profile.copyFormat, templates);
  const isOther = action === 'copy' && copyFormat !== 'header';
  const describe = (server: string): string =>
    isOther
      ? t('copying:inOf', { format: formatTitle(t, copyFormat, templates), server })
      : t(`window:enter.${action}`, { server });
  const [before = '', after = ''] = describe(gap).split(gap);
  return (
    <Shown
      heard={describe(`${name}, ${userName}`)}
      long={
        <>
          <span>{before}</span>
          <b className={styles.name}>{name}</b>
          <span className={styles.user}>, {userName}</span>
          <span>{after}</span>
        </>
      }
      short={isOther ? t('copying:copy') : t(`window:enter.short.${action}`)}
    />
  );
}

/** A placeholder for a name, which is styled separately. */
const gap = '\u0000';

interface ShownProps {
  readonly heard: string;
  readonly long: ReactNode;
  readonly short: string | null;
}

function Shown({ heard, long, short }: ShownProps) {
  const t = useTranslate();
  return (
    <>
      <span className="unseen">{t('window:enter.described', { action: heard })}</span>
      <span className={styles.seen} aria-hidden title={heard}>
        <kbd className={styles.key}>{t('window:enter.key')}</kbd>
        <span className={styles.long}>{long}</span>
        {short === null ? null : <span className={styles.short}>{short}</span>}
      </span>
    </>
  );
}

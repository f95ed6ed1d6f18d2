import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent } from 'react';
import { searchAllViews } from '../actions/profile-actions.ts';
import { performRowAction } from '../actions/row-action.ts';
import { useTranslate } from '../i18n/translate.ts';
import { focusList, focusSearch } from '../keyboard/panes.ts';
import { useShortcutLabel } from '../keyboard/platform.ts';
import { outsideMatchCount } from '../list/list-order.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { enterId, SearchEnterHint } from './search-enter-hint.tsx';
import styles from './search-field.module.css';

/**
 * The search field, which has the initial focus: Enter presses the button of the best match, arrow down goes to the
 * list.
 */
export function SearchField() {
  const t = useTranslate();
  const search = useViewState((state) => state.search);
  const shortcut = useShortcutLabel()('search');
  return (
    <search className={styles.field}>
      <Search size={16} className={styles.glass} />
      <div className={styles.typing}>
        <input
          type="search"
          autoComplete="off"
          spellCheck={false}
          className={styles.input}
          aria-label={t('window:search')}
          aria-describedby={enterId}
          placeholder={t('window:search')}
          value={search}
          onChange={(event) => setViewState({ search: event.target.value, screen: 'servers' })}
          onKeyDown={onKeyDown}
        />
        {search === '' ? (
          <span className={styles.hint} aria-hidden>
            <span>{t('window:search')}</span>
            {shortcut === '' ? null : <kbd>{shortcut}</kbd>}
          </span>
        ) : null}
      </div>
      <SearchEnterHint />
      {search === '' ? null : (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('window:clearSearch')}
          onClick={() => {
            setViewState({ search: '' });
            focusSearch();
          }}
        >
          <X size={14} />
        </button>
      )}
    </search>
  );
}

function onKeyDown(event: KeyboardEvent): void {
  // An input method uses Enter and the arrows itself.
  if (event.nativeEvent.isComposing) return;
  const { selectedId } = useViewState.getState();
  if (event.key === 'Enter') {
    // A held key must not act on the result of its first press.
    if (!event.repeat) enter(selectedId);
  } else if (event.key === 'ArrowDown') {
    setViewState({ screen: 'servers' });
    focusList();
  } else return;
  event.preventDefault();
}

function enter(selectedId: ReturnType<typeof useViewState.getState>['selectedId']): void {
  // Whatever it does has to be seen first.
  if (useViewState.getState().screen !== 'servers') setViewState({ screen: 'servers' });
  else if (selectedId !== null) performRowAction(selectedId);
  else if (outsideMatchCount() > 0) searchAllViews();
}

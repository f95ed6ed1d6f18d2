import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent } from 'react';
import { copyHeader } from '../handoff/copy-header.ts';
import { focusList, focusSearch } from '../keyboard/panes.ts';
import { hintOf } from '../keyboard/platform.ts';
import { show, useViewState } from '../state/view-state.ts';
import { useWords } from '../words.ts';
import styles from './search-field.module.css';

/** Where the focus starts: type to find a server, Enter copies its header, the down arrow goes to the list. */
export function SearchField() {
  const t = useWords();
  const search = useViewState((state) => state.search);
  return (
    <search className={styles.field}>
      <Search size={16} className={styles.glass} />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        className={styles.input}
        aria-label={t('window.search')}
        placeholder={t('window.search')}
        value={search}
        onChange={(event) => show({ search: event.target.value })}
        onKeyDown={onKeyDown}
      />
      {search === '' ? (
        <kbd className={styles.hint}>{hintOf('search')}</kbd>
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('window.clearSearch')}
          onClick={() => {
            show({ search: '' });
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
  const { selectedId } = useViewState.getState();
  if (event.key === 'Enter' && selectedId !== null) void copyHeader(selectedId);
  else if (event.key === 'ArrowDown') focusList();
  else return;
  event.preventDefault();
}

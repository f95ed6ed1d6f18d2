import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useLayoutEffect, useState } from 'react';
import type { Translate } from '../../contract/texts.ts';
import { Dialog, DialogTitle } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { movedBy } from '../list/moved-by.ts';
import { tickedRows } from '../list/tick-rows.ts';
import { getRow, useAppState } from '../state/app-state.ts';
import { closeDialog, useViewState } from '../state/view-state.ts';
import styles from './palette-dialog.module.css';
import { findSections, type PaletteQuery, type PaletteSection, type PaletteTarget } from './palette-items.ts';
import { PaletteList } from './palette-list.tsx';
import { runItem, whyNotItem } from './run-item.ts';

/** What was found for a query; it stays until the next key, so that no entry moves under a finger that presses Enter. */
interface Found {
  readonly query: PaletteQuery;
  readonly sections: readonly PaletteSection[];
  readonly targets: readonly PaletteTarget[];
  readonly active: number;
}

function find(t: Translate, query: PaletteQuery): Found {
  const state = useAppState.getState();
  const { selectedId } = useViewState.getState();
  const sections = findSections(query, { t, state, selectedId, ticked: tickedRows(), now: Date.now() });
  const targets = sections.flatMap(({ items }) => items.map(({ target }) => target));
  const first = targets.findIndex((target) => whyNotItem(target, state.managed) === null);
  return { query, sections, targets, active: Math.max(0, first) };
}

const listId = 'palette-list';
const optionId = (index: number) => `palette-${index}`;

/** The palette: finds servers, commands, settings and views, and runs what is chosen. */
export function PaletteDialog() {
  const t = useTranslate();
  const [found, setFound] = useState(() => find(t, { text: '', of: null }));
  const { query, sections, targets, active } = found;
  const own = query.of === null ? undefined : getRow(query.of)?.profile;
  const search = (next: PaletteQuery) => setFound(find(t, next));
  const moveTo = (index: number) => setFound({ ...found, active: index });

  useLayoutEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const run = (target: PaletteTarget) => {
    if (whyNotItem(target, useAppState.getState().managed) === null) runItem(target);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const target = targets[active];
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) moveTo(movedBy(active, step, targets.length));
    else if (event.key === 'Enter') {
      // A held key must not act on the result of its first press.
      if (target !== undefined && !event.repeat) run(target);
    } else if (event.key === 'Tab') {
      if (target !== undefined && 'profileId' in target) search({ text: '', of: target.profileId });
    } else if (event.key === 'Backspace' && query.text === '' && query.of !== null)
      search({ text: '', of: null });
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={t('commands:title')} titled={false} onClose={closeDialog} dismissable width="large">
      <div className="unseen">
        <DialogTitle />
      </div>
      <div className={styles.search}>
        <Search size={16} className={styles.glass} />
        {own === undefined ? null : (
          <span className={styles.own}>
            {own.name}, {own.userName}
          </span>
        )}
        <input
          autoFocus
          data-autofocus
          type="search"
          autoComplete="off"
          spellCheck={false}
          className={styles.input}
          aria-label={t('commands:search')}
          placeholder={t(own === undefined ? 'commands:search' : 'commands:searchOf')}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={targets.length > 0}
          aria-controls={listId}
          aria-activedescendant={targets.length === 0 ? undefined : optionId(active)}
          value={query.text}
          onChange={(event) => search({ ...query, text: event.target.value })}
          onKeyDown={onKeyDown}
        />
      </div>
      {targets.length === 0 ? (
        <p className={styles.nothing} role="status">
          {t('commands:nothing')}
        </p>
      ) : (
        <PaletteList
          id={listId}
          optionId={optionId}
          sections={sections}
          active={active}
          search={query.of === null ? query.text : ''}
          onMove={moveTo}
          onRun={run}
        />
      )}
      <p className={styles.hint}>{t(own === undefined ? 'commands:hint' : 'commands:hintOf')}</p>
    </Dialog>
  );
}

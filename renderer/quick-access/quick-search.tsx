import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { maxQuickSearch } from '../../contract/sessions/quick-access.ts';
import { rowStatus } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { bridge } from '../bridge.ts';
import { useTranslate } from '../i18n/translate.ts';
import { movedBy } from '../list/moved-by.ts';
import { findRows } from '../search/results.ts';
import { getRow, useAppState, useRow } from '../state/app-state.ts';
import { updateClock } from '../time/clock.ts';
import { actionSentence } from './actions/action-title.ts';
import { mainAction, mustBeHeld, type QuickAction } from './actions/quick-action.ts';
import { runAction } from './actions/run-action.ts';
import { useHold } from './actions/use-hold.ts';
import { findServers } from './find-servers.ts';
import styles from './quick-access.module.css';
import { FooterKey, QuickFooter } from './quick-footer.tsx';
import { QuickFormats } from './quick-formats.tsx';
import { optionId, QuickList } from './quick-list.tsx';
import { QuickProblem } from './quick-problem.tsx';

/** What was found for a search; it stays until the next key, so that no row moves under a finger that presses Enter. */
interface Found {
  readonly search: string;
  readonly ids: readonly ProfileId[];
  readonly active: number;
}

function find(search: string): Found {
  const { rows, settings } = useAppState.getState();
  return { search, ids: findServers(rows, search, settings.sortOrder, findRows), active: 0 };
}

const listId = 'quick-servers';
const enterId = 'quick-enter';

/** Finds a server by what is typed; Enter does what its row says. */
export function QuickSearch() {
  const t = useTranslate();
  const [found, setFound] = useState(() => find(''));
  const [formatsOf, setFormatsOf] = useState<ProfileId | null>(null);
  const [problem, setProblem] = useState<{ readonly of: ProfileId; readonly problem: Problem } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isBusy = useRef(false);
  const hold = useHold();
  const { search, ids, active } = found;
  const activeId = ids[active] ?? null;
  const row = useRow(activeId);
  const templates = useAppState((state) => state.templates);
  const state = useAppState((now) => now.settings);
  const isEmpty = useAppState((now) => now.rows.length === 0);

  const change = (next: Found): void => {
    hold.end();
    setProblem(null);
    setFound(next);
  };
  const type = (text: string): void => {
    change(find(text));
    void bridge.keepQuickSearch({ search: text });
  };
  const run = async (profileId: ProfileId, action: QuickAction): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setProblem(null);
    const result = await runAction(profileId, action);
    isBusy.current = false;
    if (!result.ok && result.problem.code !== 'cancelled')
      setProblem({ of: profileId, problem: result.problem });
  };
  /** Runs it, or starts to wait until the press was long enough. */
  const press = (profileId: ProfileId, action: QuickAction): void => {
    const pressed = getRow(profileId);
    if (pressed === undefined) return;
    if (mustBeHeld(action, pressed, useAppState.getState())) hold.begin(() => void run(profileId, action));
    else void run(profileId, action);
  };

  useFreshStart({
    begin: () => {
      setFormatsOf(null);
      change(find(''));
      field.current?.focus();
    },
    recall: (text) => {
      if (text !== '') change(find(text));
    },
  });

  if (formatsOf !== null)
    return (
      <QuickFormats
        profileId={formatsOf}
        problem={problem?.of === formatsOf ? problem.problem : null}
        hold={hold}
        onPress={(action) => press(formatsOf, action)}
        onBack={() => {
          hold.end();
          setProblem(null);
          setFormatsOf(null);
        }}
      />
    );

  const status = row === undefined ? null : rowStatus(row, Date.now(), expiringSpanMs(state));
  const action = status === null ? null : mainAction(status);
  const isGuarded = row !== undefined && action !== null && mustBeHeld(action, row, useAppState.getState());

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
    const step = steps[event.key];
    if (step !== undefined) change({ ...found, active: movedBy(active, step, ids.length) });
    else if (event.key === 'Enter') {
      // A held key must not act on the result of its first press.
      if (!event.repeat && activeId !== null && action !== null) press(activeId, action);
    } else if (event.key === 'Tab') {
      if (!event.shiftKey && activeId !== null) {
        setProblem(null);
        setFormatsOf(activeId);
      }
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <search className={styles.search}>
        <Search size={18} className={styles.glass} />
        <input
          ref={field}
          // biome-ignore lint/a11y/noAutofocus: the window is there to type.
          autoFocus
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={maxQuickSearch}
          className={styles.input}
          aria-label={t('quick-access:search')}
          placeholder={t('quick-access:search')}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={ids.length > 0}
          aria-controls={listId}
          aria-activedescendant={activeId === null ? undefined : optionId(activeId)}
          aria-describedby={enterId}
          value={search}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => {
            if (event.key === 'Enter') hold.end();
          }}
        />
        <span className={styles.count} role="status">
          {isEmpty ? '' : t('quick-access:count', { count: ids.length })}
        </span>
      </search>
      {ids.length === 0 ? (
        <p className={styles.nothing}>{t(isEmpty ? 'quick-access:noServers' : 'quick-access:nothing')}</p>
      ) : (
        <QuickList
          id={listId}
          ids={ids}
          active={active}
          search={search}
          onMove={(index) => change({ ...found, active: index })}
          onPress={press}
          onRelease={hold.end}
        />
      )}
      {problem === null ? null : <QuickProblem {...problem} />}
      <QuickFooter
        enter={
          row === undefined || action === null
            ? null
            : isGuarded
              ? t('quick-access:hold', { action: actionSentence(t, action, row, templates) })
              : actionSentence(t, action, row, templates)
        }
        enterId={enterId}
        isHeld={hold.isHeld}
      >
        {activeId === null ? null : (
          <FooterKey
            keys={['Tab']}
            label={t('quick-access:formats')}
            onPress={() => setFormatsOf(activeId)}
          />
        )}
      </QuickFooter>
    </>
  );
}

/** Begins anew whenever the window is shown, and goes on with what was typed after it was unlocked. */
function useFreshStart(now: { readonly begin: () => void; readonly recall: (search: string) => void }): void {
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => {
    const look = (): void => {
      if (document.hidden) void bridge.keepQuickSearch({ search: '' });
      else updateClock();
      // When it is hidden, so that what was there is not seen for a moment when it is shown again.
      latest.current.begin();
    };
    document.addEventListener('visibilitychange', look);
    void bridge.recallQuickSearch().then((kept) => {
      if (kept.ok) latest.current.recall(kept.value.search);
    });
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
}

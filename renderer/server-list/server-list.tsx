import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useMemo,
  useRef,
} from 'react';
import { Collection } from 'react-aria-components/Collection';
import { GridList, GridListItem, GridListLoadMoreItem } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { openDetails } from '../actions/details-visibility.ts';
import { rowLabel } from '../i18n/format-status.ts';
import { useTranslate } from '../i18n/translate.ts';
import { focusRow, profileIdAt } from '../list/focus-row.ts';
import { type ListItem, useListItems } from '../list/list-items.ts';
import { shownIds } from '../list/list-order.ts';
import { rowHeights, useScrollToSelection } from '../list/scroll-to-row.ts';
import { movesToSelection } from '../list/target-row.ts';
import { ErrorBoundary } from '../problems/error-boundary.tsx';
import { getRow, useAppState } from '../state/app-state.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { useTimeSelector } from '../time/clock.ts';
import { EmptyList } from './empty-list.tsx';
import styles from './server-list.module.css';
import { ServerRow } from './server-row.tsx';

/** The list of servers, a virtualized grid. */
export function ServerList() {
  const t = useTranslate();
  const { items, loadMore } = useListItems();
  const density = useAppState((state) => state.settings.density);
  const selectedId = useViewState((state) => state.selectedId);
  const end = useRef<HTMLSpanElement>(null);
  useScrollToSelection(items);
  const layoutOptions = useMemo(() => ({ rowSize: rowHeights[density], loaderSize: 1 }), [density]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid inside is what a person acts on.
    <div
      className={styles.frame}
      data-pane="list"
      data-density={density}
      onContextMenu={openMenu}
      onPointerDownCapture={onPointerDown}
      onClickCapture={select}
      onFocus={followFocus}
      onKeyDownCapture={(event) => leaveByTab(event, end.current)}
      onDoubleClick={onDoubleClick}
    >
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          id="servers"
          aria-label={t('servers:label')}
          className={styles.list ?? ''}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          escapeKeyBehavior="none"
          renderEmptyState={() => <EmptyList />}
          selectedKeys={selectedId === null ? [] : [selectedId]}
          onSelectionChange={(keys) => {
            const [first] = keys === 'all' ? [] : [...keys];
            if (first !== undefined) setViewState({ selectedId: first as ProfileId });
          }}
        >
          <Collection items={items}>{(item) => <ServerItem id={item.id} />}</Collection>
          {loadMore === null ? null : <GridListLoadMoreItem onLoadMore={loadMore} />}
        </GridList>
      </Virtualizer>
      <span ref={end} tabIndex={-1} />
    </div>
  );
}

function ServerItem({ id }: ListItem) {
  const row = useAppState(() => getRow(id));
  const name = row?.profile.name ?? '';
  return (
    <ErrorBoundary resetKey={row} fallback={<NamedItem id={id} name={name} />}>
      <FullItem id={id} />
    </ErrorBoundary>
  );
}

function FullItem({ id }: ListItem) {
  return <NamedItem id={id} name={useRowName(id)} />;
}

function NamedItem({ id, name }: ListItem & { readonly name: string }) {
  return (
    <GridListItem id={id} textValue={name} className={styles.row ?? ''}>
      <ServerRow profileId={id} />
    </GridListItem>
  );
}

function useRowName(id: ProfileId): string {
  const t = useTranslate();
  // Computed again when the row, the language or the time changes.
  const row = useAppState(() => getRow(id));
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  return useTimeSelector((now) => (row === undefined ? '' : rowLabel(t, row, { now, language, expiringMs })));
}

function onPointerDown(event: PointerEvent): void {
  // When it gets the focus, the list restores its scroll position; without this event that may be an outdated one.
  document.getElementById('servers')?.dispatchEvent(new Event('scroll'));
  // A touch may be the start of scrolling; its click selects.
  if (event.pointerType !== 'touch') select(event);
}

// Any press in a row selects it first, so that actions apply to it.
function select({ target }: { readonly target: EventTarget | null }): void {
  const profileId = profileIdAt(target);
  if (profileId !== null) setViewState({ selectedId: profileId, pendingFocusId: null });
}

// The grid's own Tab handling focuses its last rendered row, which would select it. From the end of the list the
// browser continues with the next element.
function leaveByTab(event: KeyboardEvent, end: HTMLElement | null): void {
  if (event.key !== 'Tab' || event.shiftKey) return;
  event.stopPropagation();
  end?.focus({ preventScroll: true });
}

// In the bubbling phase, after the list has recorded the row.
function followFocus({ target, relatedTarget, currentTarget }: FocusEvent): void {
  const entered = profileIdAt(target);
  const { selectedId: selected } = useViewState.getState();
  if (entered === null || entered === selected) return;
  const fromList = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
  if (selected !== null && movesToSelection(entered, fromList, selected, shownIds())) focusRow(selected);
  else setViewState({ selectedId: entered });
}

function onDoubleClick({ target }: MouseEvent): void {
  const isOnButton = target instanceof Element && target.closest('button') !== null;
  if (!isOnButton && profileIdAt(target) !== null) openDetails();
}

function openMenu(event: MouseEvent): void {
  const profileId = profileIdAt(event.target);
  if (profileId === null) return;
  event.preventDefault();
  const { clientX: x, clientY: y } = event;
  setViewState({ selectedId: profileId, menu: { profileId, x, y, align: 'start' } });
}

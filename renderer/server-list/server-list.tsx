// biome-ignore-all lint/a11y/useSemanticElements: table rows cannot be positioned individually.
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows are focusable, not the grid or its cells.
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useRef,
} from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { openDetails } from '../actions/details-visibility.ts';
import { toggleFavourite } from '../actions/profile-actions.ts';
import { useAfterFirstPaint } from '../components/hooks/use-lifecycle.ts';
import { useViewport } from '../components/hooks/use-viewport.ts';
import { rowLabel } from '../i18n/format-status.ts';
import { useTranslate } from '../i18n/translate.ts';
import { focusRow, moveInRow, profileIdAt } from '../list/focus-row.ts';
import { shownIds, useShownCount, useShownGroups, useShownIds } from '../list/list-order.ts';
import { heightOf, topOf, visibleRows } from '../list/row-places.ts';
import { rowIndexes } from '../list/row-range.ts';
import { rowHeights, useScrollToSelection } from '../list/scroll-to-row.ts';
import { movesToSelection } from '../list/target-row.ts';
import { tickUpTo, toggleTick } from '../list/tick-rows.ts';
import { ErrorBoundary } from '../problems/error-boundary.tsx';
import { useAppState, useRow } from '../state/app-state.ts';
import { openMenuAt, setViewState, useViewState } from '../state/view-state.ts';
import { useTimeSelector } from '../time/clock.ts';
import { beginDrag } from './begin-drag.ts';
import type { Columns } from './columns/columns.ts';
import { useListColumns, useMeasuredWidth } from './columns/use-list-columns.ts';
import { EmptyList } from './empty-list.tsx';
import { GroupedRows } from './grouped-rows.tsx';
import type { RowCommand } from './row-buttons.tsx';
import styles from './server-list.module.css';
import { NameOnly, RowCells } from './server-row.tsx';

/** Height of title row, list header and status bar, in pixels. */
const shellHeight = 114;
/** The rows beside those in view, in either direction. */
const overscan = 10;

/** The list of servers, a virtualized grid. */
export function ServerList() {
  const t = useTranslate();
  const ids = useShownIds();
  const count = useShownCount();
  const density = useAppState((state) => state.settings.density);
  const selectedId = useViewState((state) => state.selectedId);
  const ticked = useViewState((state) => state.ticks.ids);
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const columns = useListColumns();
  useMeasuredWidth(frame);
  const height = rowHeights[density];
  const places = { rowHeight: height, count, groups: useShownGroups() };
  const viewport = useViewport(list, height, window.innerHeight - shellHeight);
  const range = visibleRows(viewport, places, useAfterFirstPaint() ? overscan : 0);
  useScrollToSelection();
  const selected = selectedId === null ? -1 : ids.indexOf(selectedId);
  return (
    <div
      ref={frame}
      className={styles.frame}
      data-pane="list"
      data-density={density}
      data-icons-only={columns.iconsOnly || undefined}
      style={{ '--columns': columns.template } as CSSProperties}
    >
      <div
        ref={list}
        id="servers"
        role="grid"
        aria-label={t('servers:label')}
        aria-rowcount={Math.max(1, count)}
        aria-multiselectable={ticked.size > 0 || undefined}
        className={styles.list}
        onContextMenu={openMenu}
        onPointerDownCapture={onPointerDown}
        onClickCapture={select}
        onClick={onClick}
        onFocus={followFocus}
        onKeyDown={onKeyDown}
        onDoubleClick={onDoubleClick}
      >
        {ids.length === 0 ? (
          <EmptyRow />
        ) : (
          <div role="presentation" className={styles.rows} style={{ height: heightOf(places) }}>
            <GroupedRows
              indexes={rowIndexes(range, selected)}
              places={places}
              row={(index) => {
                const id = ids[index];
                // The first picture of a long list has its first rows only.
                return id === undefined ? null : (
                  <ServerRow
                    key={id}
                    id={id}
                    index={index}
                    top={topOf(places, index)}
                    height={height}
                    columns={columns}
                    isSelected={index === selected}
                    isTicked={ticked.size === 0 ? null : ticked.has(id)}
                    isTabStop={index === Math.max(0, selected)}
                  />
                );
              }}
            />
          </div>
        )}
      </div>
    </div>
  );
}

function EmptyRow() {
  return (
    <div role="row" className={styles.contents}>
      <div role="gridcell" className={styles.contents}>
        <EmptyList />
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: ProfileId;
  readonly index: number;
  /** In pixels. */
  readonly top: number;
  readonly height: number;
  readonly columns: Columns;
  readonly isSelected: boolean;
  /** Null as long as no row is ticked. */
  readonly isTicked: boolean | null;
  readonly isTabStop: boolean;
}

const ServerRow = memo(function ServerRow(props: RowProps) {
  const row = useRow(props.id);
  if (row === undefined) return null;
  return (
    <ErrorBoundary
      resetKey={row}
      fallback={
        <RowFrame {...props} label={row.profile.name}>
          <NameOnly row={row} />
        </RowFrame>
      }
    >
      <FullRow {...props} row={row} />
    </ErrorBoundary>
  );
});

function FullRow({ row, ...props }: RowProps & { readonly row: Row }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const label = useTimeSelector((now) => rowLabel(t, row, { now, language, expiringMs }));
  return (
    <RowFrame {...props} label={label}>
      <ErrorBoundary resetKey={row} fallback={<NameOnly row={row} />}>
        <RowCells row={row} columns={props.columns} isSelected={props.isSelected} isTicked={props.isTicked} />
      </ErrorBoundary>
    </RowFrame>
  );
}

function RowFrame({
  id,
  index,
  top,
  height,
  isSelected,
  isTicked,
  isTabStop,
  label,
  children,
}: Omit<RowProps, 'columns'> & { readonly label: string; readonly children: ReactNode }) {
  return (
    <div
      role="row"
      data-key={id}
      aria-label={label}
      aria-rowindex={index + 1}
      aria-selected={isTicked ?? isSelected}
      tabIndex={isTabStop ? 0 : -1}
      className={styles.row}
      style={{ top, height }}
    >
      <div role="gridcell" className={styles.contents}>
        {children}
      </div>
    </div>
  );
}

/** The row that was selected before the mouse was pressed: there a range begins. */
let selectedBefore: ProfileId | null = null;

function onPointerDown(event: PointerEvent<HTMLElement>): void {
  selectedBefore = useViewState.getState().selectedId;
  // A touch may be the start of scrolling; its click selects.
  if (event.pointerType !== 'touch') select(event);
  const profileId = profileIdAt(event.target);
  if (profileId !== null) beginDrag(event, profileId);
}

// Any press in a row selects it first, so that actions apply to it.
function select({ target }: { readonly target: EventTarget | null }): void {
  const profileId = profileIdAt(target);
  if (profileId !== null) setViewState({ selectedId: profileId });
}

/** The actions of the buttons that every row has. */
const commands: Readonly<Record<RowCommand, (profileId: ProfileId, button: Element) => void>> = {
  favourite: (profileId) => void toggleFavourite(profileId),
  menu: (profileId, button) => openMenuAt(profileId, button.getBoundingClientRect()),
  tick: toggleTick,
};

function onClick(event: MouseEvent): void {
  const { target } = event;
  const pressed = target instanceof Element ? target.closest<HTMLElement>('button') : null;
  const command = pressed?.dataset.command as RowCommand | undefined;
  const profileId = profileIdAt(target);
  if (profileId === null) return;
  // Other buttons do what they do, whichever keys are held.
  const isFree = pressed === null || command === 'tick';
  if (isFree && event.shiftKey) tickUpTo(profileId, selectedBefore);
  else if (isFree && isTickClick(event)) toggleTick(profileId);
  else if (pressed !== null && command !== undefined) commands[command](profileId, pressed);
}

function isTickClick({ ctrlKey, metaKey }: MouseEvent): boolean {
  return ctrlKey || metaKey;
}

function onKeyDown(event: KeyboardEvent): void {
  if (moveInRow(event.nativeEvent)) event.preventDefault();
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

function onDoubleClick(event: MouseEvent): void {
  const { target } = event;
  const isOnButton = target instanceof Element && target.closest('button') !== null;
  if (!isOnButton && !event.shiftKey && !isTickClick(event) && profileIdAt(target) !== null) openDetails();
}

function openMenu(event: MouseEvent): void {
  const profileId = profileIdAt(event.target);
  if (profileId === null) return;
  event.preventDefault();
  const { clientX: x, clientY: y } = event;
  setViewState({ selectedId: profileId, menu: { profileId, x, y, align: 'start' } });
}

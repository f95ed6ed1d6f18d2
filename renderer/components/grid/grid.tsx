// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table cannot be positioned individually.
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows are focusable, not the grid or its cells.
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is grid or treegrid.
// biome-ignore-all lint/a11y/noStaticElementInteractions: as above.
import { type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef } from 'react';
import { useViewport } from '../hooks/use-viewport.ts';
import styles from './grid.module.css';
import { columnWidths, type GridColumn, type GridOrder, type GridResizing } from './grid-columns.ts';
import { GridHead } from './grid-head.tsx';
import { type GridGroup, type GridSpan, headHeight, headingHeight, linesOf } from './grid-lines.ts';
import { linesIn, renderedLines } from './grid-places.ts';
import { GridRowView } from './grid-row.tsx';
import { keyOfLine, useGridFocus } from './use-grid-focus.ts';
import { type GridTicks, useGridTicks } from './use-grid-ticks.ts';

/** In pixels above and below what is visible. */
const overscan = 360;
/** Scroll offsets are rounded to it. */
const scrollStep = 60;

interface Props<Item, Name extends string> {
  readonly label: string;
  /** Should stay the same array while nothing of it changes, as `groups`. */
  readonly columns: readonly GridColumn<Item, Name>[];
  readonly groups: readonly GridGroup<Item>[];
  /** In pixels. */
  readonly rowHeight: number;
  /** Whether the columns have headings. */
  readonly hasHead?: boolean;
  /** What is shown without rows. */
  readonly empty: ReactNode;
  /** The accessible name of a row, if it is not that of its cells. */
  readonly rowLabel?: (item: Item) => string;
  readonly order?: GridOrder<Name>;
  readonly onOrder?: (order: GridOrder<Name>) => void;
  readonly resizing?: GridResizing<Name>;
  readonly ticks?: GridTicks;
  /** The row that is selected; it follows the focus. */
  readonly selectedKey?: string | null;
  readonly onSelect?: (item: Item) => void;
  /** Enter, or a double click. */
  readonly onOpen?: (item: Item) => void;
  /** Makes the rows unfold: by a click, Enter, Right and Left. */
  readonly onUnfold?: (key: string, isOpen: boolean) => void;
}

/**
 * A grid of plain elements with the keys of the ARIA practices. Only the rows in view are rendered, at places that are
 * computed from their heights.
 */
export function Grid<Item, Name extends string>(props: Props<Item, Name>) {
  const { label, columns, groups, rowHeight, hasHead = true, order, rowLabel, selectedKey, onUnfold } = props;
  const frame = useRef<HTMLDivElement>(null);
  const grid = useMemo(() => linesOf(groups, rowHeight), [groups, rowHeight]);
  const { lines, spans, indexes, places } = grid;
  const rowOf = (key: string | null) => (key === null ? null : (lines[indexes.get(key) ?? -1]?.row ?? null));
  const head = hasHead ? headHeight : 0;
  const range = linesIn(places, useViewport(frame, scrollStep, window.innerHeight), overscan);
  const { active, follow, handleKey } = useGridFocus(frame, grid, {
    head,
    selectedKey: selectedKey ?? null,
    onUnfold,
    onFocus: (key) => {
      const row = rowOf(key);
      if (row !== null && key !== selectedKey) props.onSelect?.(row.item);
    },
  });
  const ticking = useGridTicks(props.ticks, grid);
  const hasTicks = ticking !== null;
  const chosen = props.resizing?.widths;
  const { template, minWidth } = useMemo(
    () => columnWidths(columns, hasTicks, chosen),
    [columns, hasTicks, chosen],
  );

  const sortBy = (heading: Element): void => {
    const column = columns.find(({ name }) => name === heading.getAttribute('data-column'))?.name;
    if (column === undefined || order === undefined) return;
    const isTurned = order.column === column && order.direction === 'ascending';
    props.onOrder?.({ column, direction: isTurned ? 'descending' : 'ascending' });
  };
  const onClick = ({ target, shiftKey }: MouseEvent): void => {
    if (!(target instanceof Element) || target.closest('button, [data-below], [role="separator"]') !== null)
      return;
    const heading = target.closest('[role="columnheader"]');
    const row = rowOf(keyOfLine(target));
    if (heading !== null) sortBy(heading);
    if (row === null) return;
    ticking?.press(row.key, shiftKey);
    if (row.isOpen !== undefined) onUnfold?.(row.key, !row.isOpen);
  };
  const onDoubleClick = ({ target }: MouseEvent): void => {
    const row =
      target instanceof Element && target.closest('button') === null ? rowOf(keyOfLine(target)) : null;
    if (row !== null) props.onOpen?.(row.item);
  };
  const press = ({ key, target }: KeyboardEvent): boolean => {
    if (!(target instanceof Element) || (key !== 'Enter' && key !== ' ')) return false;
    if (target.matches('[role="columnheader"]')) sortBy(target);
    const row = target.matches('[data-line]') && key === 'Enter' ? rowOf(keyOfLine(target)) : null;
    if (row !== null) props.onOpen?.(row.item);
    if (row?.isOpen !== undefined) onUnfold?.(row.key, !row.isOpen);
    return row !== null || target.matches('[role="columnheader"]');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const from = keyOfLine(event.target);
    if (!ticking?.handleKey(event) && !press(event)) {
      if (!handleKey(event)) return;
      if (event.shiftKey) ticking?.extend(from, keyOfLine(document.activeElement));
    }
    event.preventDefault();
  };

  const renderLine = (index: number, { first, heading }: GridSpan): ReactNode => {
    const line = lines[index];
    if (line === undefined) return null;
    const position = index + 1 + (hasHead ? 1 : 0);
    const isTabStop = index === active;
    return line.row === null ? (
      <div
        key={line.key}
        role="row"
        data-line={line.key}
        aria-rowindex={position}
        aria-level={onUnfold === undefined ? undefined : 1}
        tabIndex={isTabStop ? 0 : -1}
        className={styles.title}
        style={{ top: head, height: headingHeight }}
      >
        <div role="gridcell" aria-colspan={columns.length} className={styles.titleCell}>
          {heading}
        </div>
      </div>
    ) : (
      <GridRowView
        key={line.key}
        row={line.row}
        columns={columns}
        template={template}
        position={position}
        top={(places[index] ?? 0) - (places[first] ?? 0)}
        rowHeight={rowHeight}
        label={rowLabel?.(line.row.item)}
        isTicked={ticking?.isTicked(line.key)}
        isSelected={selectedKey === undefined ? undefined : line.key === selectedKey}
        isTabStop={isTabStop}
      />
    );
  };

  return (
    <div
      ref={frame}
      role={onUnfold === undefined ? 'grid' : 'treegrid'}
      aria-label={label}
      aria-rowcount={Math.max(1, lines.length) + (hasHead ? 1 : 0)}
      aria-multiselectable={hasTicks ? true : undefined}
      className={styles.grid}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onFocus={({ target }: FocusEvent) => follow(keyOfLine(target))}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.inner} style={{ minWidth }}>
        {hasHead ? (
          <GridHead
            columns={columns}
            template={template}
            order={order}
            hasTicks={hasTicks}
            isTabStop={lines.length === 0}
            resizing={props.resizing}
          />
        ) : null}
        {lines.length === 0 ? (
          <div role="row" aria-rowindex={hasHead ? 2 : 1} className={styles.empty}>
            <div role="gridcell" aria-colspan={columns.length}>
              {props.empty}
            </div>
          </div>
        ) : (
          <div role="presentation" className={styles.body} style={{ height: places.at(-1) }}>
            {spans.map((span) => {
              const rendered = renderedLines(span, range, active);
              const [top = 0, end = 0] = [places[span.first], places[span.end]];
              return rendered.length === 0 ? null : (
                <div
                  key={span.key}
                  role="rowgroup"
                  className={styles.group}
                  style={{ top, height: end - top }}
                >
                  {rendered.map((index) => renderLine(index, span))}
                </div>
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

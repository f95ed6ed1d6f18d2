// biome-ignore-all lint/a11y/useSemanticElements: as in grid.tsx.
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows are focusable, not their cells.
import Lock from 'lucide-react/icons/lock';
import { memo, type ReactNode } from 'react';
import styles from './grid.module.css';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-lines.ts';

interface Props<Item> {
  readonly row: GridRow<Item>;
  readonly columns: readonly GridColumn<Item, string>[];
  /** The widths of the columns, as CSS. */
  readonly template: string;
  /** The position in the whole grid, from 1. */
  readonly position: number;
  /** In pixels from the start of its group. */
  readonly top: number;
  /** Of the cells, in pixels. */
  readonly rowHeight: number;
  readonly label: string | undefined;
  /** Null if this row cannot be ticked, undefined if none can. */
  readonly isTicked: boolean | null | undefined;
  /** Undefined if no row can be selected. */
  readonly isSelected: boolean | undefined;
  readonly isTabStop: boolean;
}

function AnyRow<Item>(props: Props<Item>) {
  const { row, columns, template, rowHeight, label, isTicked } = props;
  const { item, isOpen, below } = row;
  return (
    <div
      role="row"
      data-line={row.key}
      aria-rowindex={props.position}
      aria-label={label}
      aria-selected={isTicked ?? props.isSelected}
      aria-expanded={isOpen}
      aria-level={isOpen === undefined ? undefined : 2}
      tabIndex={props.isTabStop ? 0 : -1}
      className={styles.row}
      style={{
        top: props.top,
        gridTemplateColumns: template,
        gridTemplateRows: below === undefined ? `${rowHeight}px` : `${rowHeight}px ${below.height}px`,
      }}
    >
      {isTicked === undefined ? null : (
        <div role="gridcell" className={styles.tick}>
          {isTicked === null ? (
            <Padlock hint={row.lock} />
          ) : (
            <input type="checkbox" tabIndex={-1} aria-label={label} checked={isTicked} readOnly />
          )}
        </div>
      )}
      {columns.map(({ name, isRowHeader, cell }) => (
        <div
          key={name}
          role={isRowHeader ? 'rowheader' : 'gridcell'}
          data-stays={isRowHeader || undefined}
          className={styles.cell}
        >
          {cell(item)}
        </div>
      ))}
      {below === undefined ? null : (
        <div role="gridcell" aria-colspan={columns.length} data-below="" className={styles.below}>
          {below.content}
        </div>
      )}
    </div>
  );
}

function Padlock({ hint }: { readonly hint: string | undefined }) {
  return hint === undefined ? null : (
    <span role="img" aria-label={hint} title={hint} className={styles.lock}>
      <Lock size={14} />
    </span>
  );
}

/** A row of a grid; rendered again only if something of it has changed. */
export const GridRowView = memo(AnyRow) as <Item>(props: Props<Item>) => ReactNode;

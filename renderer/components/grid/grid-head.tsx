// biome-ignore-all lint/a11y/useSemanticElements: as in grid.tsx.
// biome-ignore-all lint/a11y/useFocusableInteractive: a heading that sorts nothing cannot be pressed.
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import styles from './grid.module.css';
import type { GridColumn, GridOrder } from './grid-columns.ts';
import { headHeight } from './grid-lines.ts';

interface Props<Item, Name extends string> {
  readonly columns: readonly GridColumn<Item, Name>[];
  /** The widths of the columns, as CSS. */
  readonly template: string;
  readonly order: GridOrder<Name> | undefined;
  readonly hasTicks: boolean;
  /** Whether the first heading is the tab stop: as long as there are no rows. */
  readonly isTabStop: boolean;
}

/** The headings of the columns; those that sort can be focused. */
export function GridHead<Item, Name extends string>(props: Props<Item, Name>) {
  const { columns, template, order, hasTicks, isTabStop } = props;
  return (
    <div role="rowgroup" className={styles.top}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles.head}
        style={{ height: headHeight, gridTemplateColumns: template }}
      >
        {hasTicks ? <span role="presentation" /> : null}
        {columns.map(({ name, title, isRowHeader }, index) => (
          <div
            key={name}
            role="columnheader"
            data-column={name}
            data-stays={isRowHeader || undefined}
            aria-sort={order === undefined ? undefined : order.column === name ? order.direction : 'none'}
            tabIndex={order === undefined ? undefined : isTabStop && index === 0 ? 0 : -1}
            className={styles.heading}
          >
            <span className={styles.cut} title={title}>
              {title}
            </span>
            {order?.column !== name ? null : order.direction === 'ascending' ? (
              <ArrowUp size={14} />
            ) : (
              <ArrowDown size={14} />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

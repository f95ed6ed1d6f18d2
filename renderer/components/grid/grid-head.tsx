// biome-ignore-all lint/a11y/useSemanticElements: as in grid.tsx.
// biome-ignore-all lint/a11y/useFocusableInteractive: a heading that sorts nothing cannot be pressed.
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { gripStep } from '../layout/grip.tsx';
import styles from './grid.module.css';
import type { GridColumn, GridOrder, GridResizing } from './grid-columns.ts';
import { GridGrip } from './grid-grip.tsx';
import { headHeight } from './grid-lines.ts';

interface Props<Item, Name extends string> {
  readonly columns: readonly GridColumn<Item, Name>[];
  /** The widths of the columns, as CSS. */
  readonly template: string;
  readonly order: GridOrder<Name> | undefined;
  readonly hasTicks: boolean;
  /** Whether the first heading is the tab stop: as long as there are no rows. */
  readonly isTabStop: boolean;
  readonly resizing: GridResizing<Name> | undefined;
}

/** The headings of the columns; those that sort can be focused, and Shift with an arrow then changes their width. */
export function GridHead<Item, Name extends string>(props: Props<Item, Name>) {
  const { columns, template, order, hasTicks, isTabStop, resizing } = props;
  const row = useRef<HTMLDivElement>(null);
  const widths = useHeadingWidths(row, resizing !== undefined, columns);
  const onKeyDown = (name: Name, event: KeyboardEvent): void => {
    const step = { ArrowLeft: -gripStep, ArrowRight: gripStep }[event.key];
    if (resizing === undefined || step === undefined || !event.shiftKey) return;
    // The first key may come before the first measurement, which follows a frame.
    const width = widths.get(name) ?? Math.round(event.currentTarget.getBoundingClientRect().width);
    const { min, max } = resizing.bounds;
    resizing.onChoose(name, Math.max(min, Math.min(width + step, max)));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="rowgroup" className={styles.top}>
      <div
        ref={row}
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
            // Its line is part of what it holds, not of its name.
            aria-label={resizing === undefined ? undefined : title}
            aria-keyshortcuts={resizing === undefined ? undefined : 'Shift+ArrowLeft Shift+ArrowRight'}
            onKeyDown={(event) => onKeyDown(name, event)}
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
            {resizing === undefined ? null : (
              <GridGrip name={name} title={title} width={widths.get(name) ?? 0} resizing={resizing} />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The widths of the headings as they are shown, by column, in pixels; nothing unless `isWanted`. */
function useHeadingWidths(
  row: RefObject<HTMLElement | null>,
  isWanted: boolean,
  columns: readonly { readonly name: string }[],
): ReadonlyMap<string, number> {
  const [widths, setWidths] = useState<ReadonlyMap<string, number>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns are other elements.
  useEffect(() => {
    if (!isWanted || row.current === null) return undefined;
    const observer = new ResizeObserver((entries) =>
      setWidths((before) => {
        const measured = entries.map(({ target, borderBoxSize: [size] }) => {
          const name = target.getAttribute('data-column') ?? '';
          return [name, Math.round(size?.inlineSize ?? 0)] as const;
        });
        return new Map([...before, ...measured]);
      }),
    );
    for (const heading of row.current.querySelectorAll('[data-column]')) observer.observe(heading);
    return () => observer.disconnect();
  }, [row, isWanted, columns]);
  return widths;
}

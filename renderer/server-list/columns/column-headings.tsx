import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import type { ReactNode } from 'react';
import { type ColumnChoice, type ListColumn, layoutBounds } from '../../../contract/layout.ts';
import type { SortOrder } from '../../../contract/settings.ts';
import { sortBy } from '../../actions/view-moves.ts';
import { PlainButton } from '../../components/buttons/button.tsx';
import { Grip } from '../../components/layout/grip.tsx';
import { saveLayout, showLayout, useLayout } from '../../frame/window-layout.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { isLocked } from '../../state/managed.ts';
import { useViewState } from '../../state/view-state.ts';
import styles from './column-headings.module.css';
import { type Columns, columnGap, withChoice } from './columns.ts';
import { useColumnsWith } from './use-list-columns.ts';

/** An order that a heading chooses. */
type ColumnOrder = Exclude<SortOrder, 'manual'>;

type Heading = 'name' | ListColumn;

/** The orders of the list, at the columns that they sort by. */
const sorting: { readonly [Name in Heading]?: ColumnOrder } = {
  name: 'name',
  session: 'expiry',
  lastCheck: 'lastCheck',
  loginMethod: 'loginMethod',
  lastUse: 'recent',
};

/** The headings of the columns: some sort the list, and the line before each changes its width. */
export function ColumnHeadings({ columns }: { readonly columns: Columns }) {
  return (
    <>
      <HeadingCell heading="name" place={2} />
      {columns.shown.map((column, index) => (
        <HeadingCell key={column} heading={column} place={index + 3}>
          <ColumnGrip column={column} width={(columns.widths[index] ?? 0) - columnGap} />
        </HeadingCell>
      ))}
    </>
  );
}

interface CellProps {
  readonly heading: Heading;
  /** The number of the column in the grid. */
  readonly place: number;
  readonly children?: ReactNode;
}

function HeadingCell({ heading, place, children }: CellProps) {
  const t = useTranslate();
  const order = sorting[heading];
  const label = t(`servers:columns.${heading}`);
  return (
    <div className={styles.heading} data-heading={heading} style={{ gridColumn: place }}>
      {children}
      {order === undefined ? (
        <span className={styles.label}>{label}</span>
      ) : (
        <SortButton order={order} label={label} />
      )}
    </div>
  );
}

function SortButton({ order, label }: { readonly order: ColumnOrder; readonly label: string }) {
  const t = useTranslate();
  const chosen = useAppState((state) => state.settings.sortOrder);
  const isManaged = useAppState((state) => isLocked(state.managed, 'sortOrder'));
  // That view has an order of its own.
  const isRecent = useViewState((state) => state.view === 'recent');
  const isSorted = (isRecent ? 'recent' : chosen) === order;
  const Arrow = order === 'recent' ? ArrowDown : ArrowUp;
  return (
    <PlainButton
      className={styles.sort}
      title={t(`servers:sortOn.${order}`)}
      aria-pressed={isSorted}
      isDisabled={isRecent || (isManaged && !isSorted)}
      onPress={() => void sortBy(order)}
    >
      {label}
      {isSorted ? <Arrow size={14} /> : null}
    </PlainButton>
  );
}

interface GripProps {
  readonly column: ListColumn;
  /** In pixels. */
  readonly width: number;
}

function ColumnGrip({ column, width }: GripProps) {
  const t = useTranslate();
  const choices = useLayout('columns');
  const columnsWith = useColumnsWith();
  const withWidth = (chosen: number | null) => {
    const { width: _before, ...choice }: ColumnChoice = choices[column] ?? {};
    return withChoice(choices, column, chosen === null ? choice : { ...choice, width: chosen });
  };
  /** The widest that leaves the name and the other columns their room. */
  const room = (): number => {
    const shown = String(columnsWith(choices).shown);
    let most: number = layoutBounds.column.max;
    while (most > width && String(columnsWith(withWidth(most)).shown) !== shown) most -= 1;
    return most;
  };
  return (
    <Grip
      label={t('servers:columnWidth', { column: t(`servers:columns.${column}`) })}
      value={width}
      {...layoutBounds.column}
      room={room}
      side="right"
      className={styles.grip}
      onDrag={(chosen) => showLayout(chosen === null ? {} : { columns: withWidth(chosen) })}
      onChoose={(chosen) => void saveLayout({ columns: withWidth(chosen) })}
    />
  );
}

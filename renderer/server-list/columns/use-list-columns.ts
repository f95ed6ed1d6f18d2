import { type RefObject, useEffect } from 'react';
import { create } from 'zustand';
import { listWidth } from '../../frame/pane-sizes.ts';
import { useLayout } from '../../frame/window-layout.ts';
import { useAppState } from '../../state/app-state.ts';
import { type ColumnChoices, type Columns, columnsAt } from './columns.ts';

/** The width of the list in pixels; null until it is on the screen. */
const useMeasured = create<{ readonly width: number | null }>(() => ({ width: null }));

/** The columns of the list. The first rendering computes its width, since measuring it would force a layout. */
export function useListColumns(): Columns {
  const find = useFindColumns();
  const choices = useLayout('columns');
  return useMeasured(({ width }) => sameColumns(find(choices, width)));
}

/** Returns the columns that the list would have if other ones were chosen. */
export function useColumnsWith(): (choices: ColumnChoices) => Columns {
  const find = useFindColumns();
  const width = useMeasured((state) => state.width);
  return (choices) => find(choices, width);
}

function useFindColumns(): (choices: ColumnChoices, measured: number | null) => Columns {
  const language = useAppState((state) => state.language);
  const showsDetails = useAppState(({ settings, rows }) => settings.showDetails && rows.length > 0);
  const panes = { viewsWidth: useLayout('viewsWidth'), detailsWidth: useLayout('detailsWidth') };
  return (choices, measured) =>
    columnsAt(measured ?? listWidth(window.innerWidth, panes, showsDetails), choices, language);
}

let last: Columns | null = null;

/** The same object for the same columns, so that rows are rendered only for others. */
function sameColumns(columns: Columns): Columns {
  const key = ({ shown, template, hasAddress }: Columns): string => `${shown} ${template} ${hasAddress}`;
  if (last === null || key(last) !== key(columns)) last = columns;
  return last;
}

/** Follows the width of the list. */
export function useMeasuredWidth(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (list.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      // A list that is hidden stays as it is.
      if (width > 0) useMeasured.setState({ width });
    });
    observer.observe(list.current);
    return () => {
      observer.disconnect();
      useMeasured.setState({ width: null });
    };
  }, [list]);
}

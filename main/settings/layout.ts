import {
  type ColumnChoice,
  defaultLayout,
  type GridWidths,
  groupings,
  layoutBounds,
  listColumns,
  sessionColumns,
  type WidthBounds,
  type WindowLayout,
} from '../../contract/layout.ts';
import { isPlainObject } from '../../contract/message-size.ts';
import { type ServerTableColumn, serverTableColumns } from '../../contract/server-table.ts';

/** The layout of the window: what a person chose, else the defaults. */
export function layoutInForce(chosen: Partial<WindowLayout>): WindowLayout {
  return { ...defaultLayout, ...chosen };
}

/** What a person chose after a change of some parts; a part that is back at its default is not chosen any more. */
export function changedLayout(
  chosen: Partial<WindowLayout>,
  change: Partial<WindowLayout>,
): Partial<WindowLayout> {
  const isChosen = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(defaultLayout[name as keyof WindowLayout]);
  return Object.fromEntries(Object.entries({ ...chosen, ...change }).filter(isChosen));
}

/** Reads what a person chose, each part separately, so that a strange value loses only that one. */
export function readLayout(raw: unknown): Partial<WindowLayout> {
  const { viewsWidth, detailsWidth, columns, groupBy, overviewColumns, gridWidths } = fieldsOf(raw);
  const found = fieldsOf(columns);
  const choices = listColumns.map((name) => [name, readColumn(found[name])] as const);
  return changedLayout(
    {},
    {
      viewsWidth: readWidth(viewsWidth, layoutBounds.views),
      detailsWidth: readWidth(detailsWidth, layoutBounds.details),
      groupBy: groupings.find((one) => one === groupBy) ?? defaultLayout.groupBy,
      overviewColumns: readOverviewColumns(overviewColumns),
      gridWidths: readGridWidths(gridWidths),
      columns: Object.fromEntries(choices.filter(([, choice]) => Object.keys(choice).length > 0)),
    },
  );
}

function readColumn(raw: unknown): ColumnChoice {
  const { shown, width } = fieldsOf(raw);
  const read = readWidth(width, layoutBounds.column);
  return { ...(typeof shown === 'boolean' && { shown }), ...(read !== null && { width: read }) };
}

function readGridWidths(raw: unknown): GridWidths {
  const { overview, sessions } = fieldsOf(raw);
  const read = {
    overview: readWidths(overview, serverTableColumns),
    sessions: readWidths(sessions, sessionColumns),
  };
  return Object.fromEntries(Object.entries(read).filter(([, widths]) => Object.keys(widths).length > 0));
}

function readWidths<Name extends string>(
  raw: unknown,
  names: readonly Name[],
): { readonly [Column in Name]?: number } {
  const found = fieldsOf(raw);
  const widths = names.map((name) => [name, readWidth(found[name], layoutBounds.column)] as const);
  return Object.fromEntries(widths.filter(([, width]) => width !== null)) as { [Column in Name]?: number };
}

// The name identifies a server, so it is always among them.
function readOverviewColumns(raw: unknown): readonly ServerTableColumn[] | null {
  if (!Array.isArray(raw)) return null;
  return serverTableColumns.filter((column) => column === 'name' || raw.includes(column));
}

function readWidth(raw: unknown, { min, max }: WidthBounds): number | null {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= min && raw <= max ? raw : null;
}

function fieldsOf(raw: unknown): Readonly<Record<string, unknown>> {
  return isPlainObject(raw) ? (raw as Record<string, unknown>) : {};
}

import type { Result } from './core/result.ts';
import type { ServerTableColumn } from './server-table.ts';

/** The columns of the list between the name and the buttons, in order. */
export const listColumns = ['user', 'session', 'lastCheck', 'loginMethod', 'tags', 'lastUse'] as const;

/** A column of the list. */
export type ListColumn = (typeof listColumns)[number];

/** What a person chose for a column; absent parts are up to the width of the list. */
export interface ColumnChoice {
  /** True: shown before others where there is room; false: never shown. The session is always shown. */
  readonly shown?: boolean;
  /** In pixels. */
  readonly width?: number;
}

/** What the rows of the list can be grouped by. */
export const groupings = ['none', 'environment', 'tag'] as const;

/** What the rows of the list are grouped by: by their environment, or by the first of their tags. */
export type Grouping = (typeof groupings)[number];

/** The columns of the sessions on a server, in order. */
export const sessionColumns = ['device', 'user', 'ip', 'created', 'lastSeen', 'state'] as const;

/** A column of the sessions on a server. */
export type SessionColumn = (typeof sessionColumns)[number];

type WidthsOf<Column extends string> = { readonly [Name in Column]?: number };

/** The widths in pixels that a person chose for columns of the server overview and of the sessions on a server. */
export interface GridWidths {
  readonly overview?: WidthsOf<ServerTableColumn>;
  readonly sessions?: WidthsOf<SessionColumn>;
}

/** How a person arranged the window. Holds no secret and no name. */
export interface WindowLayout {
  /** The width of the views in pixels; null: the default, which depends on the window. */
  readonly viewsWidth: number | null;
  /** The width of the details beside the list, likewise. */
  readonly detailsWidth: number | null;
  readonly columns: { readonly [Name in ListColumn]?: ColumnChoice };
  readonly groupBy: Grouping;
  /** The columns of the server overview, in their order; null: as many as fit. */
  readonly overviewColumns: readonly ServerTableColumn[] | null;
  readonly gridWidths: GridWidths;
}

/** A layout that nobody has changed. */
export const defaultLayout: WindowLayout = {
  viewsWidth: null,
  detailsWidth: null,
  columns: {},
  groupBy: 'none',
  overviewColumns: null,
  gridWidths: {},
};

/** The bounds of a width in pixels. */
export interface WidthBounds {
  readonly min: number;
  readonly max: number;
}

/** What widths can be chosen. */
export const layoutBounds = {
  views: { min: 168, max: 280 },
  details: { min: 320, max: 480 },
  column: { min: 60, max: 400 },
} as const satisfies Record<string, WidthBounds>;

/** The calls about the layout of the window. */
export interface LayoutCalls {
  /** Changes parts of the layout; the others stay. */
  changeLayout(request: { readonly layout: Partial<WindowLayout> }): Promise<Result>;
}

import {
  type ColumnChoice,
  type ListColumn,
  listColumns,
  type WindowLayout,
} from '../../../contract/layout.ts';
import type { Language } from '../../../contract/settings.ts';

/** The columns that the list has room for. */
export interface Columns {
  /** Those between the name and the buttons, in order. */
  readonly shown: readonly ListColumn[];
  /** The width of each of them in pixels, with the gap to the next one. */
  readonly widths: readonly number[];
  /** The widths of all, for `grid-template-columns`. */
  readonly template: string;
  /** Whether the second line of the name has the address; in a narrow list it has the user instead. */
  readonly hasAddress: boolean;
  /** Whether the buttons show only their icons. */
  readonly iconsOnly: boolean;
}

/** What a person chose for the columns. */
export type ColumnChoices = WindowLayout['columns'];

/** The gap between columns in pixels. */
export const columnGap = 12;

/** Widths in pixels; each with the gap to the next column. */
const starWidth = 44;
const buttonsWidth = 182;
const iconsWidth = 80;
const scrollBarWidth = 12;

/** The least room of a name: nothing cuts it before everything else has given way. */
const leastName = 184;
/** Its room beside columns that are only shown because there is room. */
const easyName = 276;
/** Its room where the buttons keep their words. */
const nameBesideButtons = 182;

/** From this width on, the columns that are always there have more room than they need. */
const wideList = 1_290;
/** Below this width the address has no place beside the user. */
const narrowList = 696;
/** Below this width the session is little more than its icon. */
const tinyList = 400;

/** What columns need, in pixels with the gap. */
const widths: { readonly [Name in ListColumn]: { readonly [Spoken in Language]: number } } = {
  user: { en: 92, ru: 106, es: 100 },
  session: { en: 182, ru: 190, es: 190 },
  lastCheck: { en: 96, ru: 108, es: 112 },
  loginMethod: { en: 120, ru: 120, es: 120 },
  tags: { en: 156, ru: 156, es: 156 },
  lastUse: { en: 92, ru: 116, es: 112 },
};
const narrowSession = 164;
const narrowestSession = { en: 152, ru: 156, es: 156 };
const tinySession = { en: 88, ru: 88, es: 88 };

/** The columns besides the session, the most important one first. */
const byImportance: readonly ListColumn[] = ['user', 'lastCheck', 'tags', 'lastUse', 'loginMethod'];

/** The columns of a list of this width in pixels. The name takes what the others leave. */
export function columnsAt(listWidth: number, choices: ColumnChoices, language: Language): Columns {
  const room = listWidth - scrollBarWidth - starWidth;
  const isChosen = (column: ListColumn): boolean => choices[column]?.shown === true;
  const widthOf = (column: ListColumn): number => {
    const chosen = choices[column]?.width;
    if (chosen !== undefined) return chosen + columnGap;
    const hasMore = listWidth >= wideList && isBasic(column);
    return widths[column][language] + (hasMore ? 16 : 0);
  };
  const nameBeside = (shown: readonly ListColumn[]): number =>
    shown.every((column) => isBasic(column) || isChosen(column)) ? leastName : easyName;
  const fits = (shown: readonly ListColumn[]): boolean =>
    sum(shown.map(widthOf)) + nameBeside(shown) + buttonsWidth <= room;

  let shown: readonly ListColumn[] = ['session'];
  const add = (column: ListColumn): boolean => {
    const more = listColumns.filter((one) => one === column || shown.includes(one));
    const hasRoom = fits(more);
    if (hasRoom) shown = more;
    return hasRoom;
  };
  for (const column of byImportance.filter(isChosen)) add(column);
  // In order: none takes the room of a more important one.
  byImportance.filter((column) => choices[column]?.shown === undefined).every(add);

  const hasAddress = listWidth >= narrowList;
  if (fits(shown)) return columnsOf({ shown, widths: shown.map(widthOf), hasAddress, iconsOnly: false });
  const narrow = Math.min(widthOf('session'), narrowSession);
  const iconsOnly = nameBesideButtons + narrow + buttonsWidth > room;
  const narrowest = (listWidth < tinyList ? tinySession : narrowestSession)[language];
  const session = iconsOnly ? Math.min(narrow, narrowest) : narrow;
  return columnsOf({ shown, widths: [session], hasAddress, iconsOnly });
}

/** The choices with another one for this column; an empty one is none. */
export function withChoice(choices: ColumnChoices, column: ListColumn, choice: ColumnChoice): ColumnChoices {
  const { [column]: _before, ...others } = choices;
  return Object.keys(choice).length === 0 ? others : { ...others, [column]: choice };
}

/** Whether a column is there as long as there is room; others need more of it. */
function isBasic(column: ListColumn): boolean {
  return column === 'user' || column === 'session';
}

function columnsOf(columns: Omit<Columns, 'template'>): Columns {
  const middle = columns.widths.map((width) => `${width}px`).join(' ');
  const buttons = columns.iconsOnly ? iconsWidth : buttonsWidth;
  return { ...columns, template: `${starWidth}px minmax(0, 1fr) ${middle} ${buttons}px` };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

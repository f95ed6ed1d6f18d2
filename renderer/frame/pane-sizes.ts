import { layoutBounds, type WindowLayout } from '../../contract/layout.ts';

/** Below this width of the window, in pixels, the views are a menu; the styles of the window and the views say so too. */
const minWidthForViews = 640;

/**
 * Minimum width of the window in pixels for details beside the list: with narrower panes, the list would get less than
 * it needs to show names whole.
 */
export const minWidthForDetails = 990;

/** The widths of the panes beside the list, as a person chose them. */
export type PaneChoice = Pick<WindowLayout, 'viewsWidth' | 'detailsWidth'>;

/** The least that the panes leave to the list in pixels: all the views, and the details before they are at their narrowest. */
const leastList = 470;
const listBesideDetails = 500;

/** The width of the views in pixels; 0 if they are a menu. The styles of the window come to the same. */
export function viewsWidth(windowWidth: number, { viewsWidth: chosen }: PaneChoice): number {
  if (windowWidth < minWidthForViews) return 0;
  const wanted = chosen ?? defaultViewsWidth(windowWidth);
  return Math.max(layoutBounds.views.min, Math.min(wanted, roomForViews(windowWidth)));
}

/** The most that the views may take of a window of this width, in pixels. */
export function roomForViews(windowWidth: number): number {
  const beside = windowWidth < minWidthForDetails ? 0 : layoutBounds.details.min;
  return windowWidth - beside - leastList;
}

function defaultViewsWidth(windowWidth: number): number {
  if (windowWidth < 900) return 172;
  return windowWidth < 1_600 ? 200 : 224;
}

/** The width of the details beside the list in pixels, if they are shown there. */
export function detailsWidth(windowWidth: number, choice: PaneChoice): number {
  const wanted = choice.detailsWidth ?? (windowWidth < 1_600 ? 360 : 400);
  return Math.max(layoutBounds.details.min, Math.min(wanted, roomForDetails(windowWidth, choice)));
}

/** The most that the details may take beside the views, in pixels. */
export function roomForDetails(windowWidth: number, choice: PaneChoice): number {
  return windowWidth - viewsWidth(windowWidth, choice) - listBesideDetails;
}

/** The width of the list in a window of this width, in pixels. */
export function listWidth(windowWidth: number, choice: PaneChoice, showsDetails: boolean): number {
  const isBeside = showsDetails && windowWidth >= minWidthForDetails;
  return windowWidth - viewsWidth(windowWidth, choice) - (isBeside ? detailsWidth(windowWidth, choice) : 0);
}

import type { Calls } from '../../contract/bridge.ts';

/** What identifies a frame. */
export interface Frame {
  readonly url: string;
}

/** A page of the app, in a window of its own, and the calls that it may make. */
export interface OwnPage {
  /** The main frame of its window; null without a window. */
  readonly frame: Frame | null;
  readonly url: string;
  readonly calls: ReadonlySet<keyof Calls> | 'all';
}

/**
 * All that the page of quick access may call.
 *
 * SECURITY: it finds, copies and leads to the main window; what changes, adds, shows or exports anything is refused, and so
 * is copying a session that has ended (0048).
 */
export const quickCalls: ReadonlySet<keyof Calls> = new Set<keyof Calls>([
  ...(['readState', 'showQuickAccess', 'hideQuickAccess', 'unlock'] as const),
  ...(['quickCopy', 'readFormats', 'openWebPage', 'showServer'] as const),
  ...(['keepQuickSearch', 'recallQuickSearch'] as const),
]);

/** Whether the sender is the main frame of our window and shows our page. */
export function isOurPage(sender: Frame | null, mainFrame: Frame | null, pageUrl: string): boolean {
  return sender !== null && sender === mainFrame && sender.url === pageUrl;
}

/** Whether a sender is one of the app's pages, and may make this call. */
export function mayCall(name: keyof Calls, sender: Frame | null, pages: readonly OwnPage[]): boolean {
  return pages.some(
    ({ frame, url, calls }) => isOurPage(sender, frame, url) && (calls === 'all' || calls.has(name)),
  );
}

import type { CopyFormat } from '../../../contract/core/copy-format.ts';
import type { RowStatus } from '../../../contract/sessions/session.ts';
import type { WebPage } from '../../../contract/sessions/web-window.ts';
import type { AppState, Row } from '../../../contract/state.ts';
import { nextAction } from '../../state/next-action.ts';
import { isGuarded } from '../../state/production-guard.ts';

/** What a press does with a server; `show`: in the main window. */
export type QuickAction =
  | { readonly kind: 'copy'; readonly format: CopyFormat | null }
  | { readonly kind: 'log-in' }
  | { readonly kind: 'log-in-again' }
  | { readonly kind: 'open'; readonly page: WebPage }
  | { readonly kind: 'show' };

/** What Enter does on a server in this status: a session that has ended is never copied. */
export function mainAction(status: RowStatus): QuickAction {
  const next = nextAction(status);
  if (next === 'copy') return { kind: 'copy', format: null };
  return next === 'log-in' || next === 'log-in-again' ? { kind: next } : { kind: 'show' };
}

/** The actions of a server besides copying. */
export function otherActions(status: RowStatus): readonly QuickAction[] {
  const main = mainAction(status);
  const pages = (['interface', 'api-docs'] as const).map((page) => ({ kind: 'open', page }) as const);
  const logIn = main.kind === 'log-in' ? main : ({ kind: 'log-in-again' } as const);
  // What its state asks for comes first.
  return main.kind === 'copy' ? [...pages, logIn, { kind: 'show' }] : [logIn, ...pages, { kind: 'show' }];
}

/** Whether a key has to be held for it, since it copies from a production server. */
export function mustBeHeld(
  action: QuickAction,
  row: Row,
  state: Pick<AppState, 'settings' | 'templates'>,
): boolean {
  return action.kind === 'copy' && isGuarded(row, action.format, state);
}

import type { Calls } from '../../contract/bridge.ts';

type HttpResponse = (request: unknown) => Promise<unknown>;

/** Calls that need neither tokens nor passwords; served while the vault is still opening. */
const answeredBeforeOpening: ReadonlySet<string> = new Set<keyof Calls>([
  ...(['readState', 'readDetails', 'showWindow', 'closeWindow', 'keepPlace', 'recallPlace'] as const),
  ...(['addProfile', 'addAccount', 'cancelAdding', 'markFavourite', 'probe', 'cancelProbe'] as const),
  ...(['chooseAuthority', 'readAuthority', 'openInBrowser', 'clearClipboard', 'dropImport'] as const),
  ...(['changeSettings', 'dismissNotice', 'chooseStorage', 'cancelLogin'] as const),
  ...([
    'cancelBulkLogin',
    'closeBulkLogin',
    'openCamera',
    'closeCamera',
    'chooseVideo',
    'cancelFace',
  ] as const),
  ...(['dropPastedToken', 'clearPastedToken', 'letCheckItself', 'networkMayHaveChanged'] as const),
  ...(['dismissRightsChange', 'readServerTable', 'saveServerTable', 'readJournal', 'saveJournal'] as const),
  ...(['prepareDiagnostics', 'saveDiagnostics'] as const),
]);

/** Wraps the handlers: the other calls wait until the vault has been opened, or opening it has failed. */
export function waitForVault(answers: Calls, opened: Promise<unknown>): Calls {
  const waiting = Object.entries(answers as unknown as Record<string, HttpResponse>).map(
    ([name, response]) => {
      const wait: HttpResponse = async (request) => {
        await opened;
        return response(request);
      };
      return [name, answeredBeforeOpening.has(name) ? response : wait] as const;
    },
  );
  return Object.fromEntries(waiting) as unknown as Calls;
}
